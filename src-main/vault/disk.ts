import {
	closeSync,
	fstatSync,
	fsyncSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	unlinkSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import type { ErrorCode } from '../../shared/desk-api/errors.ts'

/** The three steps that make a file durable, apart, so that a test can stop between any two of them. */
export type Disk = {
	/** Creates `path` (mode 0600), writes all of it, fsyncs it. */
	write(path: string, bytes: Buffer): void
	rename(from: string, to: string): void
	syncFolder(dir: string): void
}

const hasCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code

/** What a killed process left under the temporary name. */
function removeLeftover(path: string): void {
	try {
		unlinkSync(path)
	} catch (error) {
		if (!hasCode(error, 'ENOENT')) throw error
	}
}

export const realDisk: Disk = {
	write(path, bytes) {
		removeLeftover(path) // 'wx' then refuses to follow a link planted meanwhile
		const file = openSync(path, 'wx', 0o600)
		try {
			writeFileSync(file, bytes)
			fsyncSync(file)
		} finally {
			closeSync(file)
		}
	},
	rename: renameSync,
	syncFolder(dir) {
		if (process.platform === 'win32') return // a folder cannot be opened there; NTFS journals the rename
		const folder = openSync(dir, 'r')
		try {
			fsyncSync(folder)
		} finally {
			closeSync(folder)
		}
	},
}

/** After this returns the file holds `bytes` even if power fails; if it throws, the old content is still there. */
export function replaceDurably(disk: Disk, dir: string, name: string, bytes: Buffer): void {
	const path = join(dir, name)
	disk.write(`${path}.new`, bytes)
	disk.rename(`${path}.new`, path)
	disk.syncFolder(dir)
}

export function makeFolder(dir: string): void {
	mkdirSync(dir, { recursive: true, mode: 0o700 })
}

/** No file of the vault comes near this; a larger one is not ours. Bytes. */
const largestFile = 4 * 1024 * 1024

/** 'unreadable': the disk answers with an error. 'foreign': no file of ours (a folder, far too large). */
export function readWhole(path: string): { text: string } | 'missing' | 'unreadable' | 'foreign' {
	try {
		const file = openSync(path, 'r')
		try {
			const stat = fstatSync(file)
			if (!stat.isFile() || stat.size > largestFile) return 'foreign'
			return { text: readFileSync(file, 'utf8') }
		} finally {
			closeSync(file)
		}
	} catch (error) {
		return hasCode(error, 'ENOENT') ? 'missing' : 'unreadable'
	}
}

const codes: Record<string, ErrorCode> = {
	ENOSPC: 'DISK_FULL',
	EDQUOT: 'DISK_FULL',
	EROFS: 'READ_ONLY',
	EACCES: 'READ_ONLY',
	EPERM: 'READ_ONLY',
}

/** The error code of a failed write; rethrows what no disk said. */
export function diskFault(error: unknown): ErrorCode {
	const code = error instanceof Error && 'code' in error ? error.code : undefined
	if (typeof code !== 'string' || !/^E[A-Z0-9]+$/.test(code)) throw error
	return codes[code] ?? 'IO'
}
