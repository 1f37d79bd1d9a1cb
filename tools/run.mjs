import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The repository these tools lie in. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)))

/** The pinned Node, whatever Node runs this file. Its package puts the program at bin/node.exe on Windows. */
export function pinnedNode() {
	const path = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')
	if (!existsSync(path)) throw new Error('The pinned Node is not installed. Run: npm install')
	return path
}

/** A script of an installed package, as a path to hand to Node. @param path inside node_modules */
export function script(path) {
	return join(home, 'node_modules', ...path.split('/'))
}

/**
 * Runs a program to its end.
 * @param {string[]} args
 * @param {{ cwd?: string, env?: Record<string, string | undefined>, show?: boolean }} options show: pass its output on as it comes
 * @returns {Promise<{ code: number, out: string, text: string }>} code 1 when it died of a signal; out is standard
 *   output alone, text is standard output and standard error as they came
 */
export function run(program, args, { cwd = home, env = {}, show = false } = {}) {
	return new Promise((resolve) => {
		const child = spawn(program, args, {
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

/** Runs a script of an installed package on the pinned Node. @param path inside node_modules */
export function runScript(path, args, options) {
	return run(pinnedNode(), [script(path), ...args], options)
}
