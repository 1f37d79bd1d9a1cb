import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { type Role, roles } from '../../shared/access/roles.ts'
import type { Input, VerbName } from '../../shared/desk-api/verbs.ts'
import { aForm } from '../support/claim.ts'
import { aDesk, addClaim, value } from '../support/desk.ts'

/**
 * R22: the whole cross product of roles, verbs and whose claim it is, through the desk. Each cell of the literal table
 * is what the permission model says: own, city (any claim of a granted city), all, or - (refused).
 */
type Reach = '-' | 'own' | 'city' | 'all'
const expected: Record<string, Record<Role, Reach>> = {
	'claims.get': {
		agent: 'city',
		adjuster: 'city',
		supervisor: 'city',
		reviewer: 'all',
		auditor: 'all',
		administrator: '-',
	},
	'claims.history': {
		agent: 'city',
		adjuster: 'city',
		supervisor: 'city',
		reviewer: 'all',
		auditor: 'all',
		administrator: '-',
	},
	'claims.reveal': {
		agent: '-',
		adjuster: 'own',
		supervisor: 'city',
		reviewer: 'all',
		auditor: '-',
		administrator: '-',
	},
	'claims.edit': { agent: 'own', adjuster: 'own', supervisor: 'city', reviewer: '-', auditor: '-', administrator: '-' },
	'claims.edit estimate': {
		agent: '-',
		adjuster: 'own',
		supervisor: '-',
		reviewer: '-',
		auditor: '-',
		administrator: '-',
	},
	'claims.note': {
		agent: 'city',
		adjuster: 'city',
		supervisor: 'city',
		reviewer: 'all',
		auditor: '-',
		administrator: '-',
	},
	'step assigned': {
		agent: '-',
		adjuster: 'city',
		supervisor: 'city',
		reviewer: '-',
		auditor: '-',
		administrator: '-',
	},
	'step withdrawn': {
		agent: '-',
		adjuster: 'own',
		supervisor: 'city',
		reviewer: '-',
		auditor: '-',
		administrator: '-',
	},
	'step denied': { agent: '-', adjuster: '-', supervisor: 'city', reviewer: 'all', auditor: '-', administrator: '-' },
}

const step = (id: string, to: 'assigned' | 'withdrawn' | 'denied'): Input<'claims.step'> => ({
	id,
	from: 'reported',
	to,
	reason: 'because',
	assignee: null,
	keptClaimNo: null,
	settlementMinor: null,
})

const calls: Record<string, (id: string) => [VerbName, unknown]> = {
	'claims.get': (id) => ['claims.get', { id }],
	'claims.history': (id) => ['claims.history', { id }],
	'claims.reveal': (id) => ['claims.reveal', { id }],
	'claims.edit': (id) => ['claims.edit', { id, was: { summary: '' }, now: { summary: 'edited' } }],
	'claims.edit estimate': (id) => ['claims.edit', { id, was: { estimateMinor: null }, now: { estimateMinor: 100 } }],
	'claims.note': (id) => ['claims.note', { id, text: 'a note' }],
	'step assigned': (id) => ['claims.step', step(id, 'assigned')],
	'step withdrawn': (id) => ['claims.step', step(id, 'withdrawn')],
	'step denied': (id) => ['claims.step', step(id, 'denied')],
}

/** Verbs that are about no claim in particular, and who may call them. */
const general: Record<string, { call: [VerbName, () => unknown]; may: Role[] }> = {
	page: {
		call: ['claims.page', () => ({ filter: {}, at: { first: true }, limit: 10 })],
		may: ['agent', 'adjuster', 'supervisor', 'reviewer', 'auditor'],
	},
	save: { call: ['claims.save', () => ({ id: uuidv7(), form: aForm(), submit: false })], may: ['agent', 'adjuster'] },
	open: { call: ['intake.open', () => ({ id: null, fresh: false })], may: ['agent', 'adjuster'] },
	people: { call: ['people.list', () => ({})], may: ['supervisor', 'reviewer', 'auditor', 'administrator'] },
	disable: { call: ['people.disable', () => ({ id: uuidv7() })], may: ['administrator'] },
	archive: { call: ['claims.archive', () => ({ beforeDate: '1990-01-01' })], may: ['administrator'] },
}

async function someClaims() {
	const opened = await aDesk()
	const { desk, core } = opened
	const session = core.session as NonNullable<typeof core.session>
	const become = (role: Role[], id: string, cities: string[] | '*') => {
		session.actor = { id, roles: role, cities }
		session.account = { ...session.account, id, roles: role }
	}
	const owner = session.actor.id
	become(['adjuster'], owner, '*')
	return { desk, become, owner, fresh: () => addClaim(desk) }
}

