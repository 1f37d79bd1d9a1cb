import { closeSync, fsyncSync, openSync, renameSync, rmSync, writeSync } from 'node:fs'
import { dirname } from 'node:path'

/** Writes a whole small file so that after a crash either the old or the new content stands. Mode 0600. */
export function writeWhole(path: string, content: string): void {
	const temporary = `${path}.new`
	rmSync(temporary, { force: true })
	const file = openSync(temporary, 'wx', 0o600)
	try {
		writeSync(file, content)
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
	moveOver(temporary, path)
}

/** A new file, mode 0600. SQLite itself would make it readable by everyone; what it puts beside it inherits the mode. */
export function makeEmpty(path: string): void {
	closeSync(openSync(path, 'wx', 0o600))
}

/** Renames and makes the name durable. */
export function moveOver(from: string, to: string): void {
	renamePatiently(from, to)
	syncFolder(dirname(to))
}

/** Windows knows no fsync of a folder, and needs none. */
export function syncFolder(dir: string): void {
	if (process.platform === 'win32') return
	const folder = openSync(dir, 'r')
	try {
		fsyncSync(folder)
	} finally {
		closeSync(folder)
	}
}

export function syncFile(path: string): void {
	const file = openSync(path, 'r+')
	try {
		fsyncSync(file)
	} finally {
		closeSync(file)
	}
}

/** On Windows a virus scanner may hold a fresh file for a moment: ten tries over about five seconds. */
function renamePatiently(from: string, to: string): void {
	for (let tries = 1; ; tries++) {
		try {
			renameSync(from, to)
			return
		} catch (error) {
			const code = error instanceof Error && 'code' in error ? error.code : null
			const held = code === 'EBUSY' || code === 'EPERM' || code === 'EACCES'
			if (process.platform !== 'win32' || !held || tries === 10) throw error
			Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, tries * 100)
		}
	}
}
