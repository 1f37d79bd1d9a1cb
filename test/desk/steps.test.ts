import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import type { Role } from '../../shared/access/roles.ts'
import type { Status } from '../../shared/claims/fields.ts'
import type { Input } from '../../shared/desk-api/verbs.ts'
import { aDesk, addClaim, error, value } from '../support/desk.ts'

async function aCase() {
	const opened = await aDesk()
	const { desk, core } = opened
	const session = core.session as NonNullable<typeof core.session>
	const me = session.actor.id
	const become = (roles: Role[], id = me) => {
		session.actor = { id, roles, cities: '*' }
	}
	const step = (id: string, from: Status, to: Status, more: Partial<Input<'claims.step'>> = {}) =>
		desk.call('claims.step', {
			id,
			from,
			to,
			reason: '',
			assignee: null,
			keptClaimNo: null,
			settlementMinor: null,
			...more,
		})
	return { ...opened, me, become, step }
}
const unmet = (reply: Awaited<ReturnType<Awaited<ReturnType<typeof aCase>>['step']>>) =>
	error(reply).issues?.map((issue) => issue.code)

describe('status steps', () => {
	it('a claim goes from reported to closed through its guards, each step in its history', async () => {
		const { desk, become, step } = await aCase()
		const { id } = await addClaim(desk)
		expect(value(await step(id, 'reported', 'assigned')).assignedTo?.name).toBe('Li Wei')
		expect(unmet(await step(id, 'assigned', 'inspected'))).toEqual(['inspection-note'])
		value(await step(id, 'assigned', 'inspected', { reason: 'no camera; seen at the yard' }))
		expect(unmet(await step(id, 'inspected', 'estimated'))).toEqual(['estimate'])
		value(await desk.call('claims.edit', { id, was: { estimateMinor: null }, now: { estimateMinor: 6_000_000 } }))
		value(await step(id, 'inspected', 'estimated'))
		value(await step(id, 'estimated', 'review'))
		become(['supervisor'])
		expect(unmet(await step(id, 'review', 'approved'))).toEqual(['four-eyes', 'within-limit'])
		become(['supervisor'], uuidv7())
		expect(unmet(await step(id, 'review', 'approved'))).toEqual(['within-limit'])
		expect(unmet(await step(id, 'review', 'estimated'))).toEqual(['reason'])
		become(['reviewer'], uuidv7())
		value(await step(id, 'review', 'approved'))
		expect(unmet(await step(id, 'approved', 'settled'))).toEqual(['settlement'])
		expect(value(await step(id, 'approved', 'settled', { settlementMinor: 5_900_000 })).settlementMinor).toBe(5_900_000)
		become(['adjuster'])
		const closed = value(await step(id, 'settled', 'closed'))
		expect(closed.status).toBe('closed')
		expect(closed.steps).toEqual([])
		const { events } = value(await desk.call('claims.history', { id }))
		const walked = events
			.flatMap((event) => event.changes.flatMap((one) => one.fields))
			.filter((one) => one.field === 'status')
		expect(walked.map((one) => one.to).reverse()).toEqual([
			'assigned',
			'inspected',
			'estimated',
			'review',
			'approved',
			'settled',
			'closed',
		])
	})

	it('a step from a status that has moved on is a conflict', async () => {
		const { desk, step } = await aCase()
		const { id } = await addClaim(desk)
		value(await step(id, 'reported', 'assigned'))
		expect(error(await step(id, 'reported', 'assigned'))).toMatchObject({
			code: 'CONFLICT',
			clashes: [{ theirs: 'assigned' }],
		})
	})

	it('a duplicate names the claim that is kept; both stay', async () => {
		const { desk, step } = await aCase()
		const kept = await addClaim(desk)
		const { id, claimNo } = await addClaim(desk)
		expect(unmet(await step(id, 'reported', 'duplicate', { keptClaimNo: claimNo }))).toEqual(['no-such-claim'])
		expect(unmet(await step(id, 'reported', 'duplicate', { keptClaimNo: 'SH-AAA-26-00001-0' }))).toEqual([
			'no-such-claim',
		])
		const done = value(await step(id, 'reported', 'duplicate', { keptClaimNo: kept.claimNo.toLowerCase() }))
		expect(done.keptClaim).toEqual({ id: kept.id, claimNo: kept.claimNo })
		expect(value(await desk.call('claims.count', { filter: {}, days: [] })).total).toBe(2)
	})

	it('a draft with gaps cannot be reported; discarded, it can be brought back', async () => {
		const { desk, step } = await aCase()
		const { id, missing } = await addClaim(desk, { place: '' }, false)
		expect(missing.map((issue) => issue.path)).toEqual(['place'])
		expect(unmet(await step(id, 'draft', 'reported'))).toEqual(['complete'])
		expect(unmet(await step(id, 'draft', 'discarded'))).toEqual(['reason'])
		value(await step(id, 'draft', 'discarded', { reason: 'typed twice' }))
		expect(value(await step(id, 'discarded', 'draft')).status).toBe('draft')
	})

	it('the view offers exactly the steps that the reader may take', async () => {
		const { desk, become } = await aCase()
		const { id } = await addClaim(desk)
		const offered = async () =>
			value(await desk.call('claims.get', { id })).steps.map((one) => `${one.to}${one.take ? ' (take)' : ''}`)
		become(['adjuster'])
		expect(await offered()).toEqual(['withdrawn', 'duplicate', 'assigned (take)'])
		become(['supervisor'])
		expect(await offered()).toEqual(['assigned', 'denied', 'withdrawn', 'duplicate'])
		become(['auditor'])
		expect(await offered()).toEqual([])
	})

	it('only people who inspect can be handed a claim', async () => {
		const { desk, become, step, me } = await aCase()
		const { id } = await addClaim(desk)
		become(['administrator'])
		const agent = value(
			await desk.call('people.add', {
				userName: 'agent',
				displayName: 'Agent',
				roles: ['agent'],
				cities: '*',
				temporaryPassword: 'temporary word for agents',
			}),
		)
		become(['supervisor'])
		expect(unmet(await step(id, 'reported', 'assigned', { assignee: agent.id }))).toEqual(['not-assignable'])
		expect(value(await step(id, 'reported', 'assigned', { assignee: me })).assignedTo).toEqual({
			id: me,
			name: 'Li Wei',
		})
		expect(value(await desk.call('people.assignees', {})).map((one) => one.displayName)).toEqual(['Li Wei'])
	})
})
