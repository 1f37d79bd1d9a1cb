import type { ClaimForm } from '../../shared/claims/claim.ts'
import { makeAccident } from './accident.ts'
import { samplesEnd, spreadOverDays } from './calendar.ts'
import { chooseFate, handle, thinOut } from './handling.ts'
import { demoBlock, type Minter, makeMinter } from './minter.ts'
import { cityWords } from './places.ts'
import { makeRandom, type Random } from './random.ts'
import { type SampleClaim, unhandled } from './sample-claim.ts'
import { specialClaims, specialCount } from './special.ts'
import { demoUser, type Staff, staff, teamsOf } from './staff.ts'

export type SampleOptions = { count: number; seed?: number; people?: readonly Staff[] }

export const demoSeed = 20_261_119
const shares = cityWords.map((city, at) => [city, [50, 28, 22][at] as number] as const)

/** The same accident told again by somebody else: new records, same facts. */
function retell(random: Random, form: ClaimForm, at: number): ClaimForm {
	const vehicles = form.vehicles.map((one) => ({ ...one, id: random.uuid(at) }))
	const moved = (id: string | null): string | null =>
		id === null ? null : (vehicles[form.vehicles.findIndex((one) => one.id === id)]?.id ?? null)
	return {
		...form,
		reportedAt: new Date(at - 240_000).toISOString(),
		vehicles,
		people: form.people.map((one) => ({ ...one, id: random.uuid(at), vehicleId: moved(one.vehicleId) })),
		damages: form.damages.map((one) => ({ ...one, id: random.uuid(at), vehicleId: moved(one.vehicleId) })),
	}
}

/**
 * Made-up claims in the order of their accidents, the same for the same options. The last ones of a set of 100 or more
 * are those of special.ts.
 */
export function* makeSamples(options: SampleOptions, minter: Minter = makeMinter()): Generator<SampleClaim> {
	const { count, seed = demoSeed, people = staff } = options
	const teams = teamsOf(people)
	const special = count >= 100
	const ordinary = special ? count - specialCount : count
	const dayOf = spreadOverDays(ordinary)
	const latest = new Map<string, SampleClaim>()
	for (let index = 0; index < ordinary; index += 1) {
		const random = makeRandom(seed, index)
		const city = random.weighted(shares)
		const team = teams.get(city.code)
		if (team === undefined) throw new Error(`no team in ${city.code}`)
		const day = dayOf(index)
		const accident = makeAccident(random, city, day)
		const original = latest.get(city.code)
		let fate = chooseFate(random, day)
		if (fate === 'duplicate') {
			if (original === undefined || accident.at <= original.at) fate = 'withdrawn'
			else accident.form = retell(random, original.form, accident.at)
		}
		const by = random.pick(team.desk)
		const block = by.userName === demoUser.userName ? demoBlock : random.pick(city.blocks)
		const id = random.uuid(accident.at)
		const claimNo = minter.mint(city.code, block, accident.at)
		const isDraft = fate === 'draft' || fate === 'discarded'
		const { acts, notes } = handle(
			random,
			accident,
			fate,
			team,
			by,
			fate === 'duplicate' ? (original?.id ?? null) : null,
		)
		// One in eight was begun as a draft and completed within the hour.
		const begunAsDraft = !isDraft && acts.every((act) => act.at > accident.at + 3_600_000) && random.chance(0.125)
		if (begunAsDraft) {
			const at = Math.min(accident.at + random.int(5, 55) * 60_000, samplesEnd)
			acts.unshift({ at, by, kind: 'step', event: 'claim.submit', set: { status: 'reported' } })
		}
		const claim: SampleClaim = {
			id,
			claimNo,
			city: city.code,
			at: accident.at,
			by,
			form: isDraft ? thinOut(random, accident.form) : accident.form,
			submitted: !isDraft,
			state: unhandled(isDraft || begunAsDraft ? 'draft' : 'reported'),
			notes,
			acts,
		}
		if (!isDraft && fate !== 'duplicate') latest.set(city.code, claim)
		yield claim
	}
	// Last, so that their numbers are the newest.
	if (special) yield* specialClaims(makeRandom(seed, -2), people, minter)
}
