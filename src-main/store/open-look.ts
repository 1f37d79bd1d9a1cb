import { accessSync, constants, existsSync, lstatSync, rmSync } from 'node:fs'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { isSound } from './check.ts'
import { storeFault } from './faults.ts'
import { readVersion } from './migrate.ts'
import type { StoreFiles } from './open-files.ts'
import { isOurs, readIdentity } from './open-identity.ts'
import { openKeyed } from './open-key.ts'
import { takeExclusively } from './pragmas.ts'

type Question = { key: Buffer; deviceId: string; supported: number }

/**
 * Judges the store without changing a byte of it. A log that a crash left behind would be folded in by any connection
 * that may write, as soon as that closes; so beside a log the judge may only read.
 *
 * Errors: MISSING_FILE, DAMAGED, NEWER_VERSION { found, supported }, OTHER_DEVICE; thrown: those of storeFault.
 */
export function lookAtStore(files: StoreFiles, o: Question): Reply<{ version: number }> {
	const file = lstatSync(files.db, { throwIfNoEntry: false })
	if (file === undefined) return fail('MISSING_FILE')
	// SQLite takes an empty file for a new database.
	if (!file.isFile() || file.size === 0) return fail('DAMAGED')
	accessSync(files.db, constants.R_OK | constants.W_OK)
	// A clean close removes the log; one that is still here was left by a crash.
	const unclean = existsSync(files.wal)
	const hadIndex = existsSync(files.shm)
	try {
		return judge(files, { ...o, unclean, readonly: unclean })
	} catch (error) {
		// No room for that index file. Holding the store needs none, and what cannot be saved can still be read.
		if (unclean && storeFault(error) === 'DISK_FULL') return judge(files, { ...o, unclean, readonly: false })
		throw error
	} finally {
		// A reading connection needs an index file beside the log and does not clear it away.
		if (!hadIndex) rmSync(files.shm, { force: true })
	}
}

function judge(files: StoreFiles, o: Question & { unclean: boolean; readonly: boolean }): Reply<{ version: number }> {
	const db = openKeyed(files.db, o.key, { readonly: o.readonly })
	try {
		if (!o.readonly) takeExclusively(db)
		// The first read: a key that does not fit and a damaged first page look the same, but the key slot vouches for the key.
		db.prepare('SELECT count(*) FROM sqlite_master').get()
		if (!isOurs(db)) return fail('DAMAGED')
		const version = readVersion(db)
		if (version > o.supported) return fail('NEWER_VERSION', { params: { found: version, supported: o.supported } })
		const owner = readIdentity(db)
		if (owner === null) return fail('DAMAGED')
		if (owner !== o.deviceId) return fail('OTHER_DEVICE')
		if (o.unclean && !isSound(db)) return fail('DAMAGED')
		return ok({ version })
	} finally {
		db.close()
	}
}
