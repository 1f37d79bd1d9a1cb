import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { policeStates, severities, triStates } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { Segments } from '../../parts/form/Segments.tsx'
import { TextArea } from '../../parts/form/TextArea.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import type { DamageRow } from './form.ts'
import { focusBox, useBox, useFormPlace, useFormValue, useRowBox } from './form-context.ts'
import { Section } from './Section.tsx'
import { vehicleOptions } from './vehicle-names.ts'

export const LossSection = memo(function LossSection() {
	const { t } = useTranslation()
	const { store } = useFormPlace()
	const damages = useFormValue((model) => model.form.damages)
	const police = useBox('police')
	const answers = triStates.map((value) => ({ value, label: t(`fields.triState.${value}`) }))
	const add = (after?: string) => {
		const id = store.getState().addRow('damages', after)
		requestAnimationFrame(() => focusBox(`${id}.what`))
	}
	return (
		<Section title={t('intake.section.losses')}>
			{damages.map((row, at) => (
				<DamageBoxes key={row.id} row={row} at={at} alone={damages.length === 1} onEnter={() => add(row.id)} />
			))}
			<div className="w12 row-adds">
				<AddRow label={t('intake.addDamage')} onPress={() => add()} />
			</div>
			<div className="w3">
				<Segments {...useBox('drivable')} label={t('intake.box.drivable')} options={answers} />
			</div>
			<div className="w3">
				<Segments {...useBox('injuries')} label={t('intake.box.injuries')} options={answers} />
			</div>
			<div className="w3">
				<Choice
					{...police}
					label={t('intake.box.police')}
					empty={t('intake.notChosen')}
					options={policeStates.map((value) => ({ value, label: t(`fields.police.${value}`) }))}
				/>
			</div>
			<div className="w3">
				<TextField
					{...useBox('policeReportNo')}
					label={t('intake.box.policeReportNo')}
					maxLength={limits.code}
					mono
					disabled={police.value === 'none'}
				/>
			</div>
		</Section>
	)
})

function DamageBoxes({ row, at, alone, onEnter }: { row: DamageRow; at: number; alone: boolean; onEnter: () => void }) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	const { store } = useFormPlace()
	const vehicles = useFormValue((model) => model.form.vehicles)
	const severity = useRowBox('damages', row, 'severity')
	const what = useRowBox('damages', row, 'what')
	const name = numbered(t('intake.box.damage'), at)
	return (
		<>
			<div className="w4">
				<TextField
					{...what}
					label={name}
					maxLength={limits.line}
					onEnter={onEnter}
					onKeyDown={(event) => {
						if (event.key !== 'Backspace' || row.what !== '' || row.where !== '' || alone) return
						event.preventDefault()
						const rows = store.getState().form.damages
						const before = rows[Math.max(0, rows.findIndex((one) => one.id === row.id) - 1)]
						store.getState().removeRow('damages', row.id)
						if (before) requestAnimationFrame(() => focusBox(`${before.id}.what`))
					}}
				/>
			</div>
			<div className="w3">
				<Choice
					{...useRowBox('damages', row, 'vehicleId')}
					label={numbered(t('intake.box.damageVehicle'), at)}
					empty={t('intake.vehicleUnknown')}
					options={vehicleOptions(vehicles, t)}
				/>
			</div>
			<div className="w3">
				<TextField
					{...useRowBox('damages', row, 'where')}
					label={numbered(t('intake.box.damageWhere'), at)}
					maxLength={limits.line}
					onEnter={onEnter}
				/>
			</div>
			<div className={alone ? 'w2' : 'w2 with-remove'}>
				<Choice
					{...severity}
					onChange={(value) => value !== '' && severity.onChange(value)}
					label={numbered(t('intake.box.severity'), at)}
					options={severities.map((value) => ({ value, label: t(`fields.severity.${value}`) }))}
				/>
				{alone ? null : (
					<RemoveRow
						what={t('intake.removeRow', { what: name })}
						onPress={() => store.getState().removeRow('damages', row.id)}
					/>
				)}
			</div>
		</>
	)
}

export const NoteSection = memo(function NoteSection() {
	const { t } = useTranslation()
	return (
		<Section title={t('intake.section.note')}>
			<div className="w12">
				<TextArea
					{...useBox('note')}
					label={t('intake.box.note')}
					hint={t('intake.hint.note')}
					maxLength={limits.note}
					rows={2}
				/>
			</div>
		</Section>
	)
})
