import { zoneOffset } from '../../../shared/claims/validate.ts'

export type Wall = { date: string; time: string }

/** Wall date and time at a place. @param instant epoch ms @param zone IANA name */
export function wallAt(instant: number, zone: string): Wall {
	const text = new Date(instant + zoneOffset(zone, instant) * 60_000).toISOString()
	return { date: text.slice(0, 10), time: text.slice(11, 16) }
}

/**
 * The instant of a wall date and time, to the minute. An hour that a change to summer time skips is read with the
 * offset before it; an hour that comes twice is read as the first.
 * @param wall an existing date and HH:MM
 */
export function instantOf(wall: Wall, zone: string): string {
	const naive = Date.parse(`${wall.date}T${wall.time}:00Z`)
	const before = naive - zoneOffset(zone, naive - 86_400_000) * 60_000
	const after = naive - zoneOffset(zone, naive + 86_400_000) * 60_000
	const fits = (instant: number) => instant + zoneOffset(zone, instant) * 60_000 === naive
	return new Date(fits(before) || !fits(after) ? before : after).toISOString()
}
