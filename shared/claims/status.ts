import type { Action } from '../access/roles.ts'
import type { Status } from './fields.ts'

/**
 * The status machine. Each step names who may take it (an action of shared/access) and what must hold first.
 * A guard's name is also the key of the message that says what to do.
 */

export type Guard =
	| 'complete' // the submit list has no gap
	| 'reason' // a reason is given
	| 'assignee' // a person to hand it to is named
	| 'inspection-note' // photographs, or a note of why there are none
	| 'estimate' // an amount, or declared a total loss
	| 'four-eyes' // not the person who set the estimate
	| 'within-limit' // within the approver's limit
	| 'settlement' // a settlement amount
	| 'kept-claim' // the claim that is kept is named

export type Step = { from: readonly Status[]; to: Status; action: Action; guards: readonly Guard[] }

export const openStatuses: readonly Status[] = [
	'reported',
	'assigned',
	'inspected',
	'estimated',
	'review',
	'approved',
	'settled',
	'reopened',
]

/** Claims that a retention rule may move off the working set. */
export const endedStatuses: readonly Status[] = ['closed', 'denied', 'withdrawn', 'duplicate', 'discarded']

export const steps: readonly Step[] = [
	{ from: ['draft'], to: 'reported', action: 'claim.create', guards: ['complete'] },
	{ from: ['draft'], to: 'discarded', action: 'claim.discard', guards: ['reason'] },
	{ from: ['discarded'], to: 'draft', action: 'claim.discard', guards: [] },
	{ from: ['reported', 'reopened'], to: 'assigned', action: 'claim.assign', guards: ['assignee'] },
	{
		from: ['assigned', 'inspected', 'estimated'],
		to: 'assigned',
		action: 'claim.assign',
		guards: ['assignee', 'reason'],
	},
	{ from: ['assigned'], to: 'inspected', action: 'claim.inspect', guards: ['inspection-note'] },
	{ from: ['inspected'], to: 'estimated', action: 'claim.estimate', guards: ['estimate'] },
	{ from: ['estimated'], to: 'review', action: 'claim.submit-review', guards: [] },
	{ from: ['review'], to: 'estimated', action: 'claim.review', guards: ['reason'] },
	{ from: ['review'], to: 'inspected', action: 'claim.review', guards: ['reason'] },
	{
		from: ['estimated', 'review'],
		to: 'approved',
		action: 'claim.approve',
		guards: ['estimate', 'four-eyes', 'within-limit'],
	},
	{ from: ['approved'], to: 'settled', action: 'claim.settle', guards: ['settlement'] },
	{ from: ['settled'], to: 'closed', action: 'claim.close', guards: [] },
	{ from: openStatuses, to: 'denied', action: 'claim.review', guards: ['reason'] },
	{ from: openStatuses, to: 'withdrawn', action: 'claim.withdraw', guards: ['reason'] },
	{ from: openStatuses, to: 'duplicate', action: 'claim.withdraw', guards: ['kept-claim'] },
	{ from: ['closed', 'denied', 'withdrawn', 'duplicate'], to: 'reopened', action: 'claim.review', guards: ['reason'] },
]

/** An adjuster takes a waiting claim for himself: the assign step with another permission and himself as assignee. */
export const takeStep: Step = { from: ['reported', 'reopened'], to: 'assigned', action: 'claim.take', guards: [] }

/** What the guards look at. */
export type StepFacts = {
	missing: number
	reason: string
	assignee: string | null
	keptClaim: string | null
	estimateMinor: number | null
	totalLoss: boolean
	estimateBy: string | null
	settlementMinor: number | null
	actorId: string
	approvalLimit: number
}

const holds: Record<Guard, (facts: StepFacts) => boolean> = {
	complete: (f) => f.missing === 0,
	reason: (f) => f.reason !== '',
	assignee: (f) => f.assignee !== null,
	'inspection-note': (f) => f.reason !== '',
	estimate: (f) => f.estimateMinor !== null || f.totalLoss,
	'four-eyes': (f) => f.estimateBy !== f.actorId,
	'within-limit': (f) => (f.estimateMinor ?? 0) <= f.approvalLimit,
	settlement: (f) => f.settlementMinor !== null,
	'kept-claim': (f) => f.keptClaim !== null,
}

/** The guards of a step that do not hold yet; empty means it may be taken. */
export function unmetGuards(step: Step, facts: StepFacts): Guard[] {
	return step.guards.filter((guard) => !holds[guard](facts))
}

/** The steps that lead from one status to another; more than one when different people may take it. */
export function stepsBetween(from: Status, to: Status): Step[] {
	return [...steps, takeStep].filter((step) => step.to === to && step.from.includes(from))
}
