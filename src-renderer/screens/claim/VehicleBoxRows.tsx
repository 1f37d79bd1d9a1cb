import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import { triStates, vehicleSides } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { NumberField } from '../../parts/form/NumberField.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { Segments } from '../../parts/form/Segments.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { doubtVin } from '../../parts/form/vin.ts'
import type { VehicleBoxes } from './lists-form.ts'

type Props = {
	rows: readonly VehicleBoxes[]
	change: (rows: VehicleBoxes[]) => void
	wrong: (path: string) => string | null
}
type TextOf = 'plate' | 'vin' | 'make' | 'model' | 'colour' | 'whereSeen' | 'otherInsurer' | 'otherPolicyNo' | 'year'

export function VehicleBoxRows({ rows, change, wrong }: Props) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	return (
		<div className="form-grid">
			{rows.map((row, at) => {
				const set = (patch: Partial<VehicleBoxes>) =>
					change(rows.map((one, index) => (index === at ? { ...one, ...patch } : one)))
				const bind = (field: TextOf) => ({
					label: numbered(t(`claim.field.${field}`), at),
					value: row[field],
					onChange: (value: string) => set({ [field]: value }),
					error: wrong(`vehicles.${at}.${field}`),
				})
				const doubt = doubtVin(row.vin)
				return (
					<div key={row.id} className="record-boxes">
						<div className="w3">
							<Choice
								label={numbered(t('claim.field.side'), at)}
								value={row.side}
								onChange={(side) => side !== '' && set({ side })}
								options={vehicleSides.map((value) => ({ value, label: t(`fields.vehicleSide.${value}`) }))}
							/>
						</div>
						<div className="w3">
							<TextField {...bind('plate')} maxLength={limits.code} mono />
						</div>
						<div className="w3">
							<TextField {...bind('make')} maxLength={limits.name} />
						</div>
						<div className="w3 with-remove">
							<TextField {...bind('model')} maxLength={limits.name} />
							<RemoveRow
								what={t('intake.removeRow', { what: row.plate || numbered(t('claim.field.vehicleId'), at) })}
								onPress={() => change(rows.filter((_, index) => index !== at))}
							/>
						</div>
						<div className="w5">
							<TextField
								{...bind('vin')}
								maxLength={limits.code}
								mono
								warning={doubt ? t(`intake.doubt.${doubt}`) : null}
							/>
						</div>
						<div className="w2">
							<NumberField {...bind('year')} least={1900} most={2100} />
						</div>
						<div className="w2">
							<TextField {...bind('colour')} maxLength={limits.name} />
						</div>
						<div className="w3">
							<Segments
								label={numbered(t('claim.field.towed'), at)}
								value={row.towed}
								onChange={(towed) => set({ towed })}
								options={triStates.map((value) => ({ value, label: t(`fields.triState.${value}`) }))}
							/>
						</div>
						<div className="w4">
							<TextField {...bind('whereSeen')} maxLength={limits.line} />
						</div>
						<div className="w4">
							<TextField {...bind('otherInsurer')} maxLength={limits.name} />
						</div>
						<div className="w4">
							<TextField {...bind('otherPolicyNo')} maxLength={limits.code} mono />
						</div>
					</div>
				)
			})}
			<div className="w12 row-adds">
				<AddRow label={t('intake.addVehicle')} onPress={() => change([...rows, blankVehicle(rows)])} />
			</div>
		</div>
	)
}

function blankVehicle(rows: readonly VehicleBoxes[]): VehicleBoxes {
	return {
		id: newId(),
		side: rows.some((one) => one.side === 'insured') ? 'third-party' : 'insured',
		plate: '',
		vin: '',
		make: '',
		model: '',
		year: '',
		colour: '',
		towed: null,
		whereSeen: '',
		otherInsurer: '',
		otherPolicyNo: '',
	}
}
