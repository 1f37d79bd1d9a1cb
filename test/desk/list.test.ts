import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { addDays } from '../../shared/claims/dates.ts'
import type { ClaimFilter } from '../../shared/desk-api/claims.ts'
import type { Desk, Input } from '../../shared/desk-api/verbs.ts'
import { aForm, aPerson, aVehicle } from '../support/claim.ts'
import { aDesk, addClaim, value } from '../support/desk.ts'

const page = async (
	desk: Desk,
	filter: ClaimFilter = {},
	at: Input<'claims.page'>['at'] = { first: true },
	limit = 50,
) => value(await desk.call('claims.page', { filter, at, limit }))
const total = async (desk: Desk, filter: ClaimFilter) =>
	value(await desk.call('claims.count', { filter, days: [] })).total

/** 130 claims over 40 days, three or four a day, every seventh without a date. */
async function manyClaims(desk: Desk) {
	const dates: (string | null)[] = []
	for (let n = 0; n < 130; n += 1) {
		const accidentDate = n % 7 === 0 ? null : addDays('2026-11-19', -(n % 40))
		dates.push(accidentDate)
		await addClaim(desk, { accidentDate, policyNo: `P-${n}` }, false)
	}
	return dates
}

describe('the dated list', () => {
	it('R8 R9 R10: newest accident first, undated on top, the same rows forwards and backwards, none twice, none missing', async () => {
		const { desk } = await aDesk()
		const dates = await manyClaims(desk)
		const forwards = []
		let at: Input<'claims.page'>['at'] = { first: true }
		for (;;) {
			const part = await page(desk, {}, at)
			forwards.push(...part.rows)
			if (!part.more.after) break
			at = { after: part.rows.at(-1)?.key as number }
		}
		const expected = dates
			.map((date) => date ?? '9999')
			.sort()
			.reverse()
		expect(forwards.map((row) => row.accidentDate ?? '9999')).toEqual(expected)
		expect(new Set(forwards.map((row) => row.id)).size).toBe(130)
		const last = forwards.at(-1)?.key as number
		const previous = await page(desk, {}, { before: last })
		expect(previous.rows).toEqual(forwards.slice(-51, -1))
		expect(previous.more).toEqual({ before: true, after: true })
		expect((await page(desk, {}, { before: forwards[30]?.key as number })).more.before).toBe(false)
	})

	it('R10: goes to a date, and counts total, position and days exactly', async () => {
		const { desk } = await aDesk()
		const dates = await manyClaims(desk)
		const there = await page(desk, {}, { date: '2026-11-10' })
		expect(there.rows[0]?.accidentDate).toBe('2026-11-10')
		expect(there.more.before).toBe(true)
		const counts = value(
			await desk.call('claims.count', { filter: {}, above: there.rows[0]?.key as number, days: ['2026-11-10', ''] }),
		)
		expect(counts.total).toBe(130)
		expect(counts.above).toBe(dates.filter((date) => date === null || date > '2026-11-10').length)
		expect(counts.days).toEqual({
			'2026-11-10': dates.filter((date) => date === '2026-11-10').length,
			'': dates.filter((date) => date === null).length,
		})
	})

	it('R13: date range, status, category, tags, city and mine combine', async () => {
		const { desk } = await aDesk()
		const wanted = await addClaim(desk, { accidentDate: '2026-11-05', category: 'theft', tags: ['高速', 'tow'] })
		await addClaim(desk, { accidentDate: '2026-11-05', category: 'theft', tags: ['tow'] }, false)
		await addClaim(desk, { accidentDate: '2026-11-05', category: 'glass', tags: ['高速'] })
		await addClaim(desk, { accidentDate: '2026-10-05', category: 'theft', tags: ['高速'] })
		const filter: ClaimFilter = {
			from: '2026-11-01',
			to: '2026-11-30',
			statuses: ['reported', 'assigned'],
			categories: ['theft', 'fire'],
			tags: ['高速'],
			cities: ['SH'],
			mine: true,
		}
		expect((await page(desk, filter)).rows.map((row) => row.id)).toEqual([wanted.id])
		expect(await total(desk, filter)).toBe(1)
		expect(await total(desk, { ...filter, cities: ['BJ'] })).toBe(0)
		expect(await total(desk, { tags: ['高速', 'tow'] })).toBe(4)
		expect((await page(desk, { tags: ['高速', 'tow'] })).rows).toHaveLength(4)
		expect(await total(desk, { statuses: ['draft', 'reported'] })).toBe(4)
		expect(await total(desk, { from: '2026-11-06' })).toBe(0)
	})

	it('R5 R13: finds by every number, name, plate, phone, place, cause, note and tag, two-character words included', async () => {
		const { desk } = await aDesk()
		const form = aForm({
			policyNo: 'AUTO-789 456',
			place: '中环路汶水路立交',
			cause: '追尾，三车连撞',
			summary: 'Slid on gravel into a wall',
			tags: ['高速'],
			people: [
				aPerson({ name: '石磊', phone: '+86 138 0000 0001' }),
				aPerson({ name: 'José Müller', roles: ['witness'] }),
			],
			vehicles: [aVehicle({ plate: '沪A·12345', vin: '1HGCM82633A004352' })],
			notes: ['Customer called back about the bumper.'],
		})
		const claim = value(await desk.call('claims.save', { id: uuidv7(), form, submit: true }))
		await addClaim(desk, { policyNo: '999', cause: 'other', people: [aPerson({ name: 'Other' })] })
		const queries = [
			'追尾',
			'连撞',
			'石磊',
			'磊',
			'汶水路',
			'追尾 三车',
			'gravel',
			'GRAVEL',
			'grav',
			'jose muller',
			'沪A12345',
			'沪a',
		]
		queries.push('auto789456', '789 456', 'AUTO-789', claim.claimNo, claim.claimNo.toLowerCase().replaceAll('-', ''))
		queries.push('13800000001', '138 0000', '1HGCM82633A004352', 'bumper', '高速', '"gravel', 'gravel*')
		for (const text of queries)
			expect([text, (await page(desk, { text })).rows.map((row) => row.id)]).toEqual([text, [claim.id]])
		for (const text of [
			'NOT gravel',
			'追赶',
			'-x OR 1',
			'NEAR(gravel wall)',
			'%',
			'"',
			"'; DROP TABLE claim; --",
			'😀',
			'('.repeat(200),
		])
			expect([text, (await page(desk, { text })).rows]).toEqual([text, []])
	})

	it('R13: results of a search come newest first and follow edits', async () => {
		const { desk } = await aDesk()
		for (const accidentDate of ['2026-10-01', '2026-11-01', '2026-09-01'])
			await addClaim(desk, { accidentDate, cause: '追尾' })
		const rows = (await page(desk, { text: '追尾' })).rows
		expect(rows.map((row) => row.accidentDate)).toEqual(['2026-11-01', '2026-10-01', '2026-09-01'])
		const id = rows[2]?.id as string
		const was = { cause: '追尾', accidentDate: '2026-09-01' }
		value(await desk.call('claims.edit', { id, was, now: { cause: 'hail', accidentDate: '2026-11-15' } }))
		expect(await total(desk, { text: '追尾' })).toBe(2)
		expect((await page(desk)).rows[0]).toMatchObject({ id, accidentDate: '2026-11-15', cause: 'hail' })
		expect(value(await desk.call('claims.byPolicy', { policyNo: '546 452' })).map((row) => row.accidentDate)).toEqual([
			'2026-11-15',
			'2026-11-01',
			'2026-10-01',
		])
	})

	it('R13: words that were edited away find nothing, neither that claim nor the next one in its old place', async () => {
		const { desk } = await aDesk()
		const { id } = await addClaim(desk, { accidentDate: '2026-11-18', cause: 'hail' })
		value(await desk.call('claims.edit', { id, was: { cause: 'hail' }, now: { cause: 'gravel' } }))
		expect((await page(desk, { text: 'hail' })).rows).toEqual([])
		const was = { accidentDate: '2026-11-18' }
		value(await desk.call('claims.edit', { id, was, now: { accidentDate: '2026-11-17' } }))
		const next = await addClaim(desk, { accidentDate: '2026-11-18', cause: 'flood' })
		expect((await page(desk, { text: 'gravel' })).rows.map((row) => row.id)).toEqual([id])
		expect((await page(desk, { text: 'flood' })).rows.map((row) => row.id)).toEqual([next.id])
	})

	it('R12: ended claims older than the rule leave the working set, can still be found, and come back when reopened', async () => {
		const { desk, core } = await aDesk()
		const old = await addClaim(desk, { accidentDate: '2020-01-01', cause: 'old hail' })
		const step = (to: 'withdrawn' | 'reopened', from: 'reported' | 'withdrawn') =>
			desk.call('claims.step', {
				id: old.id,
				from,
				to,
				reason: 'r',
				assignee: null,
				keptClaimNo: null,
				settlementMinor: null,
			})
		value(await step('withdrawn', 'reported'))
		const open = await addClaim(desk, { accidentDate: '2020-01-01' })
		expect(value(await desk.call('claims.archive', { beforeDate: '2023-01-01' })).moved).toBe(1)
		expect((await page(desk)).rows.map((row) => row.id)).toEqual([open.id])
		expect((await page(desk, { archived: true })).rows).toHaveLength(2)
		expect((await page(desk, { archived: true, text: 'hail' })).rows.map((row) => row.archived)).toEqual([true])
		expect(value(await desk.call('claims.byPolicy', { policyNo: '546452' }))).toHaveLength(2)
		expect(value(await desk.call('claims.get', { id: old.id })).archived).toBe(true)
		const { actor } = core.session as NonNullable<typeof core.session>
		Object.assign(actor, { roles: [...actor.roles, 'supervisor'] })
		expect(value(await step('reopened', 'withdrawn')).archived).toBe(false)
		expect((await page(desk)).rows).toHaveLength(2)
	})
})
