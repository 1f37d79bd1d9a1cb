import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Input } from '../../shared/desk-api/verbs.ts'
import { aForm, aPerson } from '../support/claim.ts'
import { aDesk, addClaim, becomeSomeone, error, password, signIn, temporary, value } from '../support/desk.ts'

type Step = Input<'claims.step'>
const step = (id: string, from: Step['from'], to: Step['to'], more: Partial<Step> = {}): Step => ({
	id,
	from,
	to,
	reason: 'because',
	assignee: null,
	keptClaimNo: null,
	settlementMinor: null,
	...more,
})

describe('permission holes', () => {
	it('an agent cannot set an estimate or a settlement through the form of New claim', async () => {
		const { desk } = await aDesk()
		await becomeSomeone(desk, 'agent', ['agent'])
		const save = (more: object) =>
			desk.call('claims.save', { id: uuidv7(), form: { ...aForm(), ...more }, submit: false })
		expect(error(await save({ estimateMinor: 100 })).code).toBe('DENIED')
		expect(error(await save({ settlementMinor: 100 })).code).toBe('DENIED')
	})

	it('nobody sets a settlement before it is due: the adjuster’s form does not either', async () => {
		const { desk } = await aDesk()
		const reply = await desk.call('claims.save', {
			id: uuidv7(),
			form: { ...aForm(), settlementMinor: 999_999 },
			submit: true,
		})
		expect(error(reply).code).toBe('DENIED')
	})

	it('a person granted another city alone creates nothing here', async () => {
		const { desk } = await aDesk()
		await becomeSomeone(desk, 'beijing', ['adjuster'], ['BJ'])
		const id = uuidv7()
		const reply = await desk.call('claims.save', { id, form: aForm(), submit: false })
		expect(reply.ok ? 'ok' : reply.error.code).toBe('DENIED')
		expect(error(await desk.call('intake.open', { id: null, fresh: false })).code).toBe('DENIED')
	})

	it('the auditor sees no name among duplicates', async () => {
		const { desk } = await aDesk()
		await addClaim(desk, { people: [aPerson({ name: 'Sarah Standl', roles: ['driver', 'insured'] })] })
		await becomeSomeone(desk, 'auditor', ['auditor'])
		const found = value(
			await desk.call('claims.duplicates', {
				id: uuidv7(),
				policyNo: '546452',
				accidentDate: '2026-11-19',
				plates: [],
				phones: [],
			}),
		)
		expect(found).toHaveLength(1)
		expect(JSON.stringify(found)).not.toContain('Standl')
	})

	it('tags of another city are not offered', async () => {
		const { desk } = await aDesk()
		await addClaim(desk, { tags: ['机密标签'] })
		await becomeSomeone(desk, 'beijing', ['adjuster'], ['BJ'])
		expect(value(await desk.call('claims.tags', { prefix: '机' }))).toEqual([])
	})

	it('a supervisor sees the people of his cities, not all', async () => {
		const { desk } = await aDesk()
		value(
			await desk.call('people.add', {
				userName: 'other',
				displayName: 'Other',
				roles: ['adjuster'],
				cities: ['SH'],
				temporaryPassword: temporary,
			}),
		)
		await becomeSomeone(desk, 'beijing', ['supervisor'], ['BJ'])
		expect(value(await desk.call('people.list', {})).map((one) => one.userName)).not.toContain('other')
	})

	it('a claim is not handed to somebody who cannot see it', async () => {
		const { desk } = await aDesk()
		const { id } = await addClaim(desk)
		const far = value(
			await desk.call('people.add', {
				userName: 'far',
				displayName: 'Far',
				roles: ['adjuster'],
				cities: ['BJ'],
				temporaryPassword: temporary,
			}),
		)
		await becomeSomeone(desk, 'boss', ['supervisor'])
		const reply = await desk.call('claims.step', step(id, 'reported', 'assigned', { assignee: far.id }))
		expect(error(reply)).toMatchObject({ code: 'GUARD', issues: [{ path: 'assignee', code: 'not-assignable' }] })
	})

	it('the currency is part of the estimate: it needs the same right, and changes whose estimate it is', async () => {
		const { desk } = await aDesk()
		const { id } = await addClaim(desk, { estimateMinor: 100_000 })
		await becomeSomeone(desk, 'boss', ['supervisor'])
		expect(error(await desk.call('claims.edit', { id, was: { currency: 'CNY' }, now: { currency: 'GBP' } })).code).toBe(
			'DENIED',
		)
	})

	it('four eyes: who declares a total loss without an amount does not approve it himself', async () => {
		const { desk } = await aDesk()
		await becomeSomeone(desk, 'both', ['adjuster', 'supervisor'])
		const { id } = await addClaim(desk)
		value(await desk.call('claims.step', step(id, 'reported', 'assigned')))
		value(await desk.call('claims.step', step(id, 'assigned', 'inspected')))
		value(await desk.call('claims.edit', { id, was: { totalLoss: null }, now: { totalLoss: 'yes' } }))
		value(await desk.call('claims.step', step(id, 'inspected', 'estimated')))
		expect(error(await desk.call('claims.step', step(id, 'estimated', 'approved'))).code).toBe('GUARD')
	})

	it('four eyes: the estimate does not change after it was approved', async () => {
		const { desk } = await aDesk()
		const me = await becomeSomeone(desk, 'adj', ['adjuster'])
		const { id } = await addClaim(desk)
		value(await desk.call('claims.step', step(id, 'reported', 'assigned')))
		value(await desk.call('claims.edit', { id, was: { estimateMinor: null }, now: { estimateMinor: 100 } }))
		value(await desk.call('claims.step', step(id, 'assigned', 'inspected')))
		value(await desk.call('claims.step', step(id, 'inspected', 'estimated')))
		value(await signIn(desk, 'liwei', password))
		const boss = await becomeSomeone(desk, 'boss', ['supervisor'])
		value(await desk.call('claims.step', step(id, 'estimated', 'approved')))
		value(await signIn(desk, 'adj', me))
		const reply = await desk.call('claims.edit', {
			id,
			was: { estimateMinor: 100 },
			now: { estimateMinor: 90_000_000 },
		})
		expect(reply.ok ? 'ok' : reply.error.code).not.toBe('ok')
		void boss
	})

	it('a kept claim is one the person may see', async () => {
		const { desk, core } = await aDesk()
		const kept = await addClaim(desk)
		core.session?.db.exec(`UPDATE claim SET city = 'BJ' WHERE id = '${kept.id}'`)
		await becomeSomeone(desk, 'adj', ['adjuster'], ['SH'])
		const { id } = await addClaim(desk)
		const reply = await desk.call('claims.step', step(id, 'reported', 'duplicate', { keptClaimNo: kept.claimNo }))
		expect(error(reply)).toMatchObject({ code: 'GUARD', issues: [{ code: 'no-such-claim' }] })
	})

	it('a kept claim is found however its number is typed', async () => {
		const { desk } = await aDesk()
		const kept = await addClaim(desk)
		const { id } = await addClaim(desk)
		const typed = kept.claimNo.toLowerCase().replaceAll('-', ' ')
		const reply = await desk.call('claims.step', step(id, 'reported', 'duplicate', { keptClaimNo: typed }))
		expect(reply.ok ? 'ok' : JSON.stringify(reply.error)).toBe('ok')
	})

	it('duplicates in one’s own cities are not crowded out by those of others', async () => {
		const { desk, core } = await aDesk()
		for (let at = 0; at < 22; at++) await addClaim(desk, { policyNo: 'FLEET-1' })
		const own = await addClaim(desk, { policyNo: 'FLEET-1', accidentDate: '2026-11-18' })
		core.session?.db.exec(`UPDATE claim SET city = 'BJ' WHERE id <> '${own.id}'`)
		await becomeSomeone(desk, 'adj', ['adjuster'], ['SH'])
		const found = value(
			await desk.call('claims.duplicates', {
				id: uuidv7(),
				policyNo: 'FLEET-1',
				accidentDate: '2026-11-19',
				plates: [],
				phones: [],
			}),
		)
		expect(found.map((one) => one.id)).toEqual([own.id])
	})
})
