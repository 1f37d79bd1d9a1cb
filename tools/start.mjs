import { join } from 'node:path'
import { run } from './child.mjs'
import { home } from './home.mjs'
import { CannotPrepare, prepare } from './prepare.mjs'
import { findElectron } from './shell.mjs'

/**
 * npm start: from a bare clone to the running desk. FIELDCLAIM_SHELL=electron|browser|auto picks the shell.
 * npm run demo adds --demo: a site with made-up claims, made first if it is not there; --fresh makes it anew.
 */

const choices = ['auto', 'electron', 'browser']

async function start() {
	const wish = process.env.FIELDCLAIM_SHELL || 'auto'
	if (!choices.includes(wish)) throw new CannotPrepare(`FIELDCLAIM_SHELL must be one of: ${choices.join(', ')}.`)
	const { node } = await prepare({ build: true })
	if (process.argv.includes('--demo')) {
		process.env.FIELDCLAIM_DATA_DIR ||= join(home, '.data', 'demo')
		const fresh = process.argv.includes('--fresh') ? ['--fresh'] : []
		const made = await run(node, [join(home, 'src-main', 'demo', 'main.ts'), ...fresh], { cwd: home })
		if (made.code !== 0) return made
	}
	if (wish !== 'browser') {
		const found = await findElectron(wish === 'electron')
		if ('binary' in found) return run(found.binary, [home], { cwd: home })
		if (wish === 'electron') throw new CannotPrepare(`Electron cannot be used: ${found.why}.`)
		process.stdout.write(`Using the browser shell, since Electron cannot be used: ${found.why}.\n`)
	}
	return run(node, [join(home, 'src-main', 'shells', 'browser', 'main.ts')], { cwd: home })
}

try {
	const { code } = await start()
	process.exitCode = code
} catch (error) {
	if (!(error instanceof CannotPrepare)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 1
}
