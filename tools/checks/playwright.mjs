import { runScript } from '../run.mjs'
import { countReport } from './report.mjs'

/** Counts a Playwright JSON report. Only what ran, and passed at the first attempt, counts as passed. */
export function countPlaywright(report) {
	const { expected, unexpected, flaky, skipped } = report.stats
	const failed = unexpected + flaky + skipped
	return { passed: expected, failed: failed === 0 && report.errors.length > 0 ? 1 : failed }
}

/** Runs the browser tests, terse while they pass. @param {string[]} args */
export function runPlaywright(args = []) {
	return countReport(
		(file) =>
			runScript('@playwright/test/cli.js', ['test', '--reporter=dot,json', ...args], {
				// Playwright forces colours in its workers; with both wishes set, each worker warns.
				env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NO_COLOR: undefined },
				show: true,
			}),
		countPlaywright,
	)
}
