import { existsSync } from 'node:fs'
import { join } from 'node:path'
import open from 'open'
import type { Desk } from '../../../shared/desk-api/verbs.ts'
import { type DeskServer, serveDeskPage } from './server.ts'
import { readSettings, type Settings } from './settings.ts'

/** A start that cannot succeed ends with one sentence. */
class CannotStart extends Error {}

function say(line: string): void {
	process.stdout.write(`${line}\n`)
}

function complain(line: string): void {
	process.stderr.write(`${line}\n`)
}

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : ''
}

async function listen(desk: Desk, root: string, settings: Settings): Promise<DeskServer> {
	try {
		return await serveDeskPage({ desk, root, port: settings.port })
	} catch (error) {
		const code = codeOf(error)
		if (code !== 'EADDRINUSE' && code !== 'EACCES') throw error
		if (settings.portGiven) {
			const why = code === 'EACCES' ? 'may not be used by this user' : 'is taken by another program'
			throw new CannotStart(`Port ${settings.port} ${why}. Choose another with FIELDCLAIM_PORT, or 0 for any free one.`)
		}
		say(`Port ${settings.port} is taken by another program; using a free one.`)
		return serveDeskPage({ desk, root, port: 0 })
	}
}

/** What the console says about a store that cannot be used; the page says more. */
async function tellTrouble(desk: Desk): Promise<void> {
	const state = await desk.call('app.state', {})
	const trouble = state.ok ? state.value.trouble : state.error.code
	if (trouble === 'IN_USE')
		say('Another FieldClaim has this data folder open. Close it, or choose another folder with FIELDCLAIM_DATA_DIR.')
	else if (trouble !== null) say(`The data folder cannot be used (${trouble}). The page says what to do.`)
}

/** Runs until a signal or the end of the desk, then closes cleanly. */
function closeAtTheEnd(desk: Desk, server: DeskServer): void {
	let closing = false
	const close = async (code: number) => {
		if (closing) return
		closing = true
		await Promise.all([server.close(), desk.close()])
		process.exit(code)
	}
	for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void close(0))
	desk.listen((event) => {
		if (event.kind !== 'closed' || closing) return
		complain('The desk stopped unexpectedly. Nothing saved is lost; start FieldClaim again.')
		void close(1)
	})
}

/**
 * The browser shell's process, from its environment to its exit code.
 * @param root folder of the built pages
 * @param start makes the desk
 */
export async function runBrowserShell(root: string, start: () => Promise<Desk>): Promise<void> {
	let desk: Desk | null = null
	try {
		const settings = readSettings(process.env, process.platform)
		if (typeof settings === 'string') throw new CannotStart(settings)
		if (!existsSync(join(root, 'index.html'))) throw new CannotStart('The pages are not built yet. Run: npm start')
		desk = await start()
		const server = await listen(desk, root, settings)
		closeAtTheEnd(desk, server)
		await tellTrouble(desk)
		const address = `http://127.0.0.1:${server.port}/`
		say(`FieldClaim desk ready at ${address}#token=${server.token}`)
		if (!settings.openBrowser) return
		const browser = await open(`${address}#token=${server.issueTicket()}`).catch(() => null)
		browser?.on('error', () => {})
	} catch (error) {
		// The text of an error nobody expected may hold a path; its class and code do not.
		const name = error instanceof Error ? `${error.name} ${codeOf(error)}`.trim() : 'unknown'
		complain(error instanceof CannotStart ? error.message : `FieldClaim could not start (${name}).`)
		await desk?.close()
		process.exit(1)
	}
}
