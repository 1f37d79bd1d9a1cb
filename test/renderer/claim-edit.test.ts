import { describe, expect, test } from 'vitest'
import type { ClaimCore, Person } from '../../shared/claims/claim.ts'
import { emptyForm } from '../../shared/claims/claim.ts'
import type { ClaimView } from '../../shared/desk-api/claims.ts'
import type { Clash } from '../../shared/desk-api/errors.ts'
import { splitHidden } from '../../src-renderer/parts/hidden-characters.ts'
import { changedCore, coreOfFacts, openFacts, problemsOfFacts } from '../../src-renderer/screens/claim/facts-form.ts'
import { filledRows, problemsOfRows } from '../../src-renderer/screens/claim/lists-form.ts'
import { withoutMasked } from '../../src-renderer/screens/claim/masked.ts'
import { settleCore, settleList } from '../../src-renderer/screens/claim/settle-clash.ts'

const today = '2026-03-20'
const stored = {
	...emptyForm('Asia/Shanghai', 'CNY'),
	accidentDate: '2026-03-14',
	reportedAt: '2026-03-14T01:02:33.444Z',
	place: 'M23',
	cause: 'hit a car',
	tags: ['tow'],
	faultPercent: 70,
} as unknown as ClaimView

const core = (patch: object) => coreOfFacts({ ...openFacts(stored), ...patch }, stored.timeZone, today)
const changes = (patch: object) => changedCore(stored, core(patch))

describe('R9: editing facts in place', () => {
	test('what was not touched is not sent, the seconds of the report time included', () =>
		expect(changes({})).toEqual({ was: {}, now: {} }))

	test('only the changed fields go, each with what was shown', () => {
		expect(changes({ place: ' M23 junction 10 ', faultPercent: '' })).toEqual({
			was: { place: 'M23', faultPercent: 70 },
			now: { place: 'M23 junction 10', faultPercent: null },
		})
		expect(changes({ tagTyped: 'night' })).toEqual({ was: { tags: ['tow'] }, now: { tags: ['tow', 'night'] } })
		expect(changes({ reportTime: '10:00' }).now).toEqual({ reportedAt: '2026-03-14T02:00:00.000Z' })
	})

	test('unreadable text is named and blocks', () => {
		const form = { ...openFacts(stored), accidentDate: '2026-02-31', faultPercent: '170', cause: '\ud800' }
		expect(problemsOfFacts(form, today)).toEqual([
			{ path: 'accidentDate', code: 'no-such-date' },
			{ path: 'faultPercent', code: 'out-of-range' },
			{ path: 'cause', code: 'ill-formed' },
		])
		expect(problemsOfFacts(openFacts(stored), today)).toEqual([])
	})
})

describe('R36: a clash is decided field by field', () => {
	const clash = (path: string, was: unknown, mine: unknown, theirs: unknown): Clash => ({
		path,
		was,
		mine,
		theirs,
		by: 'Wang',
		at: '',
	})

	test('mine is sent against what is stored now; theirs is left alone; the rest goes as it was', () => {
		const edit = {
			was: { place: 'A', cause: 'B', summary: '' },
			now: { place: 'mine', cause: 'mine', summary: 'long' },
		}
		const clashes = [clash('place', 'A', 'mine', 'theirs'), clash('cause', 'B', 'mine', 'theirs')]
		expect(settleCore(edit, clashes, { place: 'mine', cause: 'theirs' })).toEqual({
			was: { place: 'theirs', summary: '' },
			now: { place: 'mine', summary: 'long' },
		})
	})

	test('in a list, by row and field; a removed row is added again or let go', () => {
		const edit = {
			was: [
				{ id: 'a', name: 'A', phone: '1' },
				{ id: 'b', name: 'B' },
			],
			now: [
				{ id: 'a', name: 'A2', phone: '2' },
				{ id: 'b', name: 'B2' },
			],
		}
		const clashes = [
			clash('people.0.name', 'A', 'A2', 'A3'),
			clash('people.0.phone', '1', '2', '3'),
			clash('people.1', { id: 'b' }, { id: 'b' }, null),
		]
		expect(
			settleList('people', edit, clashes, { 'people.0.name': 'mine', 'people.0.phone': 'theirs', 'people.1': 'mine' }),
		).toEqual({
			was: [{ id: 'a', name: 'A3', phone: '3' }],
			now: [
				{ id: 'a', name: 'A2', phone: '3' },
				{ id: 'b', name: 'B2' },
			],
		})
		const letGo = settleList('people', edit, clashes, {
			'people.0.name': 'theirs',
			'people.0.phone': 'theirs',
			'people.1': 'theirs',
		})
		expect(letGo.now).toEqual([{ id: 'a', name: 'A3', phone: '3' }])
	})
})

describe('the rows of a section', () => {
	const row = (id: string, name: string) =>
		({ id, name, roles: [], phone: '', address: '', vehicleId: null, licenceClass: '' }) satisfies Person

	test('a new row nobody filled in is no record; one that was there stays', () => {
		const rows = [row('old', ''), row('new', '  '), row('newer', ' Radley ')]
		expect(filledRows('people', rows, [{ id: 'old' }]).map(({ id, name }) => [id, name])).toEqual([
			['old', ''],
			['newer', 'Radley'],
		])
	})

	test('a mask is never sent back', () =>
		expect(withoutMasked({ ...row('a', 'A'), licenceNo: '••••1234', idNo: '••••', injury: '••••' })).toEqual(
			row('a', 'A'),
		))

	test('an impossible year is named by its row', () =>
		expect(problemsOfRows('vehicles', [{ year: '2019' }, { year: '19' }])).toEqual([
			{ path: 'vehicles.1.year', code: 'out-of-range' },
		]))
})

describe('text of others', () => {
	test('what is invisible or turns direction is made visible, joiners of emoji are left', () => {
		expect(splitHidden('a\u202Eb\u200bc')).toEqual([
			{ text: 'a' },
			{ hidden: 'U+202E' },
			{ text: 'b' },
			{ hidden: 'U+200B' },
			{ text: 'c' },
		])
		expect(splitHidden('👨‍👩‍👧 <script>')).toEqual([{ text: '👨‍👩‍👧 <script>' }])
		expect(splitHidden('two\nlines')).toEqual([{ text: 'two\nlines' }])
		expect(splitHidden('')).toEqual([])
		expect(splitHidden('\u{e0041}')).toEqual([{ hidden: 'U+E0041' }])
	})
})

// The base of an edit is a part of the core: a field that leaves the core must leave the form too.
test('every field of the facts is a field of the core', () => {
	const known = Object.keys(stored) as (keyof ClaimCore)[]
	for (const field of Object.keys(core({})) as (keyof ClaimCore)[]) expect(known).toContain(field)
})
