import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { home, pinnedNode, run } from '../run.mjs'

const lastLine = /^(\d+) passed, (\d+) failed$/

/** The counts a runner ends with; null when it did not end with them. @param out its standard output */
export function countLastLine(out) {
	const match = lastLine.exec(out.trimEnd().split(/\r?\n/).at(-1) ?? '')
	return match ? { passed: Number(match[1]), failed: Number(match[2]) } : null
}

/**
 * Runs the suite of the Electron shell, which ends with its own counts.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runElectronSuite(root = home) {
	const path = join(root, 'test', 'e2e-electron', 'run.mjs')
	if (!existsSync(path)) {
		console.log('test/e2e-electron/run.mjs is missing')
		return { passed: 0, failed: 1 }
	}
	const { code, out, text } = await run(pinnedNode(), [path], { cwd: root })
	const counts = countLastLine(out) ?? { passed: 0, failed: 0 }
	if ((code !== 0 || counts.passed === 0) && counts.failed === 0) counts.failed = 1
	if (counts.failed > 0) console.log(text)
	return counts
}
