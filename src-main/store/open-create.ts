import { existsSync, rmSync } from 'node:fs'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { type Migration, migrate } from './migrate.ts'
import type { StoreFiles } from './open-files.ts'
import { writeIdentity } from './open-identity.ts'
import { openKeyed } from './open-key.ts'
import { applyPragmas, takeExclusively } from './pragmas.ts'
import { makeEmpty, moveOver } from './replace-file.ts'

/**
 * Builds a new store under another name and moves it into place when it is whole, so that no crash leaves a store
 * without tables. Errors: EXISTS when there is a store, or the log of one.
 */
export function createStore(
	files: StoreFiles,
	o: { key: Buffer; deviceId: string; migrations: readonly Migration[] },
): Reply<null> {
	if (existsSync(files.db) || existsSync(files.wal)) return fail('EXISTS')
	removeUnborn(files)
	try {
		makeEmpty(files.unborn)
		const db = openKeyed(files.unborn, o.key, { readonly: false })
		try {
			takeExclusively(db)
			applyPragmas(db)
			writeIdentity(db, o.deviceId)
			const migrated = migrate(db, o.migrations)
			if (!migrated.ok) return migrated
		} finally {
			// Folds the log into the file, fsynced, and removes the log.
			db.close()
		}
		if (existsSync(`${files.unborn}-wal`)) return fail('IO')
		moveOver(files.unborn, files.db)
		return ok(null)
	} finally {
		removeUnborn(files)
	}
}

function removeUnborn(files: StoreFiles): void {
	for (const end of ['', '-wal', '-shm', '-journal']) rmSync(files.unborn + end, { force: true })
}
