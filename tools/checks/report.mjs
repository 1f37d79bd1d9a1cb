import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs a test runner and counts the JSON report it leaves. A runner that ends with an error, runs no test or leaves no
 * report has at least one failure, whatever it says.
 * @param {(file: string) => Promise<{ code: number }>} runner told where to leave its report
 * @param {(report: any) => { passed: number, failed: number }} count
 */
export async function countReport(runner, count) {
	const folder = mkdtempSync(join(tmpdir(), 'fieldclaim-report-'))
	const file = join(folder, 'report.json')
	try {
		const { code } = await runner(file)
		let counts
		try {
			counts = count(JSON.parse(readFileSync(file, 'utf8')))
		} catch (error) {
			console.log(`no report: ${error.message}`)
			counts = { passed: 0, failed: 1 }
		}
		return believe(code, counts)
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

/** @param {number} code the runner's exit code @param {{ passed: number, failed: number }} counts what it says */
export function believe(code, counts) {
	const good = code === 0 && counts.passed > 0
	return good || counts.failed > 0 ? counts : { ...counts, failed: 1 }
}
