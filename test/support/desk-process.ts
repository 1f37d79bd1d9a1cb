import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

const root = join(import.meta.dirname, '../..')
/** The pinned Node. */
export const nodeProgram = join(root, 'node_modules/node/bin', process.platform === 'win32' ? 'node.exe' : 'node')
const shell = join(root, 'src-main/shells/browser/main.ts')
const readyLine = /^FieldClaim desk ready at (http:\/\/127\.0\.0\.1:\d+\/)#token=(\S+)$/m

/** A browser shell in a process of its own, on a data folder of its own. */
export type DeskProcess = {
	/** With the token: the address a person would open. */
	readonly url: string
	readonly origin: string
	readonly token: string
	readonly dir: string
	readonly pid: number
	/** Everything it wrote since the last start, standard output and standard error. */
	output(): string
	/** Sends the signal and waits for the end. @returns its exit code, or null when the signal ended it */
	kill(signal?: NodeJS.Signals): Promise<number | null>
	/** Starts it again on the same folder, killing it first with SIGKILL where it still runs. */
	restart(): Promise<void>
	/** Ends it and removes its folder. */
	remove(): Promise<void>
}

type Running = { child: ChildProcess; origin: string; token: string; output(): string }

/** @param env settings beside FIELDCLAIM_DATA_DIR, FIELDCLAIM_PORT and FIELDCLAIM_OPEN */
async function launch(dir: string, env: Readonly<Record<string, string>>): Promise<Running> {
	const child = spawn(nodeProgram, [shell], {
		cwd: root,
		env: {
			...process.env,
			NODE_OPTIONS: '',
			FIELDCLAIM_DATA_DIR: dir,
			FIELDCLAIM_PORT: '0',
			FIELDCLAIM_OPEN: '0',
			...env,
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		windowsHide: true,
	})
	let said = ''
	const ready = await new Promise<RegExpExecArray>((resolve, reject) => {
		const hear = (piece: string) => {
			said += piece
			const match = readyLine.exec(said)
			if (match) resolve(match)
		}
		child.stdout.setEncoding('utf8').on('data', hear)
		child.stderr.setEncoding('utf8').on('data', hear)
		child.once('error', reject)
		child.once('close', (code, signal) =>
			reject(new Error(`The desk ended before it was ready (${signal ?? code}):\n${said}`)),
		)
	})
	const [, origin = '', token = ''] = ready
	return { child, origin, token, output: () => said }
}

async function end(child: ChildProcess, signal: NodeJS.Signals): Promise<number | null> {
	if (child.exitCode === null && child.signalCode === null) {
		const closed = once(child, 'close')
		child.kill(signal)
		await closed
	}
	return child.exitCode
}

/** Starts a desk. @param options.dir an existing data folder; without it a fresh one, which remove() removes */
export async function startDeskProcess(
	options: { dir?: string; env?: Readonly<Record<string, string>> } = {},
): Promise<DeskProcess> {
	const dir = options.dir ?? mkdtempSync(join(tmpdir(), 'fieldclaim-desk-'))
	const removeDir = () => {
		if (options.dir === undefined) rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
	}
	let running: Running
	try {
		running = await launch(dir, options.env ?? {})
	} catch (error) {
		removeDir()
		throw error
	}
	return {
		get url() {
			return `${running.origin}#token=${running.token}`
		},
		get origin() {
			return running.origin.slice(0, -1)
		},
		get token() {
			return running.token
		},
		dir,
		get pid() {
			return running.child.pid as number
		},
		output: () => running.output(),
		kill: (signal = 'SIGTERM') => end(running.child, signal),
		async restart() {
			await end(running.child, 'SIGKILL')
			running = await launch(dir, options.env ?? {})
		},
		async remove() {
			await end(running.child, 'SIGTERM')
			removeDir()
		},
	}
}
