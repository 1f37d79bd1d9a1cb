import { spawn } from 'node:child_process'
import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/**
 * Runs the suite of the Electron shell where Electron can show a window, and says so where it cannot: what did not run
 * is neither passed nor failed. The last line counts what ran.
 */

const root = join(import.meta.dirname, '../..')
const electron = join(root, 'node_modules', 'electron')

/** @returns {string | null} the program, when its file is there; nothing is downloaded */
function findBinary() {
	const pathFile = join(electron, 'path.txt')
	if (!existsSync(pathFile)) return null
	const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electron, 'dist')
	const binary = join(folder, readFileSync(pathFile, 'utf8').trim())
	return existsSync(binary) ? binary : null
}

/** @returns {Promise<number>} the exit code; 1 when a signal ended it */
function runPlaywright(env) {
	const command = [
		join(root, 'node_modules/@playwright/test/cli.js'),
		'test',
		`--config=${join(import.meta.dirname, 'playwright.config.ts')}`,
	]
	return new Promise((resolve, reject) => {
		const child = spawn(process.execPath, command, { cwd: root, env: { ...process.env, ...env }, stdio: 'inherit' })
		child.on('error', reject)
		child.on('close', (code) => resolve(code ?? 1))
	})
}

async function main() {
	const binary = findBinary()
	if (binary === null) {
		process.stdout.write('electron e2e: not run: no Electron binary\n')
		return 0
	}
	if (process.platform === 'linux' && !process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) {
		process.stdout.write('electron e2e: not run: no display\n')
		return 0
	}
	const folder = mkdtempSync(join(tmpdir(), 'fieldclaim-electron-report-'))
	try {
		const report = join(folder, 'report.json')
		const code = await runPlaywright({ PLAYWRIGHT_JSON_OUTPUT_FILE: report, FIELDCLAIM_ELECTRON: binary })
		const { expected, unexpected, flaky, skipped } = existsSync(report)
			? JSON.parse(readFileSync(report, 'utf8')).stats
			: { expected: 0, unexpected: 0, flaky: 0, skipped: 0 }
		const counted = unexpected + flaky + skipped
		// A runner that ends with an error, or ran nothing, failed at least once.
		const failed = counted === 0 && (code !== 0 || expected === 0) ? 1 : counted
		process.stdout.write(`${expected} passed, ${failed} failed\n`)
		return failed === 0 ? 0 : 1
	} finally {
		rmSync(folder, { recursive: true, force: true })
	}
}

process.exitCode = await main()
