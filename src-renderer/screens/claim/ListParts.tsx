import { useTranslation } from 'react-i18next'
import type { Damage, Person, Vehicle } from '../../../shared/claims/claim.ts'
import { ShownText } from '../../parts/ShownText.tsx'
import { DamageBoxes } from './DamageBoxes.tsx'
import { boxesOfVehicle, filledRows, problemsOfRows, type VehicleBoxes, vehicleOfBoxes } from './lists-form.ts'
import { withoutMasked } from './masked.ts'
import { PersonBoxes } from './PersonBoxes.tsx'
import { EditablePart } from './SectionPart.tsx'
import { type SectionProps, useWrong } from './section-props.ts'
import { type SectionSpec, useSectionEdit } from './use-section-edit.ts'
import { VehicleBoxRows } from './VehicleBoxRows.tsx'
import { vehicleName } from './vehicle-name.ts'

const same = (a: unknown, b: unknown) => JSON.stringify(a) === JSON.stringify(b)

function revive<T>(kept: unknown): { form: T[]; base: T[] } | null {
	const { form, base } = kept as { form?: unknown; base?: unknown }
	return Array.isArray(form) && Array.isArray(base) ? { form: form as T[], base: base as T[] } : null
}

function peopleSpec(masked: boolean): SectionSpec<Person[], Person[]> {
	return {
		name: 'people',
		open: (view) => {
			const people = masked ? view.people.map(withoutMasked) : [...view.people]
			return { form: people, base: people }
		},
		revive: (kept) => revive<Person>(kept),
		problems: (form) => problemsOfRows('people', form),
		request: (form, base) => {
			const now = filledRows('people', form, base)
			return same(now, base) ? null : { was: {}, now: {}, people: { was: base, now } }
		},
	}
}

const vehicleSpec: SectionSpec<VehicleBoxes[], Vehicle[]> = {
	name: 'vehicles',
	open: (view) => ({ form: view.vehicles.map(boxesOfVehicle), base: [...view.vehicles] }),
	revive: (kept) => revive(kept) as unknown as { form: VehicleBoxes[]; base: Vehicle[] } | null,
	problems: (form) => problemsOfRows('vehicles', form),
	request: (form, base) => {
		const now = filledRows('vehicles', form, base).map(vehicleOfBoxes)
		return same(now, base) ? null : { was: {}, now: {}, vehicles: { was: base, now } }
	},
}

const damageSpec: SectionSpec<Damage[], Damage[]> = {
	name: 'damages',
	open: (view) => ({ form: [...view.damages], base: [...view.damages] }),
	revive: (kept) => revive<Damage>(kept),
	problems: (form) => problemsOfRows('damages', form),
	request: (form, base) => {
		const now = filledRows('damages', form, base)
		return same(now, base) ? null : { was: {}, now: {}, damages: { was: base, now } }
	},
}

export function PeoplePart({ view, editing, onEditing, updatedAt, masked }: SectionProps) {
	const { t } = useTranslation()
	const edit = useSectionEdit(view, peopleSpec(masked), onEditing)
	const wrong = useWrong(edit.issues)
	return (
		<EditablePart
			title={t('claim.section.people')}
			editName={t('claim.change.people')}
			count={view.people.length}
			mayEdit={view.may.edit}
			blocked={editing !== null}
			edit={edit}
			newer={updatedAt !== view.updatedAt}
			wrong={wrong}
			boxes={(form) => (
				<PersonBoxes
					rows={form}
					change={edit.change}
					wrong={wrong}
					vehicles={view.vehicles}
					masked={masked}
					shown={view.people}
				/>
			)}
		>
			{view.people.length === 0 ? <p className="dim">{t('claim.none.people')}</p> : null}
			<ul className="records">
				{view.people.map((one) => (
					<li key={one.id}>
						<div className="record-head">
							<strong>
								{one.name === '' ? (
									<span className="fact-blank">{t('claim.blank')}</span>
								) : (
									<ShownText text={one.name} />
								)}
							</strong>
							{one.roles.map((role) => (
								<span key={role} className="fact-tag">
									{t(`fields.personRole.${role}`)}
								</span>
							))}
						</div>
						<Details
							values={[
								['phone', one.phone],
								['vehicleId', one.vehicleId ? vehicleName(view.vehicles, one.vehicleId, t) : ''],
								['address', one.address],
								['licenceNo', one.licenceNo ?? ''],
								['licenceClass', one.licenceClass],
								['idNo', one.idNo ?? ''],
								['injury', one.injury ?? ''],
							]}
						/>
					</li>
				))}
			</ul>
		</EditablePart>
	)
}