describe('R22: permissions on every verb', () => {
	for (const name of Object.keys(expected))
		it(`R22: ${name} for every role, on own, others' and foreign cities' claims`, async () => {
			const { desk, become, owner, fresh } = await someClaims()
			const wrong: string[] = []
			for (const role of roles) {
				const reach = (expected[name] as Record<Role, Reach>)[role]
				const cases = [
					['own', owner, ['SH'], reach !== '-'],
					["another's", uuidv7(), ['SH'], reach === 'city' || reach === 'all'],
					['foreign city', uuidv7(), ['BJ'], reach === 'all'],
					['own, foreign city', owner, ['BJ'], reach === 'all'],
				] as const
				for (const [label, id, cities, allowed] of cases) {
					become(['adjuster'], owner, '*')
					const claim = await fresh()
					become([role], id, [...cities])
					const [verb, input] = (calls[name] as (typeof calls)[string])(claim.id)
					const reply = await desk.call(verb, input as never)
					// A guard that does not hold comes after the permission did.
					const permitted = reply.ok || reply.error.code === 'GUARD'
					if (permitted !== allowed) wrong.push(`${role} on ${label}: ${reply.ok ? 'allowed' : reply.error.code}`)
					if (!reply.ok && !['DENIED', 'NOT_FOUND', 'GUARD'].includes(reply.error.code))
						wrong.push(`${role}: ${reply.error.code}`)
				}
			}
			expect(wrong).toEqual([])
		})

	for (const [name, { call, may }] of Object.entries(general))
		it(`R22: ${name} for every role`, async () => {
			const { desk, become } = await someClaims()
			const [verb, input] = call
			for (const role of roles) {
				become([role], uuidv7(), ['SH'])
				const reply = await desk.call(verb, input() as never)
				const denied = !reply.ok && reply.error.code === 'DENIED'
				expect([role, !denied]).toEqual([role, may.includes(role)])
			}
		})

	it('R22: a claim of a city not granted is not found, listed, counted, searched or shown as a duplicate', async () => {
		const { desk, become, fresh } = await someClaims()
		const claim = await fresh()
		become(['adjuster'], uuidv7(), ['BJ'])
		const page = async (filter: object) =>
			value(await desk.call('claims.page', { filter, at: { first: true }, limit: 50 })).rows
		for (const filter of [{}, { text: '546452' }, { cities: ['SH'] }, { statuses: ['reported'] }])
			expect(await page(filter)).toEqual([])
		expect(value(await desk.call('claims.count', { filter: {}, days: [] })).total).toBe(0)
		expect(value(await desk.call('claims.byPolicy', { policyNo: '546452' }))).toEqual([])
		const like = { id: uuidv7(), policyNo: '546452', accidentDate: claim.accidentDate, plates: [], phones: [] }
		expect(value(await desk.call('claims.duplicates', like))).toEqual([])
	})

	it('R22: sensitive fields are masked until revealed, the reveal is audited; an auditor sees no personal field in clear', async () => {
		const { desk, become, owner } = await someClaims()
		const form = aForm()
		const [driver] = form.people
		const people = [{ ...driver, phone: '13812345678', licenceNo: '310101199001011234', idNo: '42', injury: 'neck' }]
		const claim = value(
			await desk.call('claims.save', { id: uuidv7(), form: { ...form, people: people as never }, submit: true }),
		)
		expect(claim.people[0]).toMatchObject({ name: 'Sarah Standl', licenceNo: '••••1234', idNo: '••••', injury: '••••' })
		expect(value(await desk.call('claims.reveal', { id: claim.id })).people[0]).toMatchObject({
			idNo: '42',
			injury: 'neck',
		})
		become(['auditor'], uuidv7(), '*')
		const masked = value(await desk.call('claims.get', { id: claim.id }))
		expect(masked.people[0]).toMatchObject({ name: 'S••••', phone: '••••5678', licenceNo: '••••1234' })
		become(['adjuster'], owner, '*')
		value(
			await desk.call('claims.edit', {
				id: claim.id,
				was: {},
				now: {},
				people: { was: claim.people.map(unseen), now: claim.people.map((one) => ({ ...unseen(one), phone: '139' })) },
			}),
		)
		expect(value(await desk.call('claims.reveal', { id: claim.id })).people[0]).toMatchObject({
			idNo: '42',
			phone: '139',
		})
	})
})

function unseen<T extends { licenceNo?: string; idNo?: string; injury?: string }>(person: T) {
	const { licenceNo: _, idNo: __, injury: ___, ...rest } = person
	return rest
}
