import { describe, expect, it } from 'vitest'
import type { ClaimForm } from '../../shared/claims/claim.ts'
import { deedsOf, loadClaims } from '../../src-main/demo/load.ts'
import { type SampleClaim, unhandled } from '../../src-main/demo/sample-claim.ts'
import { makeSamples } from '../../src-main/demo/samples.ts'
import { type Core, sessionOf } from '../../src-main/desk/core.ts'
import { findBrokenAudit } from '../../src-main/store/audit.ts'
import { readRecords } from '../../src-main/store/claims.ts'
import { linesOf } from '../support/change-log.ts'
import { aForm } from '../support/claim.ts'
import { aDesk, value } from '../support/desk.ts'

/** A sample as the signed-in person would have taken it. */
function sampleOf(core: Core, id: string, claimNo: string, form: ClaimForm): SampleClaim {
	const { account } = sessionOf(core)
	return {
		id,
		claimNo,
		city: 'SH',
		at: core.clock.now(),
		by: account,
		form,
		submitted: true,
		state: unhandled('reported'),
		notes: [],
		acts: [],
	}
}

describe('loading samples', () => {
	it('writes the same rows, history and search words as saving in the form', async () => {
		const daily = await aDesk()
		const loaded = await aDesk()
		const form = aForm({ tags: ['高速', '拖车'], summary: '两车相撞' })
		const opened = value(await daily.desk.call('intake.open', { id: null, fresh: true }))
		value(await daily.desk.call('claims.save', { id: opened.id, form, submit: true }))
		const sample = sampleOf(loaded.core, opened.id, opened.claimNo, form)
		expect(await loadClaims(loaded.core, sessionOf(loaded.core), deedsOf(sample))).toBe(1)

		const look = async ({ core, desk }: typeof daily) => {
			const { db, account } = sessionOf(core)
			const all = (text: string) => db.prepare(text).all() as Record<string, unknown>[]
			const log = all('SELECT n, bytes FROM change_log').map(({ n, bytes }) => {
				// Replica and transaction ids differ from desk to desk.
				const changes = linesOf(bytes).map((line) => ({ ...JSON.parse(line), replica: '', txn: '' }))
				return { n, changes }
			})
			const text = JSON.stringify({
				records: readRecords(db, opened.id),
				tags: all('SELECT * FROM claim_tag'),
				events: all('SELECT claimId, seq, at, byName, kind, changes FROM claim_event'),
				audit: all(`SELECT wall, userId, roles, event, objectId, detail FROM audit WHERE objectId = '${opened.id}'`),
				log,
				found: value(await desk.call('claims.page', { filter: { text: '相撞' }, at: { first: true }, limit: 5 })).rows,
			})
			return JSON.parse(text.replaceAll(account.id, 'ACCOUNT')) as unknown
		}
		expect(await look(loaded)).toEqual(await look(daily))
	})

	it('keeps the audit chain whole, and each deed bears its own author and time', async () => {
		const { core, desk } = await aDesk()
		const session = sessionOf(core)
		const samples = [...makeSamples({ count: 120 })]
		const deeds = samples.flatMap((claim) => deedsOf(claim)).sort((a, b) => a.at - b.at)
		expect(await loadClaims(core, session, deeds, { perTransaction: 100 })).toBe(deeds.length)
		expect(findBrokenAudit(session.db, session.keys.audit)).toBeNull()
		expect(value(await desk.call('claims.count', { filter: { archived: true }, days: [] })).total).toBe(120)
		const reference = samples.at(-1) as SampleClaim
		const { events } = value(await desk.call('claims.history', { id: reference.id }))
		expect(events.map((event) => [event.kind, event.byName])).toEqual([
			['noted', '林晓'],
			['step', '周慧'],
			['noted', '徐佳'],
			['created', '徐佳'],
		])
		expect(events.at(-1)?.at).toBe('2026-11-19T13:12:00.000Z')
		const closed = samples.find((claim) => claim.acts.some((act) => act.set.status === 'closed')) as SampleClaim
		const view = value(await desk.call('claims.get', { id: closed.id }))
		expect(view.status).toBe('closed')
		expect(view.notes.map((note) => note.text).sort()).toEqual(closed.notes.map((note) => note.text).sort())
	})

	it('stops between two transactions when told to, with nothing half-written', async () => {
		const { core, desk } = await aDesk()
		const stop = new AbortController()
		const deeds = [...makeSamples({ count: 90 })].map(
			(claim) => deedsOf(claim, true)[0] as ReturnType<typeof deedsOf>[0],
		)
		const onProgress = (done: number) => done >= 40 && stop.abort()
		expect(
			await loadClaims(core, sessionOf(core), deeds, { perTransaction: 20, signal: stop.signal, onProgress }),
		).toBe(40)
		expect(value(await desk.call('claims.count', { filter: {}, days: [] })).total).toBe(40)
	})
})
