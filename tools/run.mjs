import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, isAbsolute, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)))

/** The Node that the project pins; whatever Node is on the machine only runs these tools. Throws before npm install. */
export function pinnedNode() {
	const path = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
	if (!existsSync(path)) throw new Error('The pinned Node is not installed. Run: npm install')
	return path
}

/**
 * Runs a script on the pinned Node to its end and keeps what it wrote.
 * @param {string} script a path, absolute or inside node_modules
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean }} options show: pass its output on
 *   as it comes
 * @returns {Promise<{ code: number, out: string, text: string }>} code 1 when it died of a signal; out is standard
 *   output alone, text is standard output and standard error as they came
 */
export function runScript(script, args, { cwd = home, env = {}, show = false } = {}) {
	return new Promise((resolve) => {
		const path = isAbsolute(script) ? script : join(home, 'node_modules', script)
		const child = spawn(pinnedNode(), [path, ...args], {
			cwd,
			env: { ...process.env, ...env },
			stdio: ['ignore', 'pipe', 'pipe'],
			windowsHide: true,
		})
		let out = ''
		let text = ''
		child.stdout.setEncoding('utf8').on('data', (piece) => {
			out += piece
			text += piece
			if (show) process.stdout.write(piece)
		})
		child.stderr.setEncoding('utf8').on('data', (piece) => {
			text += piece
			if (show) process.stderr.write(piece)
		})
		child.on('error', (error) => resolve({ code: 1, out, text: `${text}${error.message}\n` }))
		child.on('close', (code, signal) => {
			if (signal) text += `ended by ${signal}\n`
			resolve({ code: code ?? 1, out, text })
		})
	})
}
