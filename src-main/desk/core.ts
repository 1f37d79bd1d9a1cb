import type { Action, Actor } from '../../shared/access/roles.ts'
import { may, mayEver } from '../../shared/access/roles.ts'
import { type DeskError, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { DeskEvent } from '../../shared/desk-api/verbs.ts'
import type { StoredAccount } from '../store/accounts.ts'
import { type AuditPlace, appendAudit } from '../store/audit.ts'
import { type ReadDb, transact, type WriteDb } from '../store/connection.ts'
import type { OpenStore } from '../store/open.ts'
import type { Clock } from '../vault/clock.ts'
import type { Keys, Vault } from '../vault/vault.ts'

/** One person signed in: the open store, the keys it was opened with, and who acts. There is at most one. */
export type Session = {
	account: StoredAccount
	actor: Actor
	mustChange: boolean
	store: OpenStore
	db: ReadDb
	keys: Keys
	/** Monotonic ms of the last sign of life, and of the sign-in. */
	touched: number
	since: number
}

/** What all use cases share. The session comes and goes; the rest lives as long as the desk. */
export type Core = {
	dir: string
	version: string
	clock: Clock
	/** Names this run of the program in the audit log. */
	boot: string
	vault: Vault
	/** Opens the vault of a folder with this desk's clock and parameters. */
	openVault(dir: string): Vault
	/** The lock of the data folder, while this desk holds it. */
	folder: { release(): void } | null
	/** Why the folder is not held. */
	trouble: DeskError | null
	session: Session | null
	/** Counts writes, so that cached answers know their age and the seal knows when it is behind. */
	writes: number
	emit(event: DeskEvent): void
}

export type Context = { session: Session | null }

/** The session of a verb that needs one; the registrar let nobody else in. */
export function sessionOf(context: Context): Session {
	if (context.session === null) throw new Error('verb reached without a session')
	return context.session
}

export function auditPlace(core: Core, session: Session): AuditPlace {
	return { now: core.clock.now(), monotonic: core.clock.monotonic(), boot: core.boot, key: session.keys.audit }
}

/** Runs a write: one transaction, the write counter, and the news to every window once it is durable. */
export function write<T>(core: Core, session: Session, ids: readonly string[], work: (db: WriteDb) => T): T {
	const result = transact(session.db, work)
	core.writes += 1
	if (ids.length > 0) core.emit({ kind: 'changed', ids })
	return result
}

/** Records something that changes no claim: signing in, revealing, changing accounts. */
export function audit(
	core: Core,
	session: Session,
	db: WriteDb,
	event: string,
	objectId: string,
	detail: Record<string, unknown> = {},
): void {
	const { id, roles } = session.account
	appendAudit(db, { userId: id, roles, event, objectId, detail }, auditPlace(core, session))
}

/** May this session do the action at all? */
export function admitTo(session: Session | null, needs: 'nothing' | 'session' | Action): Reply<Context> {
	if (needs === 'nothing') return ok({ session })
	if (session === null) return fail('LOCKED')
	if (needs === 'session') return ok({ session })
	if (session.mustChange) return fail('MUST_CHANGE_PASSWORD')
	return mayEver(session.actor, needs) ? ok({ session }) : fail('DENIED')
}

/** May the session do this to a claim with these columns? */
export function mayOn(session: Session, action: Action, claim: Record<string, unknown>): boolean {
	return may(session.actor, action, {
		city: claim.city as string,
		createdBy: claim.createdBy as string,
		assignedTo: claim.assignedTo as string | null,
	})
}
