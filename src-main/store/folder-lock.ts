import { chmodSync, mkdirSync, readdirSync, rmSync, statSync } from 'node:fs'
import { join, resolve } from 'node:path'
import Database from 'better-sqlite3'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { judgePath, judgePlace } from './check-place.ts'
import { storeFault } from './faults.ts'
import { makeEmpty } from './replace-file.ts'
import { assertRuntime } from './runtime.ts'

const lockName = 'desk.lock'

/**
 * Makes the data folder if need be and takes it for this process. The lock is the operating system's lock on a tiny
 * database file, so it ends with the process however that dies: there is no stale lock to clear away.
 *
 * No other code may open desk.lock: closing any descriptor of a file drops the POSIX locks of the whole process.
 *
 * Errors: IN_USE, READ_ONLY, DISK_FULL, IO, NOT_SUITABLE { reason: network | sync | shared }.
 */
export function lockFolder(dir: string): Reply<{ release(): void }> {
	assertRuntime()
	const path = resolve(dir)
	try {
		const named = judgePath(path)
		if (named !== null) return fail('NOT_SUITABLE', { params: { reason: named } })
		mkdirSync(path, { recursive: true, mode: 0o700 })
		const reason = judgePlace(path) ?? closeToOthers(path)
		if (reason !== null) return fail('NOT_SUITABLE', { params: { reason } })
		const held = takeLock(join(path, lockName))
		return ok({
			release(): void {
				if (held.open) held.close()
			},
		})
	} catch (error) {
		const code = folderFault(error)
		if (code === null) throw error
		return fail(code)
	}
}

function takeLock(file: string): Database.Database {
	makeUnlessThere(file)
	try {
		return holdLock(file)
	} catch (error) {
		if (storeFault(error) !== 'DAMAGED') throw error
		// Nobody can hold a file that SQLite cannot read, and nothing of worth is in it.
		rmSync(file)
		makeUnlessThere(file)
		return holdLock(file)
	}
}

/** An existing file is not opened here, not even for a moment: see above. */
function makeUnlessThere(file: string): void {
	try {
		makeEmpty(file)
	} catch (error) {
		if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error
	}
}

function holdLock(file: string): Database.Database {
	const lock = new Database(file, { fileMustExist: true, timeout: 0 })
	try {
		lock.pragma('journal_mode = MEMORY')
		// Held until release: the transaction never ends and never writes.
		lock.exec('BEGIN EXCLUSIVE')
		return lock
	} catch (error) {
		lock.close()
		throw error
	}
}

function folderFault(error: unknown): ReturnType<typeof storeFault> {
	const code = error instanceof Error && 'code' in error ? error.code : null
	// A path that leads through a file, or to nowhere, can hold no folder.
	if (code === 'ENOTDIR' || code === 'EEXIST' || code === 'ENOENT') return 'READ_ONLY'
	return storeFault(error)
}

/**
 * Our own folder, or an empty one, is closed to everyone else; the owner's own rights stay as they are, a folder made
 * read-only is meant so. A folder with somebody else's files keeps its mode, and is refused when others may write to it:
 * they could swap our files.
 */
function closeToOthers(dir: string): 'shared' | null {
	if (process.platform === 'win32') return null
	const mode = statSync(dir).mode & 0o7777
	if ((mode & 0o1077) === 0) return null
	const names = readdirSync(dir)
	const ours = names.length === 0 || names.includes(lockName) || names.includes('claims.db')
	if (ours && (mode & 0o1000) === 0) chmodSync(dir, mode & 0o700)
	else if ((mode & 0o022) !== 0) return 'shared'
	return null
}
