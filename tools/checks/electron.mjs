import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { home } from '../home.mjs'
import { runScript } from '../run.mjs'
import { believe } from './report.mjs'

const lastLine = /^(\d+) passed, (\d+) failed$/
/** The product also runs without Electron; where its binary or a display is missing the suite says so and ends well. */
const notRun = /^electron e2e: not run: .+$/

/** The counts a runner ends with; null when it did not end with them. @param {string} out its standard output */
export function countLastLine(out) {
	const match = lastLine.exec(finalLine(out))
	return match ? { passed: Number(match[1]), failed: Number(match[2]) } : null
}

const finalLine = (out) => out.trimEnd().split(/\r?\n/).at(-1) ?? ''

/** Runs the suite of the Electron shell. It ends with its own counts, and is shown only when something failed. */
export async function runElectronSuite(path = join(home, 'test', 'e2e-electron', 'run.mjs')) {
	if (!existsSync(path)) {
		console.log(`missing: ${path}`)
		return { passed: 0, failed: 1 }
	}
	const { code, out, text } = await runScript(path, [])
	if (code === 0 && notRun.test(finalLine(out))) {
		console.log(finalLine(out))
		return { passed: 0, failed: 0 }
	}
	const counts = believe(code, countLastLine(out) ?? { passed: 0, failed: 0 })
	if (counts.failed > 0) console.log(text)
	return counts
}
