import fc from 'fast-check'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, test } from 'vitest'
import { type Change, change, encodeChanges, schemaVersion, tables } from '../../shared/change/change.ts'
import { makeStamp, type Stamp, stampMs, tick } from '../../shared/change/clock.ts'
import { claimCore, damage, person, vehicle } from '../../shared/claims/claim.ts'

/** Milliseconds up to the year 9999. */
const wall = fc.integer({ min: 0, max: 253_402_300_799_999 })

describe('R33: the hybrid clock', () => {
	test('never goes back or stands still, however the wall clock jumps', () => {
		fc.assert(
			fc.property(fc.array(wall, { minLength: 1, maxLength: 60 }), (walls) => {
				let last: Stamp | null = null
				for (const now of walls) {
					const next = tick(last, now)
					expect(next).toMatch(/^[0-9a-f]{16}$/)
					if (last !== null) expect(next > last).toBe(true)
					expect(stampMs(next)).toBeGreaterThanOrEqual(now)
					last = next
				}
			}),
		)
	})

	test('follows the wall clock when it runs ahead, and counts when it went back', () => {
		expect(tick(null, 1_000)).toBe(makeStamp(1_000, 0))
		expect(tick(makeStamp(1_000, 7), 1_001)).toBe(makeStamp(1_001, 0))
		expect(tick(makeStamp(1_000, 7), 1_000)).toBe(makeStamp(1_000, 8))
		expect(tick(makeStamp(1_000, 7), 3)).toBe(makeStamp(1_000, 8))
		expect(tick(null, -5)).toBe(makeStamp(0, 0))
		expect(tick(null, 12.9)).toBe(makeStamp(12, 0))
	})

	test('a full counter moves on by one millisecond', () => {
		expect(tick(makeStamp(1_000, 0xffff), 1_000)).toBe(makeStamp(1_001, 0))
		let last = makeStamp(1_000, 0)
		for (let more = 0; more < 70_000; more++) {
			const next = tick(last, 500)
			if (next <= last) expect.fail(`${next} after ${last}`)
			last = next
		}
		expect(last).toBe(makeStamp(1_001, 70_000 - 0x10000))
	})

	test('the order of the texts is the order of time, then of the counter', () => {
		const stamp = fc.tuple(wall, fc.integer({ min: 0, max: 0xffff }))
		fc.assert(
			fc.property(stamp, stamp, ([ms, counter], [otherMs, otherCounter]) => {
				const earlier = ms < otherMs || (ms === otherMs && counter < otherCounter)
				expect(makeStamp(ms, counter) < makeStamp(otherMs, otherCounter)).toBe(earlier)
				expect(stampMs(makeStamp(ms, counter))).toBe(ms)
			}),
		)
	})
})

describe('R36: field groups', () => {
	test.for(Object.entries(tables))(
		'every field of %s is in exactly one group, and guarded groups exist',
		([, spec]) => {
			const fields = Object.values(spec.groups).flat()
			expect(new Set(fields).size).toBe(fields.length)
			for (const guarded of spec.guarded) expect(Object.keys(spec.groups)).toContain(guarded)
		},
	)

	test.for([
		['claim', claimCore],
		['person', person],
		['vehicle', vehicle],
		['damage', damage],
	] as const)('everything a person can enter in a %s travels', ([name, schema]) => {
		const fields: string[] = Object.values(tables[name].groups).flat()
		const entered = Object.keys(schema.shape).filter((field) => field !== 'id')
		expect(entered.filter((field) => !fields.includes(field))).toEqual([])
	})

	test('status and money are decided by headquarters', () => {
		expect([...tables.claim.guarded].sort()).toEqual(['estimate', 'settlement', 'status'])
		expect(tables.claim.groups.estimate).toContain('estimateMinor')
		expect(tables.claim.groups.settlement).toContain('settlementMinor')
		expect(tables.claim.groups.status).toContain('status')
		expect(tables.note.kind).toBe('append')
	})
})

const aChange = (more: Partial<Change> = {}): Change => ({
	replica: uuidv7(),
	rseq: 1,
	txn: uuidv7(),
	idx: 0,
	of: 1,
	hlc: makeStamp(1_000, 0),
	table: 'claim',
	id: uuidv7(),
	op: 'set',
	fields: { place: { v: { place: 'M23公路10号路口附近' }, bases: [] } },
	schema: schemaVersion,
	user: uuidv7(),
	wall: '2026-11-20T02:00:00.000Z',
	...more,
})

describe('R33: the change record', () => {
	test('survives its way as a line of JSON', () => {
		const value = fc.jsonValue()
		const fields = fc.dictionary(
			fc.stringMatching(/^[a-z]{1,12}$/),
			fc.record({ v: value, bases: fc.array(fc.string({ maxLength: 60 })) }),
		)
		fc.assert(
			fc.property(fc.array(fields, { minLength: 1, maxLength: 5 }), (many) => {
				const sent = many.map((one, idx) => change.parse(aChange({ fields: one, idx, of: many.length, rseq: idx + 1 })))
				const lines = encodeChanges(sent).split('\n')
				expect(lines.pop()).toBe('')
				expect(lines.map((line) => change.parse(JSON.parse(line)))).toEqual(JSON.parse(JSON.stringify(sent)))
				expect(encodeChanges(lines.map((line) => change.parse(JSON.parse(line))))).toBe(encodeChanges(sent))
			}),
		)
	})

	test.for([
		['a replica that is no id', { replica: 'laptop' }],
		['sequence 0', { rseq: 0 }],
		['a short stamp', { hlc: '00' }],
		['an unknown operation', { op: 'merge' as never }],
		['an empty transaction', { of: 0 }],
		['a fraction', { rseq: 1.5 }],
	] as const)('%s is refused', ([, wrong]) => expect(change.safeParse(aChange(wrong)).success).toBe(false))
})
