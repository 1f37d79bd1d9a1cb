import { resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import type { ErrorCode } from '../../shared/desk-api/errors.ts'
import { claimsIn, judgeFolder, logins, makeSite } from './site.ts'

/**
 * Makes the demo site unless it is there, and prints its logins. `npm run demo` then starts the usual shell on it.
 * --fresh makes it anew. FIELDCLAIM_DATA_DIR names another folder than .data/demo.
 */

const count = 2_000
const dir = resolve(process.env.FIELDCLAIM_DATA_DIR || fileURLToPath(new URL('../../.data/demo', import.meta.url)))
const say = (line: string): boolean => process.stdout.write(`${line}\n`)

const words: Partial<Record<ErrorCode, string>> = {
	EXISTS: 'The folder of FIELDCLAIM_DATA_DIR holds something else. Choose a new folder for the demo.',
	IN_USE: 'The demo is open in another FieldClaim. Close it first.',
	DISK_FULL: 'The disk is full.',
	READ_ONLY: 'The folder of the demo may not be written to.',
	CLOSED: 'Stopped. Nothing was left behind.',
}

async function make(): Promise<boolean> {
	const stop = new AbortController()
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => stop.abort())
	const started = performance.now()
	let shown = -1
	const onProgress = (share: number): void => {
		const percent = Math.floor(share * 10) * 10
		if (percent === shown) return
		shown = percent
		if (process.stdout.isTTY) process.stdout.write(`\rMaking a demo site of ${count} claims … ${percent} %`)
	}
	if (!process.stdout.isTTY) say(`Making a demo site of ${count} claims …`)
	const made = await makeSite(dir, { count, signal: stop.signal, onProgress })
	if (process.stdout.isTTY) say('')
	if (made.ok) {
		say(`Made in ${((performance.now() - started) / 1000).toFixed(1)} s.`)
		return true
	}
	process.stderr.write(`${words[made.error.code] ?? `The demo could not be made (${made.error.code}).`}\n`)
	return false
}

const kind = judgeFolder(dir)
const wanted = process.argv.includes('--fresh') || kind !== 'demo'
if (wanted && !(await make())) process.exitCode = 1
else {
	say(`Demo site with ${claimsIn(dir)} made-up claims. Sign in with one of these:`)
	const roles = { demo: 'administrator, adjuster', supervisor: 'supervisor', auditor: 'auditor (names are masked)' }
	for (const [user, passphrase] of Object.entries(logins))
		say(`  user ${user.padEnd(10)}  passphrase ${passphrase.padEnd(30)}  ${roles[user as keyof typeof roles]}`)
}
