import { copyFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { sessionOf } from '../../src-main/desk/core.ts'
import { lockFolder } from '../../src-main/store/folder-lock.ts'
import {
	aClock,
	aDesk,
	addClaim,
	aFolder,
	error,
	openDesk,
	password,
	signIn,
	site,
	temporary,
	value,
} from '../support/desk.ts'

const audits = (core: Awaited<ReturnType<typeof aDesk>>['core']) =>
	core.session?.db.prepare('SELECT event FROM audit ORDER BY seq').pluck().all() as string[]

describe('a verb at work while the desk locks or closes', () => {
	it('a text count cut short by the lock says LOCKED, not INTERNAL', async () => {
		const { desk } = await aDesk()
		await addClaim(desk)
		const counting = desk.call('claims.count', { filter: { text: '开车' }, days: [] })
		value(await desk.call('session.lock', {}))
		expect(error(await counting).code).toBe('LOCKED')
	})

	it('archiving cut short by the lock says LOCKED or how many, not INTERNAL', async () => {
		const { desk, core } = await aDesk()
		const { id } = await addClaim(desk, { accidentDate: '2020-01-01', reportedAt: null }, false)
		value(
			await desk.call('claims.step', {
				id,
				from: 'draft',
				to: 'discarded',
				reason: 'x',
				assignee: null,
				keptClaimNo: null,
				settlementMinor: null,
			}),
		)
		const { db } = sessionOf({ session: core.session })
		db.exec(`WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 600)
			INSERT INTO claim SELECT key + i, id || i, claimNo || i, city, createdBy, createdByName, createdAt, updatedAt, archived, status, category, policyNo,
			accidentDate, accidentTime, headline, party, holder, lastRseq, statusReason, keptClaim, assignedTo, assignedName, policyKey, policyUnknownReason, reportedAt,
			reportChannel, callReason, timeQuality, timeZone, place, placeRegion, placeRoad, placeMarker, latitude, longitude, tags, cause, summary, drivable, injuries,
			totalLoss, faultPercent, police, policeReportNo, estimateMinor, estimateBy, currency, settlementMinor, versions FROM claim, n`)
		const archiving = desk.call('claims.archive', { beforeDate: '2021-01-01' })
		value(await desk.call('session.lock', {}))
		const reply = await archiving
		expect(reply.ok ? 'ok' : reply.error.code).toMatch(/^(ok|LOCKED)$/)
	})

	it('a password reset that outlives its session is in the audit log', async () => {
		const { desk, core } = await aDesk()
		const one = value(
			await desk.call('people.add', {
				userName: 'one',
				displayName: 'One',
				roles: ['agent'],
				cities: '*',
				temporaryPassword: temporary,
			}),
		)
		const resetting = desk.call('people.resetPassword', { id: one.id, temporaryPassword: 'another temporary gravel' })
		await Promise.resolve()
		await new Promise((resolve) => setImmediate(resolve))
		value(await desk.call('session.lock', {}))
		const reply = await resetting
		value(await signIn(desk, 'liwei', password))
		if (reply.ok) expect(audits(core)).toContain('people.reset-password')
	})

	it('a changed password that outlives its session is in the audit log', async () => {
		const { desk, core } = await aDesk()
		const changing = desk.call('session.changePassword', { current: password, next: 'dry gravel on the ring road' })
		await new Promise((resolve) => setImmediate(resolve))
		value(await desk.call('session.lock', {}))
		value(await changing)
		value(await signIn(desk, 'liwei', 'dry gravel on the ring road'))
		expect(audits(core)).toContain('session.change-password')
	})

	it('a person added while the desk locks can be added again', async () => {
		const { desk } = await aDesk()
		const person = {
			userName: 'one',
			displayName: 'One',
			roles: ['agent' as const],
			cities: '*' as const,
			temporaryPassword: temporary,
		}
		const adding = desk.call('people.add', person)
		value(await desk.call('session.lock', {}))
		const reply = await adding
		value(await signIn(desk, 'liwei', password))
		if (!reply.ok) value(await desk.call('people.add', person))
	})

	it('signing in while the desk closes opens nothing', async () => {
		const { desk, core, dir } = await aDesk()
		value(await desk.call('session.lock', {}))
		const signing = signIn(desk, 'liwei', password)
		await desk.close()
		await signing
		expect(core.session).toBe(null)
		const lock = value(lockFolder(dir))
		lock.release()
	})

	it('set-up while the desk closes leaves a folder that opens', async () => {
		const dir = aFolder()
		const { desk, core } = await openDesk(dir)
		const making = desk.call('setup.create', site)
		await desk.close()
		await making
		expect(core.session).toBe(null)
		const again = await openDesk(dir)
		expect(['set-up', 'sign-in']).toContain(value(await again.desk.call('app.state', {})).phase)
	})
})

describe('claim numbers', () => {
	it('are not given out twice after an old copy of the store was accepted', async () => {
		const { desk, dir } = await aDesk()
		await addClaim(desk)
		value(await desk.call('session.lock', {}))
		copyFileSync(join(dir, 'claims.db'), join(dir, 'claims.copy'))
		value(await signIn(desk, 'liwei', password))
		const told = await addClaim(desk)
		value(await desk.call('session.lock', {}))
		copyFileSync(join(dir, 'claims.copy'), join(dir, 'claims.db'))
		rmSync(join(dir, 'claims.db-wal'), { force: true })
		expect(error(await signIn(desk, 'liwei', password)).code).toBe('ROLLED_BACK')
		value(await desk.call('session.signIn', { userName: 'liwei', password, acceptLoss: true }))
		const next = await addClaim(desk)
		expect(next.claimNo).not.toBe(told.claimNo)
	})

	it('carry the year at the site', async () => {
		const clock = aClock()
		clock.setWall(Date.parse('2026-12-31T17:00:00.000Z'))
		const { desk } = await aDesk(clock)
		const { claimNo } = await addClaim(desk)
		expect(claimNo.split('-')[2]).toBe('27')
	})
})

describe('rollback', () => {
	it('README: an old copy is noticed when the mark beside it was deleted', async () => {
		const { desk, dir } = await aDesk()
		await addClaim(desk)
		value(await desk.call('session.lock', {}))
		copyFileSync(join(dir, 'claims.db'), join(dir, 'claims.copy'))
		value(await signIn(desk, 'liwei', password))
		await addClaim(desk)
		value(await desk.call('session.lock', {}))
		copyFileSync(join(dir, 'claims.copy'), join(dir, 'claims.db'))
		rmSync(join(dir, 'seal.json'))
		expect(error(await signIn(desk, 'liwei', password)).code).toBe('ROLLED_BACK')
	})
})

describe('dates', () => {
	it('a claim reported in summer after midnight can be edited in winter', async () => {
		const clock = aClock()
		clock.setWall(Date.parse('2026-07-01T23:40:00.000Z'))
		const { desk } = await aDesk(clock)
		const { id, cause } = await addClaim(desk, {
			timeZone: 'Europe/London',
			accidentDate: '2026-07-02',
			accidentTime: '00:10',
			reportedAt: '2026-07-01T23:30:00.000Z',
		})
		clock.setWall(Date.parse('2026-12-01T10:00:00.000Z'))
		value(await desk.call('claims.edit', { id, was: { cause }, now: { cause: 'x' } }))
	})

	it('a clock set back does not stop edits that touch no date', async () => {
		const { desk, clock } = await aDesk()
		const { id, cause } = await addClaim(desk)
		clock.setWall(Date.parse('2026-11-10T02:00:00.000Z'))
		value(await desk.call('claims.edit', { id, was: { cause }, now: { cause: 'x' } }))
	})

	it('the first and the last date there is, and dates beyond the claims, page and count', async () => {
		const { desk } = await aDesk()
		await addClaim(desk)
		await addClaim(desk, { accidentDate: null }, false)
		for (const date of ['0000-01-01', '0001-01-01', '1899-12-31', '9999-12-31']) {
			value(await desk.call('claims.page', { filter: {}, at: { date }, limit: 5 }))
			value(await desk.call('claims.page', { filter: { from: date }, at: { first: true }, limit: 5 }))
			value(await desk.call('claims.page', { filter: { to: date }, at: { first: true }, limit: 5 }))
			value(await desk.call('claims.count', { filter: { from: date, to: date }, days: [date, ''] }))
			value(
				await desk.call('claims.duplicates', {
					id: uuidv7(),
					policyNo: '546452',
					accidentDate: date,
					plates: [],
					phones: [],
				}),
			)
		}
		expect(value(await desk.call('claims.count', { filter: { to: '9999-12-31' }, days: [] })).total).toBe(1)
		expect(value(await desk.call('claims.count', { filter: { text: '公路' }, days: [''] }))).toMatchObject({
			total: 2,
			days: { '': 1 },
		})
	})
})
