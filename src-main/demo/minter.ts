import { formatClaimNo } from '../../shared/claims/numbers.ts'

/** Mints the numbers of sample claims: serials count on per device and year, as on real devices. */
export type Minter = {
	mint(city: string, block: string, at: number): string
	/** Serials not spent yet, by year. */
	next(block: string): ReadonlyMap<number, number>
}

/** The device of the demo site: Shanghai's first. */
export const demoBlock = '7KM'

export function makeMinter(): Minter {
	const serials = new Map<string, Map<number, number>>()
	const of = (block: string): Map<number, number> => {
		const known = serials.get(block) ?? new Map<number, number>()
		serials.set(block, known)
		return known
	}
	return {
		mint(city, block, at) {
			const year = new Date(at).getUTCFullYear()
			const serial = of(block).get(year) ?? 1
			of(block).set(year, serial + 1)
			return formatClaimNo({ city, block, year, serial })
		},
		next: of,
	}
}
