import type { Database } from 'better-sqlite3'

/**
 * The same questions as a person who knows SQLite and this schema writes them by hand: one prepared statement each, on the
 * connection that the desk has open, rows into objects. No permissions, no validation, no masking, no paging flags.
 */
const columns = `c.key, c.id, c.claimNo, c.accidentDate, c.accidentTime, c.policyNo, c.place, c.headline, c.party, c.status,
	c.category, c.city, c.assignedName, c.lastRseq, c.archived`

export function prepareRaw(db: Database) {
	db.exec(`DROP TABLE IF EXISTS bench_row;
		CREATE TABLE bench_row (key INTEGER PRIMARY KEY, id TEXT NOT NULL, body TEXT NOT NULL);
		CREATE INDEX bench_row_by_id ON bench_row (id)`)
	const page = db.prepare(
		`SELECT ${columns} FROM claim c WHERE c.archived = 0 AND c.key < ? ORDER BY c.key DESC LIMIT 50`,
	)
	const filtered = db.prepare(
		`SELECT ${columns} FROM claim c WHERE c.archived = 0 AND c.status = ? AND c.city = ? AND c.key >= ? AND c.key < ? ORDER BY c.key DESC LIMIT 50`,
	)
	const policy = db.prepare(
		`SELECT ${columns} FROM claim c WHERE c.policyKey = ? AND c.policyKey <> '' ORDER BY c.key DESC LIMIT 200`,
	)
	const search = db.prepare(
		`SELECT ${columns} FROM claim_text t JOIN claim c ON c.key = t.rowid WHERE t.claim_text MATCH ? AND c.archived = 0
		ORDER BY t.rowid DESC LIMIT 50`,
	)
	const insert = db.prepare('INSERT INTO bench_row (id, body) VALUES (?, ?)')
	return {
		page: (below: number) => page.all(below),
		filtered: (status: string, city: string, low: number, high: number) => filtered.all(status, city, low, high),
		policy: (key: string) => policy.all(key),
		search: (match: string) => search.all(match),
		insert: (id: string, body: string) => insert.run(id, body),
		/** Keys and policy numbers to ask for, spread over the whole table. */
		sample: (n: number) =>
			db
				.prepare(
					`SELECT key, accidentDate, policyNo, policyKey FROM claim WHERE archived = 0 AND accidentDate IS NOT NULL AND policyKey <> '' AND abs(random()) % max(1, (SELECT count(*) FROM claim) / ?) = 0 LIMIT ?`,
				)
				.all(n * 2, n) as { key: number; accidentDate: string; policyNo: string; policyKey: string }[],
		plans: () =>
			[page, filtered, policy, search].map((statement) =>
				(
					db
						.prepare(`EXPLAIN QUERY PLAN ${statement.source}`)
						.all(...Array(statement.source.split('?').length - 1).fill(1)) as { detail: string }[]
				).map((row) => row.detail),
			),
		clear: () => db.exec('DROP TABLE bench_row'),
	}
}
