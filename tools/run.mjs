import { spawn } from 'node:child_process'
import { isAbsolute, join } from 'node:path'
import { hasPinnedNode, home, pinnedNode } from './home.mjs'

/** Colours are for people: a file or a log gets none. */
const plain = process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }

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
	if (!hasPinnedNode()) throw new Error('The pinned Node is not installed. Run: npm install')
	return new Promise((resolve) => {
		const path = isAbsolute(script) ? script : join(home, 'node_modules', script)
		const child = spawn(pinnedNode, [path, ...args], {
			cwd,
			env: { ...process.env, ...plain, ...env },
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
