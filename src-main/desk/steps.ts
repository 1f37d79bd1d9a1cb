import { mayEver } from '../../shared/access/roles.ts'
import type { Status } from '../../shared/claims/fields.ts'
import { isClaimNo } from '../../shared/claims/numbers.ts'
import { stepsBetween, takeStep, unmetGuards } from '../../shared/claims/status.ts'
import { fail, ok } from '../../shared/desk-api/errors.ts'
import { listAccounts, readAccount } from '../store/accounts.ts'
import { archiveSlice } from '../store/archive.ts'
import { sql } from '../store/connection.ts'
import { findClaim } from './claims-read.ts'
import { changeClaim } from './claims-write.ts'
import { audit, type Context, type Core, mayOn, type Session, sessionOf, write } from './core.ts'
import type { Handlers } from './registrar.ts'
import { factsOf } from './view.ts'

/** People a claim may be handed to: those who may inspect, and whose slot is not disabled. */
function assignees(core: Core, session: Session) {
	const states = core.vault.slotStates()
	return listAccounts(session.db).filter(
		(one) =>
			mayEver({ id: one.id, roles: one.roles, cities: one.cities }, 'claim.inspect') &&
			states.get(one.id) !== 'disabled',
	)
}

/** The id of a claim by its number or one of its aliases, or null. Letter case and separators as the person typed them. */
function findByNumber(session: Session, typed: string): string | null {
	if (!isClaimNo(typed)) return null
	const parts = /^([A-Z]{2,4})([0-9A-Z]{3})(\d{2})(\d{5,})([0-9A-Z])$/.exec(
		typed.toUpperCase().replace(/[^A-Z0-9]/g, ''),
	)
	const claimNo = parts?.slice(1).join('-')
	const named = sql(session.db, 'SELECT id FROM claim WHERE claimNo = ?').pluck().get(claimNo) as string | undefined
	const id =
		named ??
		(sql(session.db, 'SELECT claimId FROM claim_alias WHERE alias = ?').pluck().get(claimNo) as string | undefined)
	return id !== undefined && findClaim(session, id).ok ? id : null
}

export function claimSteps(core: Core): Pick<Handlers<Context>, 'claims.step' | 'claims.archive' | 'people.assignees'> {
	return {
		'claims.step': (input, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, input.id)
			if (!found.ok) return found
			const { claim } = found.value
			const status = claim.status as Status
			if (status !== input.from) {
				const clash = {
					path: 'status',
					was: input.from,
					mine: input.to,
					theirs: status,
					by: '',
					at: claim.updatedAt as string,
				}
				return fail('CONFLICT', { clashes: [clash] })
			}
			const allowed = stepsBetween(status, input.to).filter((step) => mayOn(session, step.action, claim))
			if (allowed.length === 0) return fail('DENIED')
			const takes = input.assignee === null || input.assignee === session.actor.id
			const step = (takes && allowed.find((one) => one === takeStep)) || (allowed[0] as (typeof allowed)[number])
			const assignee = step === takeStep ? session.actor.id : input.assignee
			const person = assignee === null ? null : readAccount(session.db, assignee)
			if (
				step.to === 'assigned' &&
				assignee !== null &&
				!assignees(core, session).some(
					(one) => one.id === assignee && (one.cities === '*' || one.cities.includes(claim.city as string)),
				)
			)
				return fail('GUARD', { issues: [{ path: 'assignee', code: 'not-assignable' }] })
			const keptClaim = input.keptClaimNo === null ? null : findByNumber(session, input.keptClaimNo)
			if (step.guards.includes('kept-claim') && (keptClaim === null || keptClaim === input.id))
				return fail('GUARD', { issues: [{ path: 'keptClaimNo', code: 'no-such-claim' }] })
			const settlementMinor = input.settlementMinor ?? (claim.settlementMinor as number | null)
			const facts = { ...factsOf(found.value, session), reason: input.reason, assignee, keptClaim, settlementMinor }
			const unmet = unmetGuards(step, facts)
			if (unmet.length > 0) return fail('GUARD', { issues: unmet.map((code) => ({ path: 'status', code })) })
			const set = {
				status: step.to,
				statusReason: input.reason,
				keptClaim: step.to === 'duplicate' ? keptClaim : null,
				...(step.to === 'assigned' ? { assignedTo: assignee, assignedName: person?.displayName ?? '' } : {}),
				...(step.to === 'settled' ? { settlementMinor } : {}),
			}
			return changeClaim(core, session, found.value, {
				kind: 'step',
				event: `claim.step.${step.to}`,
				writes: [{ table: 'claim', id: input.id, set }],
			})
		},
		'claims.archive': async ({ beforeDate }, context) => {
			const session = sessionOf(context)
			const slice = 200
			let moved = 0
			for (;;) {
				if (core.session !== session) return fail('LOCKED')
				const part = write(core, session, [], (db) => archiveSlice(db, beforeDate, slice))
				moved += part
				if (part < slice) break
				await new Promise((resolve) => setImmediate(resolve))
			}
			write(core, session, [''], (db) => audit(core, session, db, 'claims.archive', '', { moved }))
			return ok({ moved })
		},
		'people.assignees': (_, context) => {
			const session = sessionOf(context)
			return ok(assignees(core, session).map(({ id, displayName }) => ({ id, displayName })))
		},
	}
}
