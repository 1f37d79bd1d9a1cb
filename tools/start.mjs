import { join } from 'node:path'
import { run } from './child.mjs'
import { CannotPrepare, prepare, root } from './prepare.mjs'
import { findElectron } from './shell.mjs'

/** npm start: from a bare clone to the running desk. FIELDCLAIM_SHELL=electron|browser|auto picks the shell. */

const choices = ['auto', 'electron', 'browser']

async function start() {
	const wish = process.env.FIELDCLAIM_SHELL || 'auto'
	if (!choices.includes(wish)) throw new CannotPrepare(`FIELDCLAIM_SHELL must be one of: ${choices.join(', ')}.`)
	const { node } = await prepare({ build: true })
	if (wish !== 'browser') {
		const found = await findElectron(wish === 'electron')
		if ('binary' in found) return run(found.binary, [root], { cwd: root })
		if (wish === 'electron') throw new CannotPrepare(`Electron cannot be used: ${found.why}.`)
		process.stdout.write(`Using the browser shell, since Electron cannot be used: ${found.why}.\n`)
	}
	return run(node, [join(root, 'src-main', 'shells', 'browser', 'main.ts')], { cwd: root })
}

try {
	const { code } = await start()
	process.exitCode = code
} catch (error) {
	if (!(error instanceof CannotPrepare)) throw error
	process.stderr.write(`${error.message}\n`)
	process.exitCode = 1
}
