import { v7 as uuidv7 } from 'uuid'
import { siteYear } from '../../shared/claims/validate.ts'
import { fail, ok } from '../../shared/desk-api/errors.ts'
import { sql } from '../store/connection.ts'
import { dropDraft, listDrafts, readDraft, type StoredDraft, writeDraft } from '../store/drafts.ts'
import { mintClaimNo } from '../store/numbers.ts'
import { findClaim } from './claims-read.ts'
import { type Context, type Core, mayOn, type Session, sessionOf, write } from './core.ts'
import type { Handlers } from './registrar.ts'

const scopePattern = /^(new|edit):([0-9a-f]{8}-[0-9a-f-]{27})(:[a-z]{1,20})?$/

type Names = 'intake.open' | 'intake.list' | 'drafts.keep' | 'drafts.get' | 'drafts.drop'

export function draftVerbs(core: Core): Pick<Handlers<Context>, Names> {
	function startForm(session: Session): StoredDraft {
		const now = core.clock.now()
		const state = core.vault.state()
		if (state.kind !== 'ready') throw new Error('a form without a site')
		const id = uuidv7({ msecs: now })
		return write(core, session, [], (db) => {
			const claimNo = mintClaimNo(db, state.label.city.code, siteYear(state.label.city.timeZone, now))
			const draft = { scope: `new:${id}`, id, claimNo, body: '', savedAt: null }
			writeDraft(db, session.actor.id, draft)
			return draft
		})
	}

	return {
		'intake.open': ({ id, fresh }, context) => {
			const session = sessionOf(context)
			const here = core.vault.state()
			const city = here.kind === 'ready' ? here.label.city.code : ''
			const all = listDrafts(session.db, session.actor.id)
			const statusOf = (draft: StoredDraft) =>
				sql(session.db, 'SELECT status FROM claim WHERE id = ?').pluck().get(draft.id) as string | undefined
			// A form whose claim was submitted or thrown away meanwhile can only be refused: nobody is led into it.
			const drafts = all.filter((draft) => ['draft', undefined].includes(statusOf(draft)))
			if (id === null) {
				if (!mayOn(session, 'claim.create', { city, createdBy: session.actor.id, assignedTo: null }))
					return fail('DENIED')
				const known = fresh ? drafts.find((draft) => draft.body === '' && statusOf(draft) === undefined) : drafts[0]
				return ok(known ?? startForm(session))
			}
			const kept = drafts.find((draft) => draft.id === id)
			if (kept) return ok(kept)
			const found = findClaim(session, id)
			if (!found.ok) return found
			const { claim } = found.value
			if (claim.status !== 'draft') return fail('GUARD', { issues: [{ path: 'status', code: 'already-submitted' }] })
			if (!mayOn(session, 'claim.edit', claim)) return fail('DENIED')
			return ok({ scope: `new:${id}`, id, claimNo: claim.claimNo as string, body: '', savedAt: null })
		},
		'intake.list': (_, context) => {
			const session = sessionOf(context)
			return ok(listDrafts(session.db, session.actor.id).filter((draft) => draft.body !== ''))
		},
		'drafts.keep': ({ scope, body, seen }, context) => {
			const session = sessionOf(context)
			const match = scopePattern.exec(scope)
			if (!match) return fail('VALIDATION', { issues: [{ path: 'scope', code: 'wrong-type' }] })
			const id = match[2] as string
			const known = readDraft(session.db, session.actor.id, scope)
			if (seen !== undefined && known?.savedAt && known.savedAt !== seen)
				return fail('CONFLICT', {
					clashes: [
						{
							path: 'form',
							was: seen,
							mine: null,
							theirs: known.savedAt,
							by: session.account.displayName,
							at: known.savedAt,
						},
					],
				})
			const found = findClaim(session, id)
			if (known === null && !found.ok) return fail('NOT_FOUND')
			if (match[1] === 'new' && found.ok && found.value.claim.status !== 'draft') return fail('NOT_FOUND')
			const claimNo = known?.claimNo ?? (found.ok ? (found.value.claim.claimNo as string) : '')
			const savedAt = new Date(core.clock.now()).toISOString()
			write(core, session, [], (db) => writeDraft(db, session.actor.id, { scope, id, claimNo, body, savedAt }))
			return ok({ savedAt })
		},
		'drafts.get': ({ scope }, context) => {
			const session = sessionOf(context)
			const draft = readDraft(session.db, session.actor.id, scope)
			return ok(draft?.savedAt ? { body: draft.body, savedAt: draft.savedAt } : null)
		},
		'drafts.drop': ({ scope }, context) => {
			const session = sessionOf(context)
			write(core, session, [], (db) => dropDraft(db, session.actor.id, scope))
			return ok(null)
		},
	}
}
