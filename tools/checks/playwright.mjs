import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { home, pinnedNode, run, script } from '../run.mjs'

/** Counts a Playwright JSON report. Only what passed at the first attempt, and ran, counts as passed. */
export function countPlaywright(report) {
	const { expected, unexpected, flaky, skipped } = report.stats
	const counts = { passed: expected, failed: unexpected + flaky + skipped }
	if (counts.failed === 0 && report.errors.length > 0) counts.failed = 1
	return counts
}

/**
 * Runs Playwright on the pinned Node.
 * @param {string[]} args
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runPlaywright(args = [], cwd = home) {
	const folder = mkdtempSync(join(tmpdir(), 'fieldclaim-playwright-'))
	const file = join(folder, 'report.json')
	try {
		const { code } = await run(
			pinnedNode(),
			[script('@playwright/test/cli.js'), 'test', '--reporter=dot,json', ...args],
			{
				cwd,
				env: { PLAYWRIGHT_JSON_OUTPUT_FILE: file, NODE_OPTIONS: undefined },
				show: true,
			},
		)
		let counts = { passed: 0, failed: 0 }
		try {
			counts = countPlaywright(JSON.parse(readFileSync(file, 'utf8')))
		} catch (error) {
			console.log(`Playwright left no report: ${error.message}`)
		}
		const nothing = counts.passed + counts.failed === 0
		if ((code !== 0 || nothing) && counts.failed === 0) counts.failed = 1
		return counts
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}
