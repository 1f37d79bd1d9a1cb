/** Letter values and weights of the check digit: ISO 3779 as used by 49 CFR 565 and GB 16735. */
const letterValues: Readonly<Record<string, number>> = {
	...{ A: 1, B: 2, C: 3, D: 4, E: 5, F: 6, G: 7, H: 8, J: 1, K: 2, L: 3, M: 4, N: 5, P: 7, R: 9 },
	...{ S: 2, T: 3, U: 4, V: 5, W: 6, X: 7, Y: 8, Z: 9 },
}
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]

export type VinDoubt = 'vin-length' | 'vin-letters' | 'vin-check'

/** What is odd about a VIN. Only ever a warning: European makers need not keep the check digit, and old cars have shorter ones. */
export function doubtVin(typed: string): VinDoubt | null {
	const vin = typed.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '')
	if (vin === '') return null
	if (!/^[A-HJ-NPR-Z0-9]*$/.test(vin)) return 'vin-letters'
	if (vin.length !== 17) return 'vin-length'
	let sum = 0
	for (const [at, character] of [...vin].entries())
		sum += (letterValues[character] ?? Number(character)) * (weights[at] as number)
	const digit = sum % 11 === 10 ? 'X' : String(sum % 11)
	return vin[8] === digit ? null : 'vin-check'
}
