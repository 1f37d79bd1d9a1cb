import type { Issue } from '../claims/validate.ts'

/**
 * Expected failures, as data. `code` picks the words on the screen (what happened, what is safe, what to do).
 * No error carries a key, a path, SQL or personal data.
 */
export const errorCodes = [
	'VALIDATION', // see issues
	'TOO_LARGE', // params: most
	'LOCKED',
	'DENIED',
	'NOT_FOUND',
	'CONFLICT', // see clashes
	'GUARD', // see issues: what must hold before this step
	'UNKNOWN_VERB',
	'BUSY', // too many calls at once
	'WEAK_PASSWORD', // params: reason
	'WRONG_PASSWORD', // params: left, waitSeconds
	'WAIT', // params: waitSeconds
	'DISABLED', // the user's key slot was disabled after ten wrong passwords
	'MUST_CHANGE_PASSWORD',
	'USER_EXISTS',
	'LAST_ADMINISTRATOR',
	'EXISTS', // set-up was done already
	'KEY_MEMORY', // not enough memory to derive the key
	'TAMPERED', // key slots or attempt record fail their checks
	'OTHER_DEVICE', // the database belongs to other key slots
	'DAMAGED',
	'MISSING_FILE',
	'NEWER_VERSION', // params: found, supported
	'ROLLED_BACK', // params: lost; the database is older than this machine remembers
	'IN_USE', // another desk has this folder open
	'DISK_FULL',
	'READ_ONLY',
	'IO', // the disk answers with errors
	'NOT_SUITABLE', // params: reason; a network or sync folder
	'CLOSED', // the desk is shutting down
	'INTERNAL', // params: ref
] as const
export type ErrorCode = (typeof errorCodes)[number]

/** One field that somebody else changed meanwhile. */
export type Clash = { path: string; was: unknown; mine: unknown; theirs: unknown; by: string; at: string }

export type DeskError = {
	code: ErrorCode
	params?: Readonly<Record<string, string | number>>
	issues?: readonly Issue[]
	clashes?: readonly Clash[]
}

export type Reply<T> = { ok: true; value: T } | { ok: false; error: DeskError }

export const ok = <T>(value: T): Reply<T> => ({ ok: true, value })
export const fail = (code: ErrorCode, more: Omit<DeskError, 'code'> = {}): { ok: false; error: DeskError } => ({
	ok: false,
	error: { code, ...more },
})
