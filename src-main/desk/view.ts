import { approvalLimitOf } from '../../shared/access/roles.ts'
import type { ClaimCore, Damage, Person, Vehicle } from '../../shared/claims/claim.ts'
import { claimCore, damage, person, vehicle } from '../../shared/claims/claim.ts'
import type { Status } from '../../shared/claims/fields.ts'
import { type Guard, type StepFacts, steps, takeStep, unmetGuards } from '../../shared/claims/status.ts'
import { type Issue, missingToSubmit } from '../../shared/claims/validate.ts'
import type { ClaimRow, ClaimView } from '../../shared/desk-api/claims.ts'
import type { Records } from '../store/claims.ts'
import { type ReadDb, sql } from '../store/connection.ts'
import type { Row } from '../store/rows.ts'
import { mayOn, type Session } from './core.ts'
import { maskName, maskText, type Sight, seen } from './mask.ts'

/** What a status step asks the person for; every other guard depends on the claim itself. */
const asked: readonly Guard[] = ['reason', 'assignee', 'inspection-note', 'kept-claim', 'settlement']

const coreFields = Object.keys(claimCore.shape) as (keyof ClaimCore)[]
const pick = (row: Row, fields: readonly string[], sight: Sight): Row =>
	Object.fromEntries(fields.map((field) => [field, seen(field, row[field], sight)]))

export function missingOf({ claim, person: people }: Records): Issue[] {
	return missingToSubmit({ ...(claim as ClaimCore), people: people as unknown as Person[] })
}

/** The claim's side of the guards; what the person gives is filled in by the caller. */
export function factsOf(records: Records, session: Session): StepFacts {
	const { claim } = records
	return {
		missing: missingOf(records).length,
		reason: '',
		assignee: null,
		keptClaim: null,
		estimateMinor: claim.estimateMinor as number | null,
		totalLoss: claim.totalLoss === 'yes',
		estimateBy: claim.estimateBy as string | null,
		settlementMinor: claim.settlementMinor as number | null,
		actorId: session.actor.id,
		approvalLimit: approvalLimitOf(session.actor),
	}
}

function stepsFor(records: Records, session: Session): ClaimView['steps'] {
	const status = records.claim.status as Status
	const facts = factsOf(records, session)
	return [...steps, takeStep]
		.filter((step) => step.from.includes(status) && mayOn(session, step.action, records.claim))
		.map((step) => ({
			to: step.to,
			take: step === takeStep,
			asks: step.guards.filter((guard) => asked.includes(guard)),
			unmet: unmetGuards(step, facts).filter((guard) => !asked.includes(guard)),
		}))
}

export function sightOf(session: Session, claim: Row, reveal: boolean): Sight {
	return {
		personal: mayOn(session, 'claim.read.personal', claim),
		sensitive: reveal && mayOn(session, 'claim.read.unmasked', claim),
	}
}

const named = (db: ReadDb, id: unknown): string | null =>
	(sql(db, 'SELECT claimNo FROM claim WHERE id = ?').pluck().get(id) as string | undefined) ?? null

/** The claim as this reader may see it. @param reveal with sensitive fields in clear */
export function viewClaim(records: Records, session: Session, reveal = false): ClaimView {
	const { db } = session
	const { claim } = records
	const sight = sightOf(session, claim, reveal)
	const acked = sql(db, 'SELECT acked FROM store_state').pluck().get() as number
	const keptNo = claim.keptClaim === null ? null : named(db, claim.keptClaim)
	const fields = (shape: object) => Object.keys(shape)
	return {
		...(pick(claim, coreFields, sight) as unknown as ClaimCore),
		located: claim.latitude !== null && claim.longitude !== null,
		id: claim.id as string,
		claimNo: claim.claimNo as string,
		aliases: sql(db, 'SELECT alias FROM claim_alias WHERE claimId = ?').pluck().all(claim.id) as string[],
		city: claim.city as string,
		status: claim.status as Status,
		statusReason: claim.statusReason as string,
		keptClaim: keptNo === null ? null : { id: claim.keptClaim as string, claimNo: keptNo },
		assignedTo:
			claim.assignedTo === null ? null : { id: claim.assignedTo as string, name: claim.assignedName as string },
		createdBy: { id: claim.createdBy as string, name: claim.createdByName as string },
		createdAt: claim.createdAt as string,
		updatedAt: claim.updatedAt as string,
		sync: (claim.lastRseq as number) <= acked ? 'sent' : 'waits',
		archived: claim.archived === 1,
		people: records.person.map((row) => pick(row, fields(person.shape), sight) as unknown as Person),
		vehicles: records.vehicle.map((row) => pick(row, fields(vehicle.shape), sight) as unknown as Vehicle),
		damages: records.damage.map((row) => pick(row, fields(damage.shape), sight) as unknown as Damage),
		notes: records.note.map((row) => ({
			id: row.id as string,
			text: row.text as string,
			at: row.at as string,
			byName: row.byName as string,
		})),
		missing: missingOf(records),
		steps: stepsFor(records, session),
		may: {
			edit: mayOn(session, 'claim.edit', claim),
			note: mayOn(session, 'claim.note', claim),
			estimate: mayOn(session, 'claim.estimate', claim),
			reveal: mayOn(session, 'claim.read.unmasked', claim),
		},
	}
}

/** A list row as this reader may see it. */
export function viewRow(session: Session, row: ClaimRow): ClaimRow {
	const { actor } = session
	const subject = { city: row.city, createdBy: actor.id, assignedTo: actor.id }
	if (mayOn(session, 'claim.read.personal', subject)) return row
	return { ...row, party: maskName(row.party), policyNo: maskText(row.policyNo) }
}
