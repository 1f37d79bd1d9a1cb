import type { TFunction } from 'i18next'
import type { Option } from '../../parts/form/Choice.tsx'
import type { VehicleRow } from './form.ts'

/** Vehicles as one points at them: the insured one, the other, the second other; with the plate once there is one. */
export function vehicleOptions(vehicles: readonly VehicleRow[], t: TFunction<'words'>): Option<string>[] {
	const counts = { insured: 0, 'third-party': 0 }
	return vehicles.map((row) => {
		counts[row.side] += 1
		const at = counts[row.side]
		const name =
			row.side === 'insured'
				? at === 1
					? t('intake.ours')
					: t('intake.numbered', { label: t('intake.ours'), at })
				: at === 1
					? t('intake.theirs')
					: t('intake.theirsNth', { at })
		const plate = row.plate.trim()
		return { value: row.id, label: plate === '' ? name : `${name} · ${plate}` }
	})
}
