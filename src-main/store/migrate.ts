import type { Database } from 'better-sqlite3'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { storeFault } from './faults.ts'

/** One step of the schema. `version` counts from 1 without gaps; `up` runs inside the runner's transaction. */
export type Migration = { version: number; name: string; up(db: Database): void }

export function readVersion(db: Database): number {
	return db.pragma('user_version', { simple: true }) as number
}

/** @throws Error when the list is not 1, 2, 3 … */
export function newestVersion(migrations: readonly Migration[]): number {
	migrations.forEach((migration, index) => {
		if (migration.version !== index + 1) throw new Error(`migration ${migration.name} is not number ${index + 1}`)
	})
	return migrations.length
}

/**
 * Runs what is pending, one IMMEDIATE transaction each. The version is part of the same transaction, so a crash or a
 * failure leaves the store at the last step that was completed.
 *
 * Errors: NEWER_VERSION { found, supported } before anything is written; DISK_FULL, IO, READ_ONLY, DAMAGED, or INTERNAL,
 * each with { migration, of, ref } for the step that failed.
 */
export function migrate(db: Database, migrations: readonly Migration[]): Reply<{ from: number; to: number }> {
	const supported = newestVersion(migrations)
	const from = readVersion(db)
	if (from > supported) return fail('NEWER_VERSION', { params: { found: from, supported } })
	for (const migration of migrations.slice(from)) {
		try {
			step(db, migration)
		} catch (error) {
			const ref = `migration ${migration.version} ${migration.name}`
			return fail(storeFault(error) ?? 'INTERNAL', { params: { migration: migration.version, of: supported, ref } })
		}
	}
	return ok({ from, to: supported })
}

function step(db: Database, migration: Migration): void {
	db.exec('BEGIN IMMEDIATE')
	try {
		migration.up(db)
		if (!db.inTransaction) throw new Error(`migration ${migration.name} ended the transaction it runs in`)
		db.pragma(`user_version = ${migration.version}`)
		db.exec('COMMIT')
	} catch (error) {
		// SQLite may have rolled back by itself (disk full).
		if (db.inTransaction) db.exec('ROLLBACK')
		throw error
	}
}
