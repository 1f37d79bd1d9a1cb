import { spawn, spawnSync } from 'node:child_process'
import { closeSync, mkdtempSync, openSync, readdirSync, readFileSync, rmSync, statSync, writeSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { onTestFinished } from 'vitest'
import type { Reply } from '../../shared/desk-api/errors.ts'
import type { Migration } from '../../src-main/store/migrate.ts'
import { type OpenStore, openStore } from '../../src-main/store/open.ts'
import { deviceId, key, oneTable } from './open-sample.ts'

/** A fresh private folder, removed with the test. */
export function makeFolder(): string {
	const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-store-'))
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
	return dir
}

export function open(dir: string, more: Partial<Parameters<typeof openStore>[0]> = {}): Reply<OpenStore> {
	return openStore({ dir, key, deviceId, fresh: false, migrations: oneTable, ...more })
}

/** An open store; closed with the test. */
export function opened(dir: string, more: Partial<Parameters<typeof openStore>[0]> = {}): OpenStore {
	const reply = open(dir, more)
	if (!reply.ok) throw new Error(`the store did not open: ${JSON.stringify(reply.error)}`)
	const store = reply.value
	onTestFinished(() => store.close())
	return store
}

export function addItems(store: OpenStore, count: number, text = 'Sarah Standl, M23'): void {
	const insert = store.db.prepare('INSERT INTO item (text) VALUES (?)')
	store.db.exec('BEGIN IMMEDIATE')
	for (let index = 0; index < count; index++) insert.run(`${text} ${String(index).padStart(6, '0')}`)
	store.db.exec('COMMIT')
}

/** A closed store with so many rows. */
export function makeStore(dir: string, rows = 0, migrations: readonly Migration[] = oneTable): void {
	const store = opened(dir, { fresh: true, migrations })
	if (rows > 0) addItems(store, rows)
	store.close()
}

export function codeOf(reply: Reply<unknown>): string {
	return reply.ok ? 'ok' : reply.error.code
}

/** Every file's name and bytes. Only while no store of this process is open in it. */
export function snapshot(dir: string): Record<string, string> {
	return Object.fromEntries(
		readdirSync(dir)
			.sort()
			.map((name) => [name, readFileSync(join(dir, name)).toString('base64')]),
	)
}

export function flipByte(file: string, at: number): void {
	const handle = openSync(file, 'r+')
	const byte = readFileSync(file)[at] ?? 0
	writeSync(handle, Buffer.from([byte ^ 0x40]), 0, 1, at)
	closeSync(handle)
}

const child = join(dirname(fileURLToPath(import.meta.url)), 'crash-child.ts')

export function childCommand(args: readonly string[]): [command: string, args: string[]] {
	return [process.execPath, [child, ...args]]
}

/** Runs crash-child.ts to its end, optionally under strace. */
export function runChild(
	args: readonly string[],
	strace: readonly string[] = [],
): { out: string[]; signal: string | null } {
	const command = [...(strace.length > 0 ? ['strace', ...strace] : []), process.execPath, child, ...args]
	const run = spawnSync(command[0] as string, command.slice(1), { encoding: 'utf8', maxBuffer: 1 << 26 })
	return { out: run.stdout.split('\n').filter(Boolean), signal: run.signal }
}

/** Runs crash-child.ts and kills it with SIGKILL once `enough` says so of a line it printed. Resolves with all lines. */
export async function killChild(
	args: readonly string[],
	enough: (line: string, lines: number) => boolean,
): Promise<string[]> {
	const process_ = spawn(process.execPath, [child, ...args], { stdio: ['ignore', 'pipe', 'inherit'] })
	const ended = new Promise<void>((resolve) => process_.once('exit', () => resolve()))
	const lines: string[] = []
	for await (const line of createInterface({ input: process_.stdout })) {
		lines.push(line)
		if (enough(line, lines.length)) process_.kill('SIGKILL')
	}
	await ended
	return lines
}

export const strace = spawnSync('strace', ['-o', '/dev/null', 'true']).status === 0

/** A disk of a few MiB of its own, where this machine lets us mount one; else null. */
export function mountSmallDisk(megabytes: number): { dir: string; remount(mode: 'ro' | 'rw'): void } | null {
	if (process.platform !== 'linux' || process.getuid?.() !== 0) return null
	const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-disk-'))
	const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m,mode=700`, 'tmpfs', dir]).status === 0
	onTestFinished(() => {
		if (mounted) spawnSync('umount', ['-l', dir])
		rmSync(dir, { recursive: true, force: true })
	})
	if (!mounted) return null
	return {
		dir,
		remount(mode) {
			const done = spawnSync('mount', ['-o', `remount,${mode}`, dir])
			if (done.status !== 0) throw new Error(String(done.stderr))
		},
	}
}

export function modeOf(path: string): string {
	return (statSync(path).mode & 0o777).toString(8)
}
