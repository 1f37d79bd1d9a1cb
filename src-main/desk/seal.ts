import { type ReadDb, sql } from '../store/connection.ts'
import { readSeal, writeSeal } from '../store/seal.ts'
import type { Keys } from '../vault/vault.ts'
import type { Core, Session } from './core.ts'

type State = { auditSeq: number; auditHash: Buffer; commits: number }
const readState = (db: ReadDb): State =>
	sql(db, 'SELECT auditSeq, auditHash, commits FROM store_state WHERE one = 1').get() as State

/** Writes the high-water mark beside the store: how far it had come, under the state key. */
export function sealStore(core: Core, session: Session): void {
	const { auditSeq, auditHash, commits } = readState(session.db)
	writeSeal(core.dir, session.keys.state, { auditSeq, auditHash: auditHash.toString('hex'), commits })
}

/**
 * Page encryption cannot tell an old copy of the whole file, or a store without its last write-ahead log, from the
 * right one; the mark can.
 * @returns how many commits are missing, or null when the store is as new as the mark. A missing or edited mark counts
 * as nothing known: 0 lost would be a guess, so it is reported as null when missing and as -1 when edited.
 */
export function lostCommits(dir: string, db: ReadDb, keys: Keys): number | null {
	const mark = readSeal(dir, keys.state)
	if (mark === 'missing') return null
	if (mark === 'tampered') return -1
	const state = readState(db)
	if (state.commits < mark.commits) return mark.commits - state.commits
	const row = sql(db, 'SELECT hash FROM audit WHERE seq = ?').pluck().get(mark.auditSeq) as Buffer | undefined
	const known = mark.auditSeq === 0 || row?.toString('hex') === mark.auditHash
	return known ? null : -1
}
