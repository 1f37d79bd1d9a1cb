import { addDays, dayNumber } from '../../shared/claims/dates.ts'

/** Samples cover three years; the last accident is the reference call's. */
export const firstDay = '2023-11-20'
export const lastDay = '2026-11-19'
/** "Now" of the samples: nothing in them happens later. 2026-11-20 10:00 in Shanghai. */
export const samplesEnd = Date.parse('2026-11-20T02:00:00.000Z')

const hourMs = 3_600_000
/** Monday first: Fridays are busy, Sundays quiet. */
const byWeekday = [1.05, 1, 0.98, 1.02, 1.2, 0.95, 0.8]
/** January first: ice and holidays in winter, rain in June and July, empty towns at Spring Festival. */
const byMonth = [1.15, 0.8, 0.95, 0.95, 1, 1.1, 1.12, 1.02, 0.96, 0.98, 1.08, 1.18]
/** Local hour by hour from 0 to 23: two rush hours. */
const byHour = [2, 1, 1, 1, 1, 2, 5, 12, 17, 12, 8, 8, 9, 8, 8, 9, 11, 17, 18, 12, 8, 6, 5, 3]
export const hours = byHour.map((weight, hour) => [hour, weight] as const)

/**
 * Spreads claims over the days, in order. The business grows: the last year has about half as many again as the first.
 * @returns the day of claim number `index` (from 0)
 */
export function spreadOverDays(count: number): (index: number) => string {
	const first = dayNumber(firstDay)
	const days = dayNumber(lastDay) - first + 1
	const ends: number[] = []
	let sum = 0
	for (let day = 0; day < days; day += 1) {
		// Day 0 of the epoch was a Thursday.
		const weekday = (first + day + 3) % 7
		const month = Number(addDays(firstDay, day).slice(5, 7)) - 1
		sum += (byWeekday[weekday] as number) * (byMonth[month] as number) * (0.8 + (0.4 * day) / days)
		ends.push(sum)
	}
	let day = 0
	return (index) => {
		const at = ((index + 0.5) / count) * sum
		if (day > 0 && at < (ends[day - 1] as number)) day = 0
		while (at >= (ends[day] as number) && day < days - 1) day += 1
		return addDays(firstDay, day)
	}
}

/** The instant of a wall time in China, which has one zone and no summer time. @param hour may have a fraction */
export function chinaInstant(date: string, hour: number): number {
	return Date.parse(`${date}T00:00:00.000Z`) + Math.round((hour - 8) * 60) * 60_000
}

/** Moves what would happen at night to the next morning: offices keep hours. @param spread 0–1, minutes into the morning */
export function inOfficeHours(at: number, spread: number): number {
	const hour = (Math.floor(at / hourMs) + 8) % 24
	if (hour >= 8 && hour < 19) return at
	const midnight = Math.floor((at + 8 * hourMs) / (24 * hourMs)) * 24 * hourMs - 8 * hourMs
	return midnight + (hour < 8 ? 0 : 24 * hourMs) + 8 * hourMs + Math.floor(spread * 150) * 60_000
}
