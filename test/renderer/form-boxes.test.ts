import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { currencies } from '../../shared/claims/fields.ts'
import { judgeDate, judgeTime, judgeWhole, refuseLong, stepDate } from '../../src-renderer/parts/form/judge.ts'
import { judgeMoney, writeMoney } from '../../src-renderer/parts/form/money.ts'
import { addTags } from '../../src-renderer/parts/form/tag-entry.ts'
import { doubtVin } from '../../src-renderer/parts/form/vin.ts'
import { instantOf, wallAt } from '../../src-renderer/parts/form/wall-time.ts'

const today = '2026-03-20'

describe('R13: a date box', () => {
	test.each([
		['today', '2026-03-20'],
		['昨天', '2026-03-19'],
		['0314', '2026-03-14'],
		['3-14', '2026-03-14'],
		['1220', '2025-12-20'],
		['２０２６／３／１４', '2026-03-14'],
	])('reads %s as %s', (typed, date) => expect(judgeDate(typed, today, false)).toEqual({ kind: 'read', value: date }))

	test.each([
		['2026-02-31', 'no-such-date'],
		['0231', 'no-such-date'],
		['2026-13-01', 'no-such-date'],
		['next week', 'unreadable-date'],
		['2026-03-21', 'future'],
		['tomorrow', 'future'],
		['1949-12-31', 'too-old'],
	])('keeps %s and says %s', (typed, code) => expect(judgeDate(typed, today, false)).toEqual({ kind: 'wrong', code }))

	test('lets a filter look ahead', () => expect(judgeDate('2026-03-21', today, true).kind).toBe('read'))

	test('steps a day, never into the future, and starts from today when empty', () => {
		expect(stepDate('2026-03-01', today, false, -1)).toBe('2026-02-28')
		expect(stepDate('', today, false, 1)).toBe(today)
		expect(stepDate(today, today, false, 1)).toBeNull()
		expect(stepDate('2026-02-31', today, false, 1)).toBeNull()
	})
})

test.each([
	['2145', '21:45'],
	['930', '09:30'],
	['9:05', '09:05'],
	['9点5分', '09:05'],
])('a time box reads %s as %s', (typed, time) => expect(judgeTime(typed)).toEqual({ kind: 'read', value: time }))
test.each(['24:00', '9:75', 'noon', '12345'])('a time box refuses %s', (typed) =>
	expect(judgeTime(typed).kind).toBe('wrong'),
)

describe('an amount box', () => {
	test.each([
		['1,234.50', 'CNY', 123_450],
		['1234.5', 'CNY', 123_450],
		['¥ 1,234', 'CNY', 123_400],
		['１２００', 'CNY', 120_000],
		['1.2万', 'CNY', 1_200_000],
		['0', 'EUR', 0],
		['12.500', 'USD', 1_250],
		['5000', 'JPY', 5_000],
		['0.29', 'USD', 29],
		['10,000,000,000', 'CNY', 1_000_000_000_000],
	] as const)('reads %s %s exactly', (typed, ccy, minor) =>
		expect(judgeMoney(typed, ccy, 'en')).toEqual({ kind: 'read', value: minor }),
	)

	test.each([
		['1e400', 'not-an-amount'],
		['NaN', 'not-an-amount'],
		['Infinity', 'not-an-amount'],
		['1,000.5.3', 'not-an-amount'],
		['1,00', 'not-an-amount'],
		['12,34.5', 'not-an-amount'],
		['-5', 'not-an-amount'],
		['0x10', 'not-an-amount'],
		['.', 'not-an-amount'],
		['¥', 'not-an-amount'],
		['1.005', 'too-fine'],
		['10,000,000,000.01', 'too-big'],
		['9'.repeat(400), 'too-big'],
	])('refuses %s as %s', (typed, code) => expect(judgeMoney(typed, 'CNY', 'en')).toEqual({ kind: 'wrong', code }))

	test('refuses decimals where the currency has none', () =>
		expect(judgeMoney('12.5', 'JPY', 'en')).toEqual({ kind: 'wrong', code: 'too-fine' }))

	test('every amount written is read back as itself, in each currency and language', () => {
		const ccy = fc.constantFrom(...(Object.keys(currencies) as (keyof typeof currencies)[]))
		fc.assert(
			fc.property(
				fc.integer({ min: 0, max: 1_000_000_000_000 }),
				ccy,
				fc.constantFrom('en', 'zh-CN', 'de'),
				(minor, c, locale) => {
					expect(judgeMoney(writeMoney(minor, c, locale), c, locale)).toEqual({ kind: 'read', value: minor })
				},
			),
		)
	})

	test('no text at all makes it throw', () => {
		fc.assert(fc.property(fc.string({ unit: 'binary' }), (typed) => void judgeMoney(typed, 'CNY', 'zh-CN')))
	})
})

test('a percent box takes 0 to 100 and nothing else', () => {
	expect(judgeWhole('70 %', 0, 100)).toEqual({ kind: 'read', value: 70 })
	for (const typed of ['101', '-1', '50.5', '1e2', '٥']) expect(judgeWhole(typed, 0, 100).kind).toBe('wrong')
})

test('H4: a paste of 5 MB is refused whole, and a text that got shorter is let through', () => {
	expect(refuseLong('kept', 'x'.repeat(5_000_000), 500)).toEqual({ most: 500, got: 5_000_000 })
	expect(refuseLong('x'.repeat(600), 'x'.repeat(599), 500)).toBeNull()
	expect(refuseLong('', 'x'.repeat(500), 500)).toBeNull()
})

describe('R13: tags', () => {
	test('commas of both scripts part them and doubles are dropped', () =>
		expect(addTags(['高速'], '拖车，Tow, 高速、tow').tags).toEqual(['高速', '拖车', 'Tow']))
	test('one that is too long stays in the box', () => {
		const result = addTags([], `ok,${'x'.repeat(41)}`)
		expect(result).toEqual({ tags: ['ok'], refused: 'too-long', rest: 'x'.repeat(41) })
	})
	test('the twenty-first is refused', () => {
		const twenty = Array.from({ length: 20 }, (_, at) => `t${at}`)
		expect(addTags(twenty, 'more')).toEqual({ tags: twenty, refused: 'too-many', rest: 'more' })
	})
})

test('a VIN is doubted, never refused', () => {
	expect(doubtVin('1M8GDM9AXKP042788')).toBeNull()
	expect(doubtVin('1M8GDM9A1KP042788')).toBe('vin-check')
	expect(doubtVin('1M8GDM9AXKP04278O')).toBe('vin-letters')
	expect(doubtVin('WBA')).toBe('vin-length')
	expect(doubtVin(' ')).toBeNull()
})

describe('R8: the moment of the report', () => {
	test('is the wall time at the site', () => {
		expect(instantOf({ date: '2026-03-14', time: '08:30' }, 'Asia/Shanghai')).toBe('2026-03-14T00:30:00.000Z')
		expect(wallAt(Date.parse('2026-03-13T23:30:00Z'), 'Asia/Shanghai')).toEqual({ date: '2026-03-14', time: '07:30' })
	})
	test('comes back the same on both sides of the change to summer time', () => {
		for (const wall of [
			{ date: '2026-03-28', time: '23:59' },
			{ date: '2026-03-29', time: '00:30' },
			{ date: '2026-03-29', time: '02:30' },
			{ date: '2026-10-25', time: '00:30' },
			{ date: '2026-10-25', time: '01:30' },
			{ date: '2026-10-25', time: '02:30' },
		])
			expect(wallAt(Date.parse(instantOf(wall, 'Europe/London')), 'Europe/London')).toEqual(wall)
	})
})
