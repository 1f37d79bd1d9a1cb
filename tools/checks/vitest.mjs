import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home, pinnedNode, run, script } from '../run.mjs'

/**
 * Counts a vitest JSON report. A test that did not run counts as failed: nothing here may be skipped. A file that
 * could not be loaded counts as one failed test.
 */
export function countVitest(report) {
	const counts = { passed: 0, failed: 0 }
	for (const file of report.testResults) {
		const passed = file.assertionResults.filter((one) => one.status === 'passed').length
		const failed = file.assertionResults.length - passed
		counts.passed += passed
		counts.failed += failed === 0 && file.status === 'failed' ? 1 : failed
	}
	return counts
}

/**
 * Runs vitest on the pinned Node, terse while tests pass.
 * @param {string[]} args
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runVitest(args = [], cwd = home) {
	const folder = mkdtempSync(join(tmpdir(), 'fieldclaim-vitest-'))
	const file = join(folder, 'report.json')
	try {
		const { code } = await run(
			pinnedNode(),
			[script('vitest/vitest.mjs'), 'run', '--reporter=dot', '--reporter=json', `--outputFile.json=${file}`, ...args],
			{ cwd, show: true },
		)
		let counts = { passed: 0, failed: 0 }
		try {
			counts = countVitest(JSON.parse(readFileSync(file, 'utf8')))
		} catch (error) {
			console.log(`vitest left no report: ${error.message}`)
		}
		const nothing = counts.passed + counts.failed === 0
		if ((code !== 0 || nothing) && counts.failed === 0) counts.failed = 1
		return counts
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}
