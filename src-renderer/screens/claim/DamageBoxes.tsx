import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { Damage, Vehicle } from '../../../shared/claims/claim.ts'
import { severities } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { vehicleName } from './vehicle-name.ts'

type Props = {
	rows: readonly Damage[]
	change: (rows: Damage[]) => void
	wrong: (path: string) => string | null
	vehicles: readonly Vehicle[]
}

export function DamageBoxes({ rows, change, wrong, vehicles }: Props) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	const blank = (): Damage => ({
		id: newId(),
		what: '',
		where: '',
		vehicleId: rows.at(-1)?.vehicleId ?? null,
		severity: 'unknown',
	})
	const [spare] = useState(blank)
	const shown = rows.length === 0 ? [spare] : rows
	function add() {
		const row = blank()
		change([...shown, row])
		requestAnimationFrame(() => document.querySelector<HTMLElement>(`[name="${row.id}"]`)?.focus())
	}
	return (
		<div className="form-grid">
			{shown.map((row, at) => {
				const set = (patch: Partial<Damage>) =>
					change(shown.map((one, index) => (index === at ? { ...one, ...patch } : one)))
				return (
					<div key={row.id} className="record-boxes">
						<div className="w4">
							<TextField
								name={row.id}
								label={numbered(t('claim.box.damage'), at)}
								value={row.what}
								onChange={(what) => set({ what })}
								onEnter={add}
								error={wrong(`damages.${at}.what`)}
								maxLength={limits.line}
							/>
						</div>
						<div className="w3">
							<Choice
								label={numbered(t('intake.box.damageVehicle'), at)}
								value={row.vehicleId ?? ''}
								onChange={(value) => set({ vehicleId: value === '' ? null : value })}
								empty={t('intake.vehicleUnknown')}
								options={vehicles.map((one) => ({ value: one.id, label: vehicleName(vehicles, one.id, t) }))}
							/>
						</div>
						<div className="w3">
							<TextField
								label={numbered(t('claim.field.where'), at)}
								value={row.where}
								onChange={(where) => set({ where })}
								onEnter={add}
								error={wrong(`damages.${at}.where`)}
								maxLength={limits.line}
							/>
						</div>
						<div className="w2 with-remove">
							<Choice
								label={numbered(t('claim.field.severity'), at)}
								value={row.severity}
								onChange={(severity) => severity !== '' && set({ severity })}
								options={severities.map((value) => ({ value, label: t(`fields.severity.${value}`) }))}
							/>
							<RemoveRow
								what={t('intake.removeRow', { what: row.what || numbered(t('claim.box.damage'), at) })}
								onPress={() => change(shown.filter((_, index) => index !== at))}
							/>
						</div>
					</div>
				)
			})}
			<div className="w12 row-adds">
				<AddRow label={t('intake.addDamage')} onPress={add} />
			</div>
		</div>
	)
}