export function VehiclesPart({ view, editing, onEditing, updatedAt }: SectionProps) {
	const { t } = useTranslation()
	const edit = useSectionEdit(view, vehicleSpec, onEditing)
	const wrong = useWrong(edit.issues)
	return (
		<EditablePart
			title={t('claim.section.vehicles')}
			editName={t('claim.change.vehicles')}
			count={view.vehicles.length}
			mayEdit={view.may.edit}
			blocked={editing !== null}
			edit={edit}
			newer={updatedAt !== view.updatedAt}
			wrong={wrong}
			boxes={(form) => <VehicleBoxRows rows={form} change={edit.change} wrong={wrong} />}
		>
			{view.vehicles.length === 0 ? <p className="dim">{t('claim.none.vehicles')}</p> : null}
			<ul className="records">
				{view.vehicles.map((one) => (
					<li key={one.id}>
						<div className="record-head">
							<strong className="mono">
								{one.plate === '' ? (
									<span className="fact-blank">{t('claim.blank')}</span>
								) : (
									<ShownText text={one.plate} />
								)}
							</strong>
							<ShownText
								text={[one.make, one.model, one.year ?? '', one.colour].filter((part) => part !== '').join(' ')}
							/>
							<span className="fact-tag">{t(`fields.vehicleSide.${one.side}`)}</span>
						</div>
						<Details
							values={[
								['vin', one.vin],
								['towed', one.towed === null ? '' : t(`fields.triState.${one.towed}`)],
								['whereSeen', one.whereSeen],
								['otherInsurer', one.otherInsurer],
								['otherPolicyNo', one.otherPolicyNo],
							]}
						/>
					</li>
				))}
			</ul>
		</EditablePart>
	)
}

export function DamagesPart({ view, editing, onEditing, updatedAt }: SectionProps) {
	const { t } = useTranslation()
	const edit = useSectionEdit(view, damageSpec, onEditing)
	const wrong = useWrong(edit.issues)
	return (
		<EditablePart
			title={t('claim.section.damages')}
			editName={t('claim.change.damages')}
			count={view.damages.length}
			mayEdit={view.may.edit}
			blocked={editing !== null}
			edit={edit}
			newer={updatedAt !== view.updatedAt}
			wrong={wrong}
			boxes={(form) => <DamageBoxes rows={form} change={edit.change} wrong={wrong} vehicles={view.vehicles} />}
		>
			{view.damages.length === 0 ? <p className="dim">{t('claim.none.damages')}</p> : null}
			<ul className="records">
				{view.damages.map((one) => (
					<li key={one.id} className="record-line">
						<strong>
							<ShownText text={one.what} />
						</strong>
						<span className="dim">
							<ShownText
								text={[
									one.where,
									one.vehicleId ? vehicleName(view.vehicles, one.vehicleId, t) : '',
									one.severity === 'unknown' ? '' : t(`fields.severity.${one.severity}`),
								]
									.filter((part) => part !== '')
									.join(' · ')}
							/>
						</span>
					</li>
				))}
			</ul>
		</EditablePart>
	)
}

/** A copy of these leaves the clipboard after a while: the Electron shell looks for the mark. */
const sensitiveFields = new Set(['licenceNo', 'idNo', 'injury'])

function Details({ values }: { values: readonly (readonly [string, string])[] }) {
	const { t } = useTranslation()
	const given = values.filter(([, value]) => value !== '')
	if (given.length === 0) return null
	return (
		<dl className="details">
			{given.map(([field, value]) => (
				<div key={field} {...(sensitiveFields.has(field) ? { 'data-sensitive': true } : {})}>
					<dt>{t(`claim.field.${field as 'place'}`)}</dt>
					<dd>
						<ShownText text={value} />
					</dd>
				</div>
			))}
		</dl>
	)
}
