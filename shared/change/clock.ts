/**
 * Hybrid logical clock (Kulkarni et al. 2014): 48 bits of milliseconds, 16 bits of counter, as 16 hex digits, so
 * that text order is time order. Pure: the caller keeps the last stamp, in the same transaction as the change.
 */
export type Stamp = string

const maxCounter = 0xffff

export function makeStamp(ms: number, counter: number): Stamp {
	return ms.toString(16).padStart(12, '0') + counter.toString(16).padStart(4, '0')
}

export function stampMs(stamp: Stamp): number {
	return Number.parseInt(stamp.slice(0, 12), 16)
}

/** The next stamp after `last`, never lower, even when the wall clock went back. @param now epoch ms */
export function tick(last: Stamp | null, now: number): Stamp {
	const wall = Math.max(0, Math.floor(now))
	if (last === null || stampMs(last) < wall) return makeStamp(wall, 0)
	const counter = Number.parseInt(last.slice(12), 16)
	return counter < maxCounter ? makeStamp(stampMs(last), counter + 1) : makeStamp(stampMs(last) + 1, 0)
}
