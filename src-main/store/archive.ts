import { endedStatuses } from '../../shared/claims/status.ts'
import { sql, type WriteDb } from './connection.ts'
import { keysOfDay } from './list-key.ts'

/**
 * Moves ended claims with an accident before the date off the working set, a slice at a time. Nothing is deleted:
 * archived claims are listed and found when asked for. A matter of this machine, so no change record is written.
 * @returns how many were moved; fewer than the slice means none are left
 */
export function archiveSlice(db: WriteDb, beforeDate: string, slice: number): number {
	const high = keysOfDay(beforeDate).low
	let moved = 0
	for (const status of endedStatuses) {
		if (moved >= slice) break
		moved += sql(
			db,
			`UPDATE claim SET archived = 1 WHERE key IN (SELECT key FROM claim INDEXED BY claim_by_status
			WHERE archived = 0 AND status = ? AND key < ? LIMIT ?)`,
		).run(status, high, slice - moved).changes
	}
	return moved
}
