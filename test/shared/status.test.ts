import { describe, expect, test } from 'vitest'
import { access, type Role, roles } from '../../shared/access/roles.ts'
import { type Status, statuses } from '../../shared/claims/fields.ts'
import {
	endedStatuses,
	openStatuses,
	type StepFacts,
	steps,
	stepsBetween,
	takeStep,
	unmetGuards,
} from '../../shared/claims/status.ts'

const letters: Record<string, Role> = { C: 'agent', A: 'adjuster', S: 'supervisor', H: 'reviewer' }
const open = 'reported assigned inspected estimated review approved settled reopened'

/** Every way a claim may go: from, to, who (call agent, adjuster, supervisor, HQ reviewer), what must hold. */
const ways = `
	draft                                 reported    CA    complete
	draft                                 discarded   CAS   reason
	discarded                             draft       CAS   -
	reported reopened                     assigned    S     assignee
	reported reopened                     assigned    A     -
	assigned inspected estimated          assigned    S     assignee,reason
	assigned                              inspected   A     inspection-note
	inspected                             estimated   A     estimate
	estimated                             review      A     -
	review                                estimated   SH    reason
	review                                inspected   SH    reason
	estimated review                      approved    SH    estimate,four-eyes,within-limit
	approved                              settled     H     settlement
	settled                               closed      AS    -
	${open}                               denied      SH    reason
	${open}                               withdrawn   AS    reason
	${open}                               duplicate   AS    kept-claim
	closed denied withdrawn duplicate     reopened    SH    reason
`

const expected = new Map<string, string[]>()
for (const line of ways.trim().split('\n')) {
	const words = line.trim().split(/\s+/)
	const [guards = '', who = '', to = ''] = words.splice(-3).reverse()
	const names = [...who].map((letter) => letters[letter]).join('+')
	for (const from of words) {
		const pair = `${from} → ${to}`
		expected.set(pair, [...(expected.get(pair) ?? []), `${names}: ${guards === '-' ? '' : guards}`].sort())
	}
}

const pairs = statuses.flatMap((from) => statuses.map((to) => [from, to] as const))

function reach(from: Status): Set<Status> {
	const seen = new Set<Status>([from])
	for (const at of seen) for (const step of steps) if (step.from.includes(at)) seen.add(step.to)
	return seen
}

describe('R22: the status machine', () => {
	test.for(pairs)('%s → %s is open to exactly those who may, under exactly its conditions', ([from, to]) => {
		const found = stepsBetween(from, to).map((step) => {
			const who = roles.filter((role) => access[role][step.action] !== undefined).join('+')
			return `${who}: ${step.guards.join(',')}`
		})
		expect(found.sort()).toEqual(expected.get(`${from} → ${to}`) ?? [])
	})

	test('every status is reached from a draft, and none is a dead end', () => {
		expect([...reach('draft')].sort()).toEqual([...statuses].sort())
		for (const status of statuses) expect(reach(status).size, status).toBeGreaterThan(1)
	})

	test('every claim that was reported can still be closed, also after a denial', () => {
		for (const status of [...openStatuses, 'denied', 'withdrawn', 'duplicate', 'draft', 'discarded'] as const)
			expect(reach(status).has('closed'), status).toBe(true)
	})

	test('open, ended and draft divide the statuses', () => {
		expect([...openStatuses, ...endedStatuses, 'draft'].sort()).toEqual([...statuses].sort())
	})

	test('nobody discards a claim that was reported', () => {
		for (const step of steps) if (step.to === 'discarded') expect(step.from).toEqual(['draft'])
	})
})

const facts: StepFacts = {
	missing: 0,
	reason: 'as agreed with the owner',
	assignee: 'a',
	keptClaim: 'SH-K7M-26-00417-X',
	estimateMinor: 100_000,
	totalLoss: false,
	estimateBy: 'adjuster',
	settlementMinor: 90_000,
	actorId: 'supervisor',
	approvalLimit: 100_000,
}

/** What breaks each guard, alone. */
const broken: ReadonlyArray<readonly [guard: string, without: Partial<StepFacts>]> = [
	['complete', { missing: 1 }],
	['reason', { reason: '' }],
	['assignee', { assignee: null }],
	['inspection-note', { reason: '' }],
	['estimate', { estimateMinor: null }],
	['four-eyes', { actorId: 'adjuster' }],
	['within-limit', { approvalLimit: 99_999 }],
	['settlement', { settlementMinor: null }],
	['kept-claim', { keptClaim: null }],
]

describe('R22: the guards', () => {
	const all = [...steps, takeStep]

	test('every guard is tried here, and every step passes when all facts are there', () => {
		expect([...new Set(all.flatMap((step) => step.guards))].sort()).toEqual(broken.map(([guard]) => guard).sort())
		for (const step of all) expect(unmetGuards(step, facts)).toEqual([])
	})

	test.for(broken)('%s stops exactly the steps that ask for it', ([guard, without]) => {
		for (const step of all) {
			const unmet = unmetGuards(step, { ...facts, ...without })
			expect(unmet.includes(guard as never), `${step.from} → ${step.to}`).toBe(step.guards.includes(guard as never))
		}
	})

	test('a total loss needs no amount, and an amount equal to the limit is within it', () => {
		const approve = stepsBetween('review', 'approved')[0]
		if (!approve) throw new Error('no step from review to approved')
		expect(unmetGuards(approve, { ...facts, estimateMinor: null, totalLoss: true })).toEqual([])
		expect(unmetGuards(approve, { ...facts, estimateMinor: 100_001 })).toEqual(['within-limit'])
		expect(unmetGuards(approve, { ...facts, estimateMinor: 0 })).toEqual([])
	})
})
