import type { Random } from './random.ts'

/** Letters of a vehicle identification number (ISO 3779: no I, O, Q) with their values for the check digit. */
const values: Readonly<Record<string, number>> = Object.fromEntries([
	...[...'0123456789'].map((digit) => [digit, Number(digit)] as const),
	...[...'ABCDEFGH'].map((letter, at) => [letter, at + 1] as const),
	...[...'JKLMN'].map((letter, at) => [letter, at + 1] as const),
	['P', 7],
	['R', 9],
	...[...'STUVWXYZ'].map((letter, at) => [letter, at + 2] as const),
])
/** Weights per position, GB 16735 and 49 CFR 565.15 alike; position 9 is the check digit itself. */
const weights = [8, 7, 6, 5, 4, 3, 2, 10, 0, 9, 8, 7, 6, 5, 4, 3, 2]
const letters = Object.keys(values).sort()
/** Model years 2010–2026, position 10. */
const years = 'ABCDEFGHJKLMNPRST'

/** The check digit of a VIN, whatever stands at its place now. */
export function vinCheckDigit(vin: string): string {
	const sum = weights.reduce((total, weight, at) => total + weight * (values[vin[at] as string] ?? 0), 0)
	return sum % 11 === 10 ? 'X' : String(sum % 11)
}

/** @param maker the world manufacturer identifier, three letters @param year 2010–2026 */
export function makeVin(random: Random, maker: string, year: number): string {
	const model = Array.from({ length: 5 }, () => random.pick(letters)).join('')
	const vin = `${maker}${model}0${years[year - 2010]}${random.pick(letters)}${random.digits(6)}`
	return vin.slice(0, 8) + vinCheckDigit(vin) + vin.slice(9)
}
