import { chmodSync, existsSync, rmSync, statSync } from 'node:fs'
import { resolve } from 'node:path'
import type { Database } from 'better-sqlite3'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { judgePlace } from './check-place.ts'
import { storeFault } from './faults.ts'
import { type Migration, migrate, newestVersion } from './migrate.ts'
import { keepCopy } from './migrate-copy.ts'
import { migrations as released } from './migrations/all.ts'
import { createStore } from './open-create.ts'
import { type StoreFiles, storeFiles } from './open-files.ts'
import { openKeyed } from './open-key.ts'
import { lookAtStore } from './open-look.ts'
import { applyPragmas, takeExclusively } from './pragmas.ts'
import { assertRuntime } from './runtime.ts'

export type OpenStore = {
	db: Database
	/** Folds the write-ahead log into the file. Call when nobody waits; a disk that refuses is asked again next time. */
	idleCheckpoint(): void
	/** Safe to call twice. */
	close(): void
}

/**
 * Opens the encrypted store of a locked data folder: look at it without writing, take it exclusively, set and read back every
 * setting, migrate after a verified copy. When it refuses, no connection stays open and the store's files are as they were.
 *
 * Errors: EXISTS (fresh only), MISSING_FILE, DAMAGED, NEWER_VERSION { found, supported }, OTHER_DEVICE, IN_USE, READ_ONLY,
 * DISK_FULL, IO, NOT_SUITABLE { reason }; a failed migration adds { migration, of, ref }.
 *
 * @param o.key 32 bytes, already proven by a key slot; not kept, the caller wipes it
 * @param o.fresh true only when no key slot existed: a missing file beside key slots is a loss, never a new store
 * @throws Error when a setting does not hold, or for a defect of ours
 */
export function openStore(o: {
	dir: string
	key: Buffer
	deviceId: string
	fresh: boolean
	migrations?: readonly Migration[]
}): Reply<OpenStore> {
	assertRuntime()
	const migrations = o.migrations ?? released
	const supported = newestVersion(migrations)
	const files = storeFiles(resolve(o.dir))
	try {
		// The lock has made it; without it a disk was pulled out.
		if (!existsSync(o.dir)) return fail(o.fresh ? 'READ_ONLY' : 'MISSING_FILE')
		const unsuitable = judgePlace(resolve(o.dir))
		if (unsuitable !== null) return fail('NOT_SUITABLE', { params: { reason: unsuitable } })
		if (o.fresh) {
			const created = createStore(files, { key: o.key, deviceId: o.deviceId, migrations })
			if (!created.ok) return created
		}
		const seen = lookAtStore(files, { key: o.key, deviceId: o.deviceId, supported })
		if (!seen.ok) return seen
		return takeStore(files, { key: o.key, migrations, pending: seen.value.version < supported })
	} catch (error) {
		const code = storeFault(error)
		if (code === null) throw error
		return fail(code)
	}
}

function takeStore(
	files: StoreFiles,
	o: { key: Buffer; migrations: readonly Migration[]; pending: boolean },
): Reply<OpenStore> {
	const db = openKeyed(files.db, o.key, { readonly: false })
	try {
		takeExclusively(db)
		db.prepare('SELECT count(*) FROM sqlite_master').get()
		applyPragmas(db)
		if (process.platform !== 'win32') chmodSync(files.db, 0o600)
		// Left by an older program or a tool; the exclusive connection keeps its index in memory.
		rmSync(files.shm, { force: true })
		if (o.pending) {
			keepCopy(db, files.db, o.key)
			const migrated = migrate(db, o.migrations)
			if (!migrated.ok) {
				db.close()
				return migrated
			}
		}
		return ok(holdStore(db, files))
	} catch (error) {
		db.close()
		throw error
	}
}

function holdStore(db: Database, files: StoreFiles): OpenStore {
	const checkpoint = (): void => {
		if (!db.open || db.inTransaction) return
		if ((statSync(files.wal, { throwIfNoEntry: false })?.size ?? 0) === 0) return
		try {
			db.pragma('wal_checkpoint(TRUNCATE)')
		} catch (error) {
			// A full or failing disk: the log keeps every commit, and the next save or the next start says what is wrong.
			if (storeFault(error) === null) throw error
		}
	}
	return {
		db,
		idleCheckpoint: checkpoint,
		close(): void {
			if (!db.open) return
			checkpoint()
			db.close()
		},
	}
}
