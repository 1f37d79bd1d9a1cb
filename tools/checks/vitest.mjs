import { home } from '../home.mjs'
import { runScript } from '../run.mjs'
import { countReport } from './report.mjs'

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
 * Runs vitest, terse while tests pass.
 * @param {string[]} args
 * @param {{ cwd?: string, show?: boolean }} options
 */
export function runVitest(args = [], { cwd = home, show = true } = {}) {
	const reporters = (file) => ['--reporter=dot', '--reporter=json', `--outputFile.json=${file}`]
	return countReport(
		(file) => runScript('vitest/vitest.mjs', ['run', ...reporters(file), ...args], { cwd, show }),
		countVitest,
	)
}
