import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import { chromium } from '@playwright/test'
import { findChromium } from '../test/support/chromium.ts'
import { percentile, round } from './figures.ts'
import { prepareSite } from './store-site.ts'

/**
 * From starting the process to the sign-in screen, in the browser shell, on a site with 2,000 claims: npm run bench -- start
 * readyMs: process start to the ready line. paintMs: opening that address in a Chromium that already runs to its first
 * contentful paint. signInMs: to the password field that can be typed into.
 */
const rounds = 7
const shell = join(import.meta.dirname, '../src-main/shells/browser/main.ts')
const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-bench-'))
const env = { ...process.env, FIELDCLAIM_DATA_DIR: dir, FIELDCLAIM_PORT: '0', FIELDCLAIM_OPEN: '0' }
const found = await findChromium()
const browser = await chromium.launch({
	executablePath: found.path,
	args: found.args,
	env: { ...process.env, ...found.env },
})

async function startOnce() {
	const started = performance.now()
	const child = spawn(process.execPath, [shell], { env, stdio: ['ignore', 'pipe', 'inherit'] })
	try {
		for await (const line of createInterface({ input: child.stdout })) {
			const address = /^FieldClaim desk ready at (\S+)$/.exec(line)?.[1]
			if (address === undefined) continue
			const readyMs = performance.now() - started
			const page = await browser.newPage()
			const opened = performance.now()
			await page.goto(address)
			await page.locator('input[type=password]').waitFor()
			const signInMs = performance.now() - opened
			const paintMs = await page.evaluate(
				() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime ?? 0,
			)
			await page.close()
			return { readyMs, paintMs, signInMs }
		}
		throw new Error('the shell ended before it was ready')
	} finally {
		child.kill('SIGTERM')
		if (child.exitCode === null) await once(child, 'exit')
	}
}

try {
	await prepareSite(dir, 2_000)
	const runs: Awaited<ReturnType<typeof startOnce>>[] = []
	for (let n = 0; n < rounds; n += 1) runs.push(await startOnce())
	const figure = (name: 'readyMs' | 'paintMs' | 'signInMs') => {
		const times = runs.map((run) => run[name])
		return { p50: round(percentile(times, 0.5)), worst: round(Math.max(...times)) }
	}
	console.log(
		`RESULT ${JSON.stringify({ rounds, readyMs: figure('readyMs'), paintMs: figure('paintMs'), signInMs: figure('signInMs') })}`,
	)
} finally {
	await browser.close()
	rmSync(dir, { recursive: true, force: true })
}
