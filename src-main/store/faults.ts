import type { ErrorCode } from '../../shared/desk-api/errors.ts'

/** First match wins; SQLite's extended codes start with their primary code. */
const sqliteFaults: readonly (readonly [prefix: string, code: ErrorCode])[] = [
	['SQLITE_FULL', 'DISK_FULL'],
	['SQLITE_CORRUPT', 'DAMAGED'],
	['SQLITE_NOTADB', 'DAMAGED'],
	['SQLITE_IOERR_DATA', 'DAMAGED'],
	// Out of memory is not the disk's fault.
	['SQLITE_IOERR_NOMEM', 'INTERNAL'],
	// A full disk has no room for the log's index.
	['SQLITE_IOERR_SHMSIZE', 'DISK_FULL'],
	['SQLITE_IOERR', 'IO'],
	['SQLITE_PROTOCOL', 'IO'],
	['SQLITE_READONLY', 'READ_ONLY'],
	['SQLITE_CANTOPEN', 'READ_ONLY'],
	['SQLITE_PERM', 'READ_ONLY'],
	['SQLITE_BUSY', 'IN_USE'],
]

const fileFaults: Readonly<Record<string, ErrorCode>> = {
	ENOSPC: 'DISK_FULL',
	EDQUOT: 'DISK_FULL',
	EROFS: 'READ_ONLY',
	EACCES: 'READ_ONLY',
	EPERM: 'READ_ONLY',
	EIO: 'IO',
	ENXIO: 'IO',
	ENODEV: 'IO',
	EBUSY: 'IO',
}

/** The code of a failure that the disk or the file explains, from SQLite or from node:fs; null: a defect of ours. */
export function storeFault(error: unknown): ErrorCode | null {
	if (!(error instanceof Error) || !('code' in error) || typeof error.code !== 'string') return null
	const code = error.code
	if (Object.hasOwn(fileFaults, code)) return fileFaults[code] ?? null
	const known = sqliteFaults.find(([prefix]) => code.startsWith(prefix))
	return known === undefined || known[1] === 'INTERNAL' ? null : known[1]
}
