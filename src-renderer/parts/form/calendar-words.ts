import { type DateText, todayAt } from '../../../shared/claims/dates.ts'

/** Short name of the day of the week; read in UTC so that no zone can move the date. */
export function weekday(date: DateText, locale: string): string {
	return new Intl.DateTimeFormat(locale, { weekday: 'short', timeZone: 'UTC' }).format(Date.parse(`${date}T00:00:00Z`))
}

/** Today on this machine's wall clock. */
export function todayHere(now = Date.now()): DateText {
	return todayAt(now, -new Date(now).getTimezoneOffset())
}

/** HH:MM:SS on this machine's wall clock, 24 h. @param iso an instant */
export function clockTime(iso: string): string {
	const date = new Date(iso)
	return [date.getHours(), date.getMinutes(), date.getSeconds()].map((part) => String(part).padStart(2, '0')).join(':')
}

/** YYYY-MM-DD HH:MM on this machine's wall clock. @param iso an instant */
export function stampTime(iso: string): string {
	return `${todayHere(Date.parse(iso))} ${clockTime(iso).slice(0, 5)}`
}
