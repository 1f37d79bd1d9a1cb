import { createHash } from 'node:crypto'
import { deflateRawSync } from 'node:zlib'
import { v7 as uuidv7 } from 'uuid'
import { type Change, encodeChanges, schemaVersion } from '../../shared/change/change.ts'
import { tick } from '../../shared/change/clock.ts'
import { sql, type WriteDb } from './connection.ts'

/** What one user action did to one record: its new field groups, each with the change ids it overwrote. */
export type Edit = Pick<Change, 'table' | 'id' | 'op' | 'fields'>
export type Author = { userId: string; now: number }
export type Logged = { rseq: number; n: number; ord: number }

type Head = { replica: string; replicaOrd: number; headRseq: number; headHash: Buffer; lastHlc: string | null }

/**
 * Appends one action to the change log, in the transaction that writes its rows. The chain h(n) = SHA-256(h(n−1) ‖
 * bytes(n)) runs over single changes; the row keeps the hash after its last one, which is where a batch may end.
 * @returns the first rseq; change k of the action has rseq + k.
 */
export function appendChanges(db: WriteDb, edits: readonly Edit[], author: Author): Logged {
	const head = sql(db, 'SELECT replica, replicaOrd, headRseq, headHash, lastHlc FROM store_state').get() as Head
	const txn = uuidv7({ msecs: author.now })
	const wall = new Date(author.now).toISOString()
	let hlc = head.lastHlc
	let hash = head.headHash
	const lines = edits.map((edit, idx) => {
		hlc = tick(hlc, author.now)
		const line = encodeChanges([
			{
				replica: head.replica,
				rseq: head.headRseq + 1 + idx,
				txn,
				idx,
				of: edits.length,
				hlc,
				...edit,
				schema: schemaVersion,
				user: author.userId,
				wall,
			},
		])
		hash = createHash('sha256').update(hash).update(line).digest()
		return line
	})
	const rseq = head.headRseq + 1
	const n = edits.length
	sql(db, 'INSERT INTO change_log (rseq, n, txn, bytes, hash) VALUES (?, ?, ?, ?, ?)').run(
		rseq,
		n,
		txn,
		// The fastest level: the repeated ids are what shrinks.
		deflateRawSync(lines.join(''), { level: 1 }),
		hash,
	)
	sql(db, 'UPDATE store_state SET headRseq = ?, headHash = ?, lastHlc = ? WHERE one = 1').run(rseq + n - 1, hash, hlc)
	return { rseq, n, ord: head.replicaOrd }
}
