import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { personRoles, policyUnknownReasons, reportChannels } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { DateField } from '../../parts/form/DateField.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { TimeField } from '../../parts/form/TimeField.tsx'
import type { PersonRow } from './form.ts'
import { isReporter } from './form-claim.ts'
import { focusBox, useBox, useFormPlace, useFormValue, useRowBox } from './form-context.ts'
import { Section } from './Section.tsx'
import { vehicleOptions } from './vehicle-names.ts'

export const PolicySection = memo(function PolicySection() {
	const { t } = useTranslation()
	const { store, site } = useFormPlace()
	const reporter = useFormValue((model) => model.form.reporter)
	const reporterInsured = useFormValue((model) => model.form.reporterInsured)
	const drivers = useFormValue((model) => model.form.drivers)
	const others = useFormValue((model) => model.form.others)
	const { change, addRow } = store.getState()
	const policy = useBox('policyNo')
	const why = useBox('policyUnknownReason')
	const first = drivers[0]
	const reporterNamed = reporter.name.trim() !== ''
	return (
		<Section
			title={t('intake.section.policy')}
			foot={
				<>
					<AddRow label={t('intake.addDriver')} onPress={() => focusNew(`${addRow('drivers')}.name`)} />
					<AddRow label={t('intake.addPerson')} onPress={() => focusNew(`${addRow('others')}.name`)} />
					{reporterNamed && first && first.name.trim() === '' ? (
						<AddRow
							label={t('intake.reporterDrove')}
							onPress={() => store.getState().changeRow('drivers', first.id, { name: reporter.name, apart: false })}
						/>
					) : null}
				</>
			}
		>
			<div className="w4">
				<TextField
					{...policy}
					label={t('intake.box.policyNo')}
					maxLength={limits.code}
					mono
					required={why.value === ''}
				/>
			</div>
			<div className="w4">
				<Choice
					{...why}
					label={t('intake.box.policyUnknownReason')}
					empty={t('intake.notChosen')}
					disabled={policy.value.trim() !== ''}
					options={policyUnknownReasons.map((value) => ({ value, label: t(`fields.policyUnknownReason.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<Choice
					{...useBox('reportChannel')}
					label={t('intake.box.reportChannel')}
					empty={t('intake.notChosen')}
					options={reportChannels.map((value) => ({ value, label: t(`fields.reportChannel.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<TextField
					name={`${reporter.id}.name`}
					label={t('intake.box.reporterName')}
					value={reporter.name}
					maxLength={limits.name}
					onChange={(name) => change({ reporter: { ...reporter, name } })}
					end={
						<label className="box-tick">
							<input
								type="checkbox"
								checked={reporterInsured}
								onChange={(event) => change({ reporterInsured: event.currentTarget.checked })}
							/>
							{t('intake.box.reporterInsured')}
						</label>
					}
				/>
			</div>
			<div className="w3">
				<TextField
					name={`${reporter.id}.phone`}
					type="tel"
					label={t('intake.box.reporterPhone')}
					value={reporter.phone}
					maxLength={limits.code}
					onChange={(phone) => change({ reporter: { ...reporter, phone } })}
				/>
			</div>
			<div className="w3">
				<DateField {...useBox('reportDate')} label={t('intake.box.reportDate')} today={site.today} />
			</div>
			<div className="w2">
				<TimeField {...useBox('reportTime')} label={t('intake.box.reportTime')} />
			</div>
			{drivers.map((row, at) => (
				<DriverBoxes key={row.id} row={row} at={at} alone={drivers.length === 1} same={isReporter({ reporter }, row)} />
			))}
			{others.map((row, at) => (
				<OtherBoxes key={row.id} row={row} at={at} />
			))}
		</Section>
	)
})

function focusNew(box: string): void {
	requestAnimationFrame(() => focusBox(box))
}

function DriverBoxes({ row, at, alone, same }: { row: PersonRow; at: number; alone: boolean; same: boolean }) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	const { store } = useFormPlace()
	const vehicles = useFormValue((model) => model.form.vehicles)
	const reporter = useFormValue((model) => model.form.reporter.name)
	const named = row.name.trim() !== '' && row.name.trim() === reporter.trim()
	const name = numbered(t('intake.box.driverName'), at)
	return (
		<>
			<div className="w5">
				<TextField
					{...useRowBox('drivers', row, 'name')}
					label={name}
					maxLength={limits.name}
					onEnter={() => focusNew(`${store.getState().addRow('drivers', row.id)}.name`)}
					end={
						named ? (
							<label className="box-tick">
								<input
									type="checkbox"
									checked={same}
									onChange={(event) =>
										store.getState().changeRow('drivers', row.id, { apart: !event.currentTarget.checked })
									}
								/>
								{t('intake.sameAsReporter')}
							</label>
						) : null
					}
				/>
			</div>
			<div className="w4">
				<Choice
					{...useRowBox('drivers', row, 'vehicleId')}
					label={numbered(t('intake.box.driverVehicle'), at)}
					empty={t('intake.vehicleUnknown')}
					options={vehicleOptions(vehicles, t)}
				/>
			</div>
			<div className={alone ? 'w3' : 'w3 with-remove'}>
				<TextField
					{...useRowBox('drivers', row, 'phone')}
					type="tel"
					label={numbered(t('intake.box.driverPhone'), at)}
					maxLength={limits.code}
				/>
				{alone ? null : (
					<RemoveRow
						what={t('intake.removeRow', { what: name })}
						onPress={() => store.getState().removeRow('drivers', row.id)}
					/>
				)}
			</div>
		</>
	)
}

function OtherBoxes({ row, at }: { row: PersonRow; at: number }) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	const { store } = useFormPlace()
	const name = numbered(t('intake.box.otherName'), at)
	return (
		<>
			<div className="w5">
				<TextField {...useRowBox('others', row, 'name')} label={name} maxLength={limits.name} />
			</div>
			<div className="w4">
				<Choice
					label={numbered(t('intake.box.otherRole'), at)}
					name={`${row.id}.roles`}
					value={row.roles[0] ?? ''}
					onChange={(role) =>
						store.getState().changeRow('others', row.id, { roles: role === '' ? [] : [role, ...row.roles.slice(1)] })
					}
					options={personRoles
						.filter((role) => role !== 'reporter' && role !== 'driver')
						.map((value) => ({ value, label: t(`fields.personRole.${value}`) }))}
				/>
			</div>
			<div className="w3 with-remove">
				<TextField
					{...useRowBox('others', row, 'phone')}
					type="tel"
					label={numbered(t('intake.box.otherPhone'), at)}
					maxLength={limits.code}
				/>
				<RemoveRow
					what={t('intake.removeRow', { what: name })}
					onPress={() => store.getState().removeRow('others', row.id)}
				/>
			</div>
		</>
	)
}
