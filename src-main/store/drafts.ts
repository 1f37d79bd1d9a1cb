import { type ReadDb, sql, type WriteDb } from './connection.ts'

/** Forms in progress: one per person and scope, on this machine only. */
export type StoredDraft = { scope: string; id: string; claimNo: string; body: string; savedAt: string | null }

const columns = 'scope, id, claimNo, body, savedAt'

export function readDraft(db: ReadDb, userId: string, scope: string): StoredDraft | null {
	const row = sql(db, `SELECT ${columns} FROM form_draft WHERE userId = ? AND scope = ?`).get(userId, scope)
	return (row as StoredDraft | undefined) ?? null
}

/** Forms of New claim, the last touched first; a form never typed into comes last. */
export function listDrafts(db: ReadDb, userId: string): StoredDraft[] {
	return sql(
		db,
		`SELECT ${columns} FROM form_draft WHERE userId = ? AND scope >= 'new:' AND scope < 'new;' ORDER BY savedAt DESC`,
	).all(userId) as StoredDraft[]
}

export function writeDraft(db: WriteDb, userId: string, draft: StoredDraft): void {
	sql(
		db,
		`INSERT INTO form_draft (userId, scope, id, claimNo, body, savedAt) VALUES (@userId, @scope, @id, @claimNo, @body, @savedAt)
		ON CONFLICT (userId, scope) DO UPDATE SET body = excluded.body, savedAt = excluded.savedAt`,
	).run({ userId, ...draft })
}

export function dropDraft(db: WriteDb, userId: string, scope: string): void {
	sql(db, 'DELETE FROM form_draft WHERE userId = ? AND scope = ?').run(userId, scope)
}
