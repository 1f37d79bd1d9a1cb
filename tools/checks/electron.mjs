import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../prepare.mjs'
import { believe } from './report.mjs'
import { runScript } from './run.mjs'

const lastLine = /^(\d+) passed, (\d+) failed$/

/** The counts a runner ends with; null when it did not end with them. @param {string} out its standard output */
export function countLastLine(out) {
	const match = lastLine.exec(out.trimEnd().split(/\r?\n/).at(-1) ?? '')
	return match ? { passed: Number(match[1]), failed: Number(match[2]) } : null
}

/** Runs the suite of the Electron shell. It ends with its own counts, and is shown only when something failed. */
export async function runElectronSuite(path = join(root, 'test', 'e2e-electron', 'run.mjs')) {
	if (!existsSync(path)) {
		console.log(`missing: ${path}`)
		return { passed: 0, failed: 1 }
	}
	const { code, out, text } = await runScript(path, [])
	const counts = believe(code, countLastLine(out) ?? { passed: 0, failed: 0 })
	if (counts.failed > 0) console.log(text)
	return counts
}
