import type { Database } from 'better-sqlite3'
import { storeFault } from './faults.ts'

/**
 * Reads every page, so every page's MAC is checked: queries alone walk past a damaged index. About 0.6 s for 82 MB.
 * (`cipher_integrity_check` does not exist in this build and answers "no faults" to anything.)
 */
export function isSound(db: Database): boolean {
	try {
		return db.pragma('quick_check(1)', { simple: true }) === 'ok'
	} catch (error) {
		// A page that fails its MAC is reported as a row or thrown, depending on where the check meets it.
		if (storeFault(error) === 'DAMAGED') return false
		throw error
	}
}

/** Rows of every ordinary table, by name. Virtual tables are left out, the tables behind them are counted. */
export function countRows(db: Database): Map<string, number> {
	const names = db
		.prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND sql NOT LIKE 'CREATE VIRTUAL%' ORDER BY name")
		.pluck()
		.all() as string[]
	const count = (name: string) =>
		db
			.prepare(`SELECT count(*) FROM "${name.replaceAll('"', '""')}"`)
			.pluck()
			.get() as number
	return new Map(names.map((name) => [name, count(name)]))
}
