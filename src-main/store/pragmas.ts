import type { Database } from 'better-sqlite3'

/** The write-ahead log is folded in when the desk is idle; this bound, in pages of 4096 bytes (64 MiB), is for the hour
 * in which it never is: an import or a first sync. A low bound would make a saving user wait for the fold. */
const walPages = 16384

type Setting = readonly [name: string, set: string, reads: string | number]

const settings: readonly Setting[] = [
	['journal_mode', 'WAL', 'wal'],
	// The build turns FULL into NORMAL whenever a WAL file is opened; NORMAL may lose saved claims at power loss.
	['synchronous', 'FULL', 2],
	// Else a large sort writes plain text to the system's temp folder.
	['temp_store', 'MEMORY', 2],
	['foreign_keys', 'ON', 1],
	['trusted_schema', 'OFF', 0],
	['cell_size_check', 'ON', 1],
	// ON, not FAST: measured equal for edits (1.7 s for 3,000 commits either way); only a bulk delete pays, 66 ms
	// instead of 37 ms for 10,000 rows, and then freed pages are zero too.
	['secure_delete', 'ON', 1],
	['mmap_size', '0', 0],
	['busy_timeout', '5000', 5000],
	// KiB when negative: 64 MiB.
	['cache_size', '-65536', -65536],
	['journal_size_limit', '67108864', 67108864],
	['wal_autocheckpoint', String(walPages), walPages],
]

// Only macOS tells fsync from flushing the drive's own cache.
const macSettings: readonly Setting[] = [
	['fullfsync', 'ON', 1],
	['checkpoint_fullfsync', 'ON', 1],
]

/** Must be the first statement after the key: set later, other processes could still share the file. */
export function takeExclusively(db: Database): void {
	db.pragma('locking_mode = EXCLUSIVE')
}

/**
 * Sets every setting and reads every one back.
 * @throws Error when one does not hold: this build of SQLite is not the one we rely on
 */
export function applyPragmas(db: Database, platform: NodeJS.Platform = process.platform): void {
	const wanted = platform === 'darwin' ? [...settings, ...macSettings] : settings
	for (const [name, set] of wanted) db.pragma(`${name} = ${set}`)
	for (const [name, , reads] of [...wanted, ...fixed]) expectPragma(db, name, reads)
}

/** Set before, by the key or by the lock, and checked with the rest. */
const fixed: readonly Setting[] = [
	['locking_mode', 'EXCLUSIVE', 'exclusive'],
	['cipher', 'sqlcipher', 'sqlcipher'],
	['legacy', '4', '4'],
	['page_size', '4096', 4096],
]

export function expectPragma(db: Database, name: string, wanted: string | number): void {
	const found = db.pragma(name, { simple: true })
	if (found !== wanted) throw new Error(`pragma ${name} is ${String(found)} instead of ${wanted}`)
}
