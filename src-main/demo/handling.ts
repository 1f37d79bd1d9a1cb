import type { ClaimForm } from '../../shared/claims/claim.ts'
import { dayNumber } from '../../shared/claims/dates.ts'
import type { Status } from '../../shared/claims/fields.ts'
import type { Row } from '../store/rows.ts'
import type { Accident } from './accident.ts'
import { inOfficeHours, lastDay, samplesEnd } from './calendar.ts'
import { noteTexts, stepReasons, type Voice } from './notes.ts'
import type { Random } from './random.ts'
import type { SampleAct, SampleNote } from './sample-claim.ts'
import type { Staff, Team } from './staff.ts'

/** What becomes of a claim after it was written down: steps, edits and notes by named people over days and weeks. */

type Shares = readonly (readonly [Status, number])[]
/** By age in days since the accident: most old claims are closed, most new ones open. */
const fates: readonly (readonly [youngerThan: number, Shares])[] = [
	[
		3,
		[
			['draft', 14],
			['reported', 42],
			['assigned', 32],
			['inspected', 9],
			['withdrawn', 3],
		],
	],
	[
		14,
		[
			['draft', 7],
			['reported', 10],
			['assigned', 24],
			['inspected', 20],
			['estimated', 17],
			['review', 10],
			['approved', 5],
			['withdrawn', 4],
			['duplicate', 2],
			['denied', 1],
		],
	],
	[
		60,
		[
			['draft', 2],
			['assigned', 6],
			['inspected', 8],
			['estimated', 11],
			['review', 9],
			['approved', 9],
			['settled', 14],
			['closed', 31],
			['denied', 4],
			['withdrawn', 4],
			['duplicate', 2],
		],
	],
	[
		100_000,
		[
			['closed', 85],
			['denied', 5.5],
			['withdrawn', 4],
			['duplicate', 1.5],
			['reopened', 0.8],
			['settled', 1],
			['discarded', 1],
			['draft', 1.2],
		],
	],
]

export function chooseFate(random: Random, day: string): Status {
	const age = dayNumber(lastDay) - dayNumber(day)
	const [, shares] = fates.find(([youngerThan]) => age < youngerThan) as (typeof fates)[number]
	return random.weighted(shares)
}

const whole: readonly Status[] = ['assigned', 'inspected', 'estimated', 'review', 'approved', 'settled', 'closed']

function pathTo(random: Random, fate: Status): Status[] {
	const upTo = (status: Status): Status[] => whole.slice(0, whole.indexOf(status) + 1)
	const direct = (path: Status[]): Status[] =>
		random.chance(0.3) ? path.filter((status) => status !== 'review') : path
	if (fate === 'denied') return [...upTo(random.pick(['assigned', 'inspected'] as const)), 'denied']
	if (fate === 'withdrawn') return [...(random.chance(0.6) ? upTo('assigned') : []), 'withdrawn']
	if (fate === 'reopened') return [...direct([...whole]), 'reopened']
	if (fate === 'duplicate' || fate === 'discarded') return [fate]
	if (fate === 'review') return upTo('review')
	return whole.includes(fate) ? direct(upTo(fate)) : []
}

/** Hours from one step to the next, at least and at most. */
const pace: Partial<Record<Status, readonly [number, number]>> = {
	assigned: [0.2, 5],
	inspected: [6, 70],
	estimated: [4, 50],
	review: [1, 20],
	approved: [3, 70],
	settled: [20, 130],
	closed: [10, 100],
	reopened: [200, 900],
	duplicate: [1, 20],
}
/** Above this a supervisor may not approve; see shared/access/roles.ts. In fen. */
const supervisorLimit = 5_000_000

type Handled = { acts: SampleAct[]; notes: SampleNote[] }

