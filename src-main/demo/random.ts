/** Seeded randomness: the same seed gives the same samples on every machine and at every run. */
export type Random = {
	/** 0 ≤ x < 1 */
	next(): number
	/** low ≤ n ≤ high */
	int(low: number, high: number): number
	pick<T>(list: readonly T[]): T
	chance(probability: number): boolean
	/** One of the values, as often as its weight says. */
	weighted<T>(list: readonly (readonly [value: T, weight: number])[]): T
	/** n decimal digits */
	digits(n: number): string
	/** A version 7 UUID of that instant. @param ms epoch ms */
	uuid(ms: number): string
}

const hex = (n: number, length: number): string => n.toString(16).padStart(length, '0')

/** mulberry32 (Tommy Ettinger, public domain), seeded by two numbers mixed with the finalizer of MurmurHash3. */
export function makeRandom(seed: number, stream: number): Random {
	let state = seed ^ Math.imul(stream + 1, 0x9e3779b1)
	state = Math.imul(state ^ (state >>> 16), 0x85ebca6b)
	state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
	state ^= state >>> 16
	const word = (): number => {
		state = (state + 0x6d2b79f5) | 0
		let t = Math.imul(state ^ (state >>> 15), 1 | state)
		t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
		return (t ^ (t >>> 14)) >>> 0
	}
	const next = (): number => word() / 4_294_967_296
	const int = (low: number, high: number): number => low + Math.floor(next() * (high - low + 1))
	return {
		next,
		int,
		pick: (list) => list[Math.floor(next() * list.length)] as (typeof list)[number],
		chance: (probability) => next() < probability,
		weighted(list) {
			let left = next() * list.reduce((sum, [, weight]) => sum + weight, 0)
			for (const [value, weight] of list) {
				left -= weight
				if (left < 0) return value
			}
			return (list.at(-1) as (typeof list)[number])[0]
		},
		digits: (n) => Array.from({ length: n }, () => String(int(0, 9))).join(''),
		uuid(ms) {
			const time = hex(ms, 12)
			const low = word()
			const variant = hex(0x8000 | (low & 0x3fff), 4)
			return `${time.slice(0, 8)}-${time.slice(8)}-7${hex(word() & 0xfff, 3)}-${variant}-${hex(low >>> 16, 4)}${hex(word(), 8)}`
		},
	}
}
