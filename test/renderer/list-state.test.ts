import { beforeEach, describe, expect, test } from 'vitest'
import type { ClaimRow } from '../../shared/desk-api/claims.ts'
import { columnIds, readColumns, standardColumns, tracksOf } from '../../src-renderer/screens/claims/columns.ts'
import { groupByDay, sayDay } from '../../src-renderer/screens/claims/days.ts'
import { addSaved, readSaved } from '../../src-renderer/screens/claims/saved-filters.ts'
import { clearFilter, forgetList, setFilter, tidyFilter, turnTo, useList } from '../../src-renderer/state/list.ts'

const row = (accidentDate: string | null, key: number): ClaimRow => ({
	key,
	id: `00000000-0000-7000-8000-${String(key).padStart(12, '0')}`,
	claimNo: `SH-K7M-26-${String(key).padStart(5, '0')}-X`,
	accidentDate,
	accidentTime: null,
	policyNo: '546452',
	place: 'M23',
	cause: '',
	party: '',
	status: 'draft',
	category: null,
	city: 'SH',
	assignedName: '',
	sync: 'waits',
	archived: false,
})

describe('the place in the dated list', () => {
	beforeEach(forgetList)

	test('R13: filters combine, and an emptied one leaves no trace in the question', () => {
		setFilter({ from: '2026-03-01' })
		setFilter({ statuses: ['draft'], text: 'M23' })
		expect(useList.getState().filter).toEqual({ from: '2026-03-01', statuses: ['draft'], text: 'M23' })
		setFilter({ statuses: [], text: '', mine: false, from: undefined })
		expect(useList.getState().filter).toEqual({})
		expect(tidyFilter({ tags: [], mine: true })).toEqual({ mine: true })
	})

	test('R10: another filter starts at its first page; turning a page keeps the filter', () => {
		setFilter({ text: 'x' })
		turnTo({ after: 7 })
		expect(useList.getState()).toMatchObject({ filter: { text: 'x' }, at: { after: 7 }, row: null, scroll: 0 })
		setFilter({ mine: true })
		expect(useList.getState().at).toEqual({ first: true })
		turnTo({ before: 3 })
		clearFilter()
		expect(useList.getState()).toMatchObject({ filter: {}, at: { first: true } })
	})

	test('R21: another person does not find what the last one searched for', () => {
		setFilter({ text: 'Sarah Standl' })
		forgetList()
		expect(useList.getState()).toMatchObject({ filter: {}, row: null })
	})
})

describe('days', () => {
	test('R8: rows are grouped by accident date in the order they come, undated ones apart', () => {
		const days = groupByDay([row(null, 1), row('2026-03-14', 2), row('2026-03-14', 3), row('2026-03-13', 4)])
		expect(days.map((day) => [day.date, day.rows.map((one) => one.key)])).toEqual([
			['', [1]],
			['2026-03-14', [2, 3]],
			['2026-03-13', [4]],
		])
		expect(groupByDay([])).toEqual([])
	})

	test('R44: the weekday is named in the language shown, and no time zone moves it', () => {
		expect(sayDay('2026-03-14', '2026-03-20', 'en')).toBe('Saturday')
		expect(sayDay('2026-03-14', '2026-03-14', 'en')).toBe('Saturday · today')
		expect(sayDay('2026-03-14', '2026-03-15', 'zh-CN')).toBe('星期六 · 昨天')
	})
})

describe('what a person keeps', () => {
	test('R9: chosen columns come back in the fixed order; unreadable choices are the standard ones', () => {
		expect(readColumns(undefined)).toEqual(standardColumns)
		expect(readColumns('not json')).toEqual(standardColumns)
		expect(readColumns('{}')).toEqual(standardColumns)
		expect(readColumns('["status","place","nonsense"]')).toEqual(['place', 'status'])
		expect(readColumns('[]')).toEqual([])
	})

	test('every column has a width', () => {
		// two more for the sync mark and the claim number; a track may hold a blank inside minmax()
		const tracks = tracksOf(columnIds).match(/minmax\([^)]*\)|\S+/g)
		expect(tracks).toHaveLength(columnIds.length + 2)
	})

	test('R13: saved filters are read back checked, and a name is used once', () => {
		const saved = addSaved(addSaved([], { name: 'a', filter: { mine: true } }), { name: 'a', filter: { text: 'x' } })
		expect(saved).toEqual([{ name: 'a', filter: { text: 'x' } }])
		expect(readSaved(JSON.stringify(saved))).toEqual(saved)
		expect(readSaved('[{"name":"a","filter":{"from":"2026-02-31"}}]')).toEqual([])
		expect(readSaved('[{"name":"a","filter":{"sql":"x"}}]')).toEqual([])
		expect(readSaved('nonsense')).toEqual([])
		expect(readSaved(undefined)).toEqual([])
	})
})