/** @param kept the claim that a duplicate points to */
export function handle(
	random: Random,
	accident: Accident,
	fate: Status,
	team: Team,
	author: Staff,
	kept: string | null,
): Handled {
	const { scenario, tongue, at: start, form } = accident
	const adjuster = random.pick(team.adjusters)
	const path = pathTo(random, fate)
	const acts: SampleAct[] = []
	const notes: SampleNote[] = []
	const [low, high] = scenario.cost
	// Squared, so that small repairs are the rule.
	const estimate = Math.round((low + (high - low) * random.next() ** 2) / 10) * 1_000
	let at = start
	const wait = (hours: number): number => {
		at = inOfficeHours(at + Math.round(hours * 60) * 60_000, random.next())
		return at
	}
	const write = (voice: Voice, by: Staff): void => {
		const name = form.people[0]?.name ?? ''
		const text = random
			.pick(noteTexts[voice][tongue])
			.replace('{name}', name)
			.replace('{amount}', String(estimate / 100))
		notes.push({ id: random.uuid(at), at, by, text })
	}
	const step = (to: Status, by: Staff, more: Row = {}): void => {
		acts.push({
			at,
			by,
			kind: 'step',
			event: `claim.step.${to}`,
			set: { status: to, statusReason: '', keptClaim: null, ...more },
		})
	}
	const reason = (key: keyof typeof stepReasons): Row => ({ statusReason: random.pick(stepReasons[key][tongue]) })

	if (random.chance(0.45)) write('desk', author)
	for (const to of path) {
		const [least, most] = pace[to] ?? [4, 60]
		wait(least + random.next() * (most - least))
		if (to === 'assigned') {
			step(to, random.chance(0.25) ? adjuster : team.lead, {
				assignedTo: adjuster.id,
				assignedName: adjuster.displayName,
			})
			if (random.chance(0.35)) {
				wait(random.next() * 6)
				write('adjuster', adjuster)
			}
		} else if (to === 'inspected') {
			step(to, adjuster, { statusReason: tongue === 'zh' ? '见照片' : 'See photographs' })
			if (random.chance(0.4)) write('inspection', adjuster)
		} else if (to === 'estimated') {
			if (random.chance(0.25)) write('repairer', adjuster)
			const fault = form.vehicles.length > 1 ? random.pick([0, 0, 30, 50, 70, 100, 100]) : 100
			acts.push({
				at,
				by: adjuster,
				kind: 'edited',
				event: 'claim.edit',
				set: { estimateMinor: estimate, estimateBy: adjuster.id, faultPercent: fault },
			})
			at += random.int(1, 9) * 60_000
			step(to, adjuster)
		} else if (to === 'review') step(to, adjuster)
		else if (to === 'approved') {
			step(to, estimate > supervisorLimit ? team.reviewer : team.lead)
			if (random.chance(0.1)) write('lead', team.lead)
		} else if (to === 'settled') {
			step(to, team.reviewer, { settlementMinor: random.chance(0.8) ? estimate : Math.round(estimate * 0.009) * 100 })
		} else if (to === 'closed') {
			if (random.chance(0.3)) write('money', adjuster)
			step(to, adjuster)
		} else if (to === 'duplicate') step(to, team.lead, { keptClaim: kept })
		else if (to === 'discarded') step(to, author, reason('discarded'))
		else if (to === 'withdrawn') step(to, acts.length > 0 ? adjuster : team.lead, reason('withdrawn'))
		else if (to === 'denied' || to === 'reopened') step(to, team.lead, reason(to))
	}
	return keepBefore(samplesEnd, start, { acts, notes })
}

/** Draws the story together when it would run past the end of the samples. */
function keepBefore(end: number, start: number, handled: Handled): Handled {
	const last = Math.max(start, ...handled.acts.map((act) => act.at), ...handled.notes.map((note) => note.at))
	if (last < end) return handled
	const scale = (end - start - 60_000) / (last - start)
	const draw = <T extends { at: number }>(one: T): T => ({ ...one, at: start + Math.floor((one.at - start) * scale) })
	return { acts: handled.acts.map(draw), notes: handled.notes.map(draw) }
}

/** Takes out of a form what a draft often lacks. Some drafts do not even know the day. */
export function thinOut(random: Random, form: ClaimForm): ClaimForm {
	const undated = random.chance(0.45)
	return {
		...form,
		...(undated ? { accidentDate: null, accidentTime: null, timeQuality: 'unknown' as const } : {}),
		...(random.chance(0.5) ? { policyNo: '', policyUnknownReason: null } : {}),
		...(random.chance(0.3) ? { place: '', placeRegion: '', placeRoad: '', placeMarker: '' } : {}),
		summary: '',
		damages: form.damages.slice(0, 1),
	}
}
