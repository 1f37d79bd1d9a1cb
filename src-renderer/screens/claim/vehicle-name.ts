import type { TFunction } from 'i18next'
import type { Vehicle } from '../../../shared/claims/claim.ts'

/** A vehicle as one points at it: its plate, else its side. '' for one that is not there. */
export function vehicleName(
	vehicles: readonly Pick<Vehicle, 'id' | 'side' | 'plate' | 'make' | 'model'>[],
	id: string,
	t: TFunction<'words'>,
): string {
	const one = vehicles.find((vehicle) => vehicle.id === id)
	if (!one) return ''
	const name = one.plate || [one.make, one.model].filter((part) => part !== '').join(' ')
	return name === '' ? t(`fields.vehicleSide.${one.side}`) : `${t(`fields.vehicleSide.${one.side}`)} · ${name}`
}
