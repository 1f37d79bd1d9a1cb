import { dayNumber } from '../../shared/claims/dates.ts'
import { type ReadDb, sql } from './connection.ts'

/**
 * Keys of the dated list: day × 2^24 + count within the day, so that descending keys are "newest accident first".
 * Days count from 1900-01-01, which keeps keys positive; claims without a date stand above every date. The largest
 * key is below 2^47, exact in JavaScript.
 */
const perDay = 2 ** 24
const base = dayNumber('1900-01-01')
const undated = 2 ** 22

/** First key of a day, and of the day after it. @param date YYYY-MM-DD, or null for claims without a date */
export function keysOfDay(date: string | null): { low: number; high: number } {
	const day = date === null ? undated : dayNumber(date) - base
	return { low: day * perDay, high: (day + 1) * perDay }
}

/** Above every key there can be. */
export const keyCeiling = (undated + 1) * perDay

/** The next free key of a day: 16 million claims fit into one. */
export function nextKey(db: ReadDb, date: string | null): number {
	const { low, high } = keysOfDay(date)
	const last = sql(db, 'SELECT max(key) FROM claim WHERE key >= ? AND key < ?').pluck().get(low, high) as number | null
	const key = last === null ? low : last + 1
	if (key >= high) throw new RangeError('no room for another claim on this day')
	return key
}
