import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { addDays, dateOfDay, dayNumber, isDate, readDate, readTime, todayAt } from '../../shared/claims/dates.ts'

const day = fc.integer({ min: dayNumber('1000-01-01'), max: dayNumber('9999-12-31') })

describe('R8: an accident date is a day that exists', () => {
	test.for(['2026-01-01', '2024-02-29', '2000-02-29', '2026-12-31', '0001-01-01', '9999-12-31'])('%s exists', (text) =>
		expect(isDate(text)).toBe(true),
	)
	test.for([
		'2026-02-31',
		'2026-02-29',
		'1900-02-29',
		'2026-04-31',
		'2026-13-01',
		'2026-00-10',
		'2026-01-00',
		'2026-1-1',
		'2026/01/01',
		'20260101',
		' 2026-01-01',
		'2026-01-01T00:00',
		'２０２６-01-01',
		'',
	])('%s does not', (text) => expect(isDate(text)).toBe(false))

	test('every day of 400 years, and only those, exists', () => {
		let count = 0
		for (let year = 1800; year < 2200; year++)
			for (let month = 0; month <= 13; month++)
				for (let date = 0; date <= 32; date++)
					if (isDate(`${year}-${String(month).padStart(2, '0')}-${String(date).padStart(2, '0')}`)) count++
		// A cycle of the Gregorian calendar: 400 × 365 + 97 leap days.
		expect(count).toBe(146_097)
	})

	test('day numbers and dates are each other’s inverse, and order as text', () => {
		fc.assert(
			fc.property(day, day, (one, other) => {
				expect(dayNumber(dateOfDay(one))).toBe(one)
				expect(isDate(dateOfDay(one))).toBe(true)
				expect(dateOfDay(one) < dateOfDay(other)).toBe(one < other)
			}),
		)
		expect(dayNumber('1970-01-01')).toBe(0)
		expect(addDays('2024-02-28', 1)).toBe('2024-02-29')
		expect(addDays('2026-02-28', 1)).toBe('2026-03-01')
		expect(addDays('2026-01-01', -1)).toBe('2025-12-31')
	})

	test('today follows the wall clock east and west of UTC', () => {
		const now = Date.parse('2026-03-14T11:30:00Z')
		expect(todayAt(now, 0)).toBe('2026-03-14')
		expect(todayAt(now, 14 * 60)).toBe('2026-03-15')
		expect(todayAt(now, -12 * 60)).toBe('2026-03-13')
	})
})

describe('R8: dates are read as people type them', () => {
	const today = '2026-03-14'
	test.for([
		['2026-03-14', '2026-03-14'],
		['2026-3-4', '2026-03-04'],
		['2026/3/14', '2026-03-14'],
		['2026.03.14', '2026-03-14'],
		['20260314', '2026-03-14'],
		['2026年3月14日', '2026-03-14'],
		['2026年3月14', '2026-03-14'],
		['2026 年 3 月 14 日', '2026-03-14'],
		['２０２６－０３－１４', '2026-03-14'],
		['  2026-03-14  ', '2026-03-14'],
		['3-14', '2026-03-14'],
		['3月1日', '2026-03-01'],
		['0314', '2026-03-14'],
		['0315', '2025-03-15'],
		['12-31', '2025-12-31'],
		['today', '2026-03-14'],
		['T', '2026-03-14'],
		['今天', '2026-03-14'],
		['yesterday', '2026-03-13'],
		['昨天', '2026-03-13'],
		['昨日', '2026-03-13'],
		['前天', '2026-03-12'],
		['大前天', '2026-03-11'],
		['tomorrow', '2026-03-15'],
		['明天', '2026-03-15'],
		['-2', '2026-03-12'],
		['-14', '2026-02-28'],
		['-0', '2026-03-14'],
	] as const)('%s is %s', ([typed, date]) => expect(readDate(typed, today)).toBe(date))

	test.for([
		'',
		'   ',
		'2026-02-31',
		'2026年2月29日',
		'20261301',
		'0231',
		'13-01',
		'14',
		'soon',
		'2026-03',
		'14/03/2026',
		'2026-03-14 10:00',
		'二〇二六年三月十四日',
		'-1000',
	])('%s is no date, and none is made up', (typed) => expect(readDate(typed, today)).toBeNull())

	test('29 February without a year is this leap year’s or last year’s, never another day', () => {
		expect(readDate('0229', '2024-03-01')).toBe('2024-02-29')
		expect(readDate('0229', '2025-03-01')).toBe('2024-02-29')
		expect(readDate('0229', '2026-03-01')).toBeNull()
	})

	test('a date reads as itself in every written form; without a year it is never in the future', () => {
		fc.assert(
			fc.property(day, day, (one, now) => {
				const date = dateOfDay(one)
				const [year = '', month = '', date2 = ''] = date.split('-')
				for (const form of [
					date,
					date.replaceAll('-', '/'),
					date.replaceAll('-', ''),
					`${year}年${Number(month)}月${Number(date2)}日`,
				])
					expect(readDate(form, dateOfDay(now))).toBe(date)
				const short = readDate(`${month}${date2}`, dateOfDay(now))
				if (short !== null) {
					expect(short <= dateOfDay(now)).toBe(true)
					expect(short.slice(5)).toBe(date.slice(5))
				}
			}),
		)
	})

	test('whatever is typed gives a day that exists, or none', () => {
		const piece = fc.constantFrom('2026', '02', '31', '3', '-', '/', '.', '年', '月', '日', ' ', '昨天', 't', '０', '9')
		fc.assert(
			fc.property(
				fc.oneof(
					fc.string(),
					fc.array(piece).map((all) => all.join('')),
				),
				(typed) => {
					const date = readDate(typed, today)
					expect(date === null || isDate(date)).toBe(true)
				},
			),
			{ numRuns: 2_000 },
		)
	})
})

describe('R8: times are read in 24 hours', () => {
	test.for([
		['21:45', '21:45'],
		['2145', '21:45'],
		['9:05', '09:05'],
		['9:5', '09:05'],
		['9点5分', '09:05'],
		['9点', '09:00'],
		['21时', '21:00'],
		['21h30', '21:30'],
		['２１：４５', '21:45'],
		['0:00', '00:00'],
		['2359', '23:59'],
	] as const)('%s is %s', ([typed, time]) => expect(readTime(typed)).toBe(time))
	test.for(['', '24:00', '23:60', '2460', '9', '945', '9:05 pm', 'noon', '-1:00'])('%s is no time', (typed) =>
		expect(readTime(typed)).toBeNull(),
	)
	test('every minute of the day reads as itself', () => {
		for (let minute = 0; minute < 1_440; minute++) {
			const text = `${String(Math.floor(minute / 60)).padStart(2, '0')}:${String(minute % 60).padStart(2, '0')}`
			expect(readTime(text)).toBe(text)
			expect(readTime(text.replace(':', ''))).toBe(text)
		}
	})
})
