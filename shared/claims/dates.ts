/**
 * Calendar dates of accidents: wall dates at the place of the accident, always the text YYYY-MM-DD.
 * A date is never turned into an instant, so no time zone can move it.
 */

export type DateText = string

const pattern = /^(\d{4})-(\d{2})-(\d{2})$/
const dayMs = 86_400_000

/** First day accepted as an accident date: older ones are typing errors. */
export const earliestAccident: DateText = '1950-01-01'

function fromParts(year: number, month: number, day: number): DateText | null {
	const date = new Date(Date.UTC(year, month - 1, day))
	date.setUTCFullYear(year)
	const real = date.getUTCFullYear() === year && date.getUTCMonth() === month - 1 && date.getUTCDate() === day
	return real ? date.toISOString().slice(0, 10) : null
}

/** True for a day that exists: 2026-02-31 does not. */
export function isDate(text: string): boolean {
	const match = pattern.exec(text)
	return match !== null && fromParts(Number(match[1]), Number(match[2]), Number(match[3])) === text
}

/** Days since 1970-01-01. @param date an existing date */
export function dayNumber(date: DateText): number {
	return Math.round(Date.parse(`${date}T00:00:00Z`) / dayMs)
}

/** The inverse of dayNumber. */
export function dateOfDay(day: number): DateText {
	return new Date(day * dayMs).toISOString().slice(0, 10)
}

export function addDays(date: DateText, days: number): DateText {
	return dateOfDay(dayNumber(date) + days)
}

/** Today on this machine's wall clock. @param now epoch ms @param offsetMinutes minutes east of UTC */
export function todayAt(now: number, offsetMinutes: number): DateText {
	return new Date(now + offsetMinutes * 60_000).toISOString().slice(0, 10)
}

const relative: ReadonlyArray<readonly [RegExp, number]> = [
	[/^(today|t|今天|今日|今)$/i, 0],
	[/^(yesterday|y|昨天|昨日|昨)$/i, -1],
	[/^(前天|前日)$/, -2],
	[/^(大前天)$/, -3],
	[/^(tomorrow|明天|明日)$/i, 1],
]

/**
 * Reads what people type into a date box: 2026-03-14, 2026/3/14, 20260314, 2026年3月14日, 3-14, 0314 (this year, or last
 * year when that would lie in the future), today, 昨天, -2 (two days ago).
 * @returns the date, or null when it is no date that exists.
 */
export function readDate(typed: string, today: DateText): DateText | null {
	const text = typed.normalize('NFKC').trim()
	for (const [words, days] of relative) if (words.test(text)) return addDays(today, days)
	const ago = /^-(\d{1,3})$/.exec(text)
	if (ago) return addDays(today, -Number(ago[1]))
	const full =
		/^(\d{4})\s*[-/.年]\s*(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text)
	if (full) return fromParts(Number(full[1]), Number(full[2]), Number(full[3]))
	const short = /^(\d{1,2})\s*[-/.月]\s*(\d{1,2})\s*日?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
	if (!short) return null
	const thisYear = fromParts(Number(today.slice(0, 4)), Number(short[1]), Number(short[2]))
	if (thisYear !== null && thisYear <= today) return thisYear
	return fromParts(Number(today.slice(0, 4)) - 1, Number(short[1]), Number(short[2]))
}

/** Reads a typed time: 21:45, 2145, 9:05, 9点5分, 21时. @returns HH:MM or null. */
export function readTime(typed: string): string | null {
	const text = typed.normalize('NFKC').trim()
	const match = /^(\d{1,2})\s*[:.点时h]\s*(\d{1,2})?\s*分?$/.exec(text) ?? /^(\d{2})(\d{2})$/.exec(text)
	if (!match) return null
	const hour = Number(match[1])
	const minute = Number(match[2] ?? 0)
	if (hour > 23 || minute > 59) return null
	return `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`
}
