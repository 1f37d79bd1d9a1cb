import { addDays, type DateText, earliestAccident, readDate, readTime } from '../../../shared/claims/dates.ts'
import { isSoundText } from '../../../shared/claims/text.ts'

/** What a typed box holds, as far as it can be read. A wrong one keeps its text; `code` picks the words. */
export type Judged<T> = { kind: 'empty' } | { kind: 'read'; value: T } | { kind: 'wrong'; code: WrongCode }
export type WrongCode =
	| 'no-such-date'
	| 'unreadable-date'
	| 'future'
	| 'too-old'
	| 'no-such-time'
	| 'not-a-number'
	| 'out-of-range'
	| 'too-fine'
	| 'too-big'
	| 'not-an-amount'
	| 'ill-formed'

const looksLikeDate = /^\d{1,4}\s*[-/.年月]?\s*\d{1,2}\s*([-/.月]\s*\d{1,2})?\s*日?$|^\d{4,8}$/

/** @param future whether days after today may be given */
export function judgeDate(typed: string, today: DateText, future: boolean): Judged<DateText> {
	const text = typed.normalize('NFKC').trim()
	if (text === '') return { kind: 'empty' }
	const date = readDate(text, today)
	if (date === null) return { kind: 'wrong', code: looksLikeDate.test(text) ? 'no-such-date' : 'unreadable-date' }
	if (!future && date > today) return { kind: 'wrong', code: 'future' }
	if (date < earliestAccident) return { kind: 'wrong', code: 'too-old' }
	return { kind: 'read', value: date }
}

/** Also reads 930 as 09:30, which readTime leaves alone. */
export function judgeTime(typed: string): Judged<string> {
	const text = typed.normalize('NFKC').trim()
	if (text === '') return { kind: 'empty' }
	const time = readTime(/^\d{3}$/.test(text) ? `0${text}` : text)
	return time === null ? { kind: 'wrong', code: 'no-such-time' } : { kind: 'read', value: time }
}

/** A whole number between two bounds; a percent sign is tolerated. */
export function judgeWhole(typed: string, least: number, most: number): Judged<number> {
	const text = typed.normalize('NFKC').trim().replace(/\s*%$/, '')
	if (text === '') return { kind: 'empty' }
	if (!/^\d{1,9}$/.test(text)) return { kind: 'wrong', code: 'not-a-number' }
	const value = Number(text)
	return value < least || value > most ? { kind: 'wrong', code: 'out-of-range' } : { kind: 'read', value }
}

/** The date a day before or after the one typed, or null when that one cannot be read or the answer may not be given. */
export function stepDate(typed: string, today: DateText, future: boolean, days: number): DateText | null {
	const now = judgeDate(typed, today, future)
	if (now.kind === 'wrong') return null
	const next = now.kind === 'empty' ? today : addDays(now.value, days)
	return judgeDate(next, today, future).kind === 'read' ? next : null
}

export type Refusal = { most: number; got: number }

/** A value longer than the box holds is refused whole, never cut; one that gets shorter is always let through. */
export function refuseLong(current: string, next: string, most: number): Refusal | null {
	return next.length > most && next.length > current.length ? { most, got: next.length } : null
}

/** Problem of a plain text box, if any: half of a surrogate pair or a NUL, which no record can carry. */
export function judgeText(text: string): WrongCode | null {
	return isSoundText(text) ? null : 'ill-formed'
}
