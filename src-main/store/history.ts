import type { ClaimEvent } from '../../shared/desk-api/claims.ts'
import { type ReadDb, sql } from './connection.ts'

type Raw = Omit<ClaimEvent, 'changes'> & { changes: string }
type Origin = { createdAt: string; createdByName: string }

/** The claim's events before a seq, newest first; the last of all is how it began, which its origin tells. */
export function readHistory(db: ReadDb, claimId: string, before: number, limit: number): ClaimEvent[] {
	const rows = sql(
		db,
		`SELECT seq, at, byName, kind, changes FROM claim_event WHERE claimId = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
	).all(claimId, before, limit) as Raw[]
	const events = rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as ClaimEvent['changes'] }))
	if (events.length === limit) return events
	const { createdAt, createdByName } = sql(db, 'SELECT createdAt, createdByName FROM claim WHERE id = ?').get(
		claimId,
	) as Origin
	return [...events, { seq: 0, at: createdAt, byName: createdByName, kind: 'created', changes: [] }]
}

/** Who last wrote to the claim, and when. */
export function readLastEdit(db: ReadDb, claimId: string): { byName: string; at: string } {
	const [last] = readHistory(db, claimId, Number.MAX_SAFE_INTEGER, 1)
	return last ?? { byName: '', at: '' }
}
