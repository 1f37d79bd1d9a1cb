import { rmSync } from 'node:fs'
import type { Database } from 'better-sqlite3'
import { countRows, isSound } from './check.ts'
import { readVersion } from './migrate.ts'
import { openKeyed } from './open-key.ts'
import { makeEmpty, moveOver, syncFile } from './replace-file.ts'

/**
 * Keeps the store as it is before its schema moves on, beside it as claims.db.before-N (N: the version it holds),
 * under the same key. Only a copy that was opened again and holds every row gets its name: a copy that was killed half-way opens
 * cleanly and is empty.
 * @throws SqliteError SQLITE_FULL and others of storeFault; the store is untouched then
 */
export function keepCopy(db: Database, path: string, key: Buffer): void {
	const version = readVersion(db)
	const kept = `${path}.before-${version}`
	const temporary = `${kept}.new`
	removeCopy(temporary)
	try {
		makeEmpty(temporary)
		db.prepare('VACUUM INTO ?').run(temporary)
		syncFile(temporary)
		verifyCopy(db, temporary, key)
		moveOver(temporary, kept)
	} finally {
		removeCopy(temporary)
	}
}

function verifyCopy(db: Database, path: string, key: Buffer): void {
	const copy = openKeyed(path, key, { readonly: true })
	try {
		const wanted = countRows(db)
		const found = countRows(copy)
		const same = found.size === wanted.size && [...wanted].every(([name, rows]) => found.get(name) === rows)
		if (!same || readVersion(copy) !== readVersion(db) || !isSound(copy)) {
			throw new Error('the copy made before a migration does not match the store')
		}
	} finally {
		copy.close()
	}
}

function removeCopy(temporary: string): void {
	for (const end of ['', '-journal', '-wal', '-shm']) rmSync(temporary + end, { force: true })
}
