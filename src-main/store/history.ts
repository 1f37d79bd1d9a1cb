import type { ClaimEvent } from '../../shared/desk-api/claims.ts'
import { type ReadDb, sql } from './connection.ts'

type Raw = Omit<ClaimEvent, 'changes'> & { changes: string }

/** The claim's events before a seq, newest first. */
export function readHistory(db: ReadDb, claimId: string, before: number, limit: number): ClaimEvent[] {
	const rows = sql(
		db,
		`SELECT seq, at, byName, kind, changes FROM claim_event WHERE claimId = ? AND seq < ? ORDER BY seq DESC LIMIT ?`,
	).all(claimId, before, limit) as Raw[]
	return rows.map((row) => ({ ...row, changes: JSON.parse(row.changes) as ClaimEvent['changes'] }))
}
