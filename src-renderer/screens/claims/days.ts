import { addDays, type DateText } from '../../../shared/claims/dates.ts'
import type { ClaimRow } from '../../../shared/desk-api/claims.ts'

/** The rows of one day, in the order they came. date '' is undated. */
export type Day = { date: DateText | ''; rows: ClaimRow[] }

export function groupByDay(rows: readonly ClaimRow[]): Day[] {
	const days: Day[] = []
	for (const row of rows) {
		const date = row.accidentDate ?? ''
		const last = days.at(-1)
		if (last?.date === date) last.rows.push(row)
		else days.push({ date, rows: [row] })
	}
	return days
}

/** "Thursday · yesterday": the weekday, and how far it is when that helps. Read in UTC so that no zone moves the date. */
export function sayDay(date: DateText, today: DateText, language: string): string {
	const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' }).format(
		Date.parse(`${date}T00:00:00Z`),
	)
	const relative = new Intl.RelativeTimeFormat(language, { numeric: 'auto' })
	if (date === today) return `${weekday} · ${relative.format(0, 'day')}`
	if (date === addDays(today, -1)) return `${weekday} · ${relative.format(-1, 'day')}`
	return weekday
}
