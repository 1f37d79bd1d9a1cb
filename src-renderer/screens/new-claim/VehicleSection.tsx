import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { vehicleSides } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { doubtVin } from '../../parts/form/vin.ts'
import type { VehicleRow } from './form.ts'
import { focusBox, useFormPlace, useFormValue, useRowBox } from './form-context.ts'
import { Section } from './Section.tsx'
import { vehicleOptions } from './vehicle-names.ts'

export const VehicleSection = memo(function VehicleSection() {
	const { t } = useTranslation()
	const { store } = useFormPlace()
	const vehicles = useFormValue((model) => model.form.vehicles)
	return (
		<Section
			title={t('intake.section.vehicles')}
			foot={
				<AddRow
					label={t('intake.addVehicle')}
					onPress={() => {
						const id = store.getState().addRow('vehicles')
						requestAnimationFrame(() => focusBox(`${id}.side`))
					}}
				/>
			}
		>
			{vehicles.map((row, at) => (
				<VehicleBoxes key={row.id} row={row} at={at} alone={vehicles.length === 1} />
			))}
		</Section>
	)
})

function VehicleBoxes({ row, at, alone }: { row: VehicleRow; at: number; alone: boolean }) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	const { store } = useFormPlace()
	const vin = useRowBox('vehicles', row, 'vin')
	const vehicleNames = vehicleOptions(
		useFormValue((model) => model.form.vehicles),
		t,
	)
	const doubt = doubtVin(row.vin)
	const side = useRowBox('vehicles', row, 'side')
	return (
		<div className="vehicle-row">
			<Choice
				{...side}
				onChange={(value) => value !== '' && side.onChange(value)}
				label={numbered(t('intake.box.vehicleSide'), at)}
				options={vehicleSides.map((value) => ({ value, label: t(`fields.vehicleSide.${value}`) }))}
			/>
			<TextField
				{...useRowBox('vehicles', row, 'plate')}
				label={numbered(t('intake.box.plate'), at)}
				maxLength={limits.code}
				mono
			/>
			<TextField
				{...useRowBox('vehicles', row, 'make')}
				label={numbered(t('intake.box.make'), at)}
				maxLength={limits.name}
			/>
			<TextField
				{...useRowBox('vehicles', row, 'model')}
				label={numbered(t('intake.box.model'), at)}
				maxLength={limits.name}
			/>
			<div className={alone ? '' : 'with-remove'}>
				<TextField
					{...vin}
					label={numbered(t('intake.box.vin'), at)}
					maxLength={limits.code}
					mono
					warning={doubt && (doubt !== 'vin-length' || row.vin.trim().length > 17) ? t(`intake.doubt.${doubt}`) : null}
				/>
				{alone ? null : (
					<RemoveRow
						what={t('intake.removeRow', { what: vehicleNames.find((one) => one.value === row.id)?.label ?? '' })}
						skip={row.plate + row.make + row.model + row.vin === ''}
						onPress={() => store.getState().removeRow('vehicles', row.id)}
					/>
				)}
			</div>
		</div>
	)
}
