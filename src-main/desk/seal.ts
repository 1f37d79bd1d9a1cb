import { type ReadDb, sql } from '../store/connection.ts'
import { judgeRollback, type Mark, readSeal, writeSeal } from '../store/seal.ts'
import type { Keys } from '../vault/vault.ts'
import type { Core, Session } from './core.ts'

type State = { auditSeq: number; auditHash: Buffer; commits: number }
export function readState(db: ReadDb): Mark {
	const { auditSeq, auditHash, commits } = sql(
		db,
		'SELECT auditSeq, auditHash, commits FROM store_state WHERE one = 1',
	).get() as State
	return { auditSeq, auditHash: auditHash.toString('hex'), commits }
}

/** Writes the high-water mark beside the store: how far it had come, under the state key. */
export function sealStore(core: Core, session: Session): boolean {
	return writeSeal(core.dir, session.keys.state, readState(session.db)).ok
}

/**
 * Page encryption cannot tell an old copy of the whole file, or a store without its last write-ahead log, from the
 * right one; the mark can.
 * @returns how many commits are missing at least (0: some, not known how many), or null when the store is as new as the
 * mark. A missing or edited mark counts as some.
 */
export function lostCommits(dir: string, db: ReadDb, keys: Keys): number | null {
	const mark = readSeal(dir, keys.state)
	// Set-up writes the first mark: one that is gone was taken away.
	if (mark === 'missing' || mark === 'tampered') return 0
	const { commits, auditSeq, auditHash } = readState(db)
	const sealed = sql(db, 'SELECT hash FROM audit WHERE seq = ?').pluck().get(mark.auditSeq) as Buffer | undefined
	const found = sealed
		? { commits, auditSeq: mark.auditSeq, auditHash: sealed.toString('hex') }
		: { commits, auditSeq, auditHash }
	return judgeRollback(mark, found)?.lost ?? null
}
