import { home } from './home.mjs'
import { CannotPrepare, prepare } from './prepare.mjs'

/** npm test: every check and every test, from a bare clone. The last line counts them all. */

const total = { passed: 0, failed: 0 }

/** A runner that throws is one failure, and the others still run. */
async function count(name, runner) {
	console.log(`\n== ${name}`)
	const started = Date.now()
	let counts
	try {
		counts = await runner()
	} catch (error) {
		console.log(error instanceof CannotPrepare ? error.message : error)
		counts = { passed: 0, failed: 1 }
	}
	const seconds = Math.round((Date.now() - started) / 1000)
	console.log(`-- ${name}: ${counts.passed} passed, ${counts.failed} failed, ${seconds} s`)
	total.passed += counts.passed
	total.failed += counts.failed
	return counts.failed === 0
}

const prepared = await count('install and build', async () => {
	await prepare({ build: true })
	return { passed: 1, failed: 0 }
})
if (prepared) {
	// Loaded late: these need the installed packages.
	await count('checks', async () => (await import('./checks/static.mjs')).runStaticChecks(home))
	await count('unit and integration tests', async () => (await import('./checks/vitest.mjs')).runVitest())
	await count('browser tests', async () => (await import('./checks/playwright.mjs')).runPlaywright())
	await count('Electron tests', async () => (await import('./checks/electron.mjs')).runElectronSuite())
}
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed === 0 ? 0 : 1
