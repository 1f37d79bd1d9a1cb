import { spawn } from 'node:child_process'
import { constants } from 'node:os'

/** Starts other programs for the tools beside this file. Runs on any Node from 20, before anything is installed. */

const signals = ['SIGINT', 'SIGTERM', 'SIGHUP']

/**
 * Runs a program to its end; a signal to this process goes on to it.
 * @param {string} program
 * @param {readonly string[]} args
 * @param {{ cwd?: string, env?: NodeJS.ProcessEnv, quiet?: boolean, shell?: boolean, timeoutMs?: number }} [options]
 *   quiet: nothing is shown, and what it wrote is returned
 * @returns {Promise<{ code: number, output: string, timedOut: boolean }>} code as a shell tells it: 128 + n for a signal
 */
export function run(program, args, options = {}) {
	const { cwd, env = process.env, quiet = false, shell = false, timeoutMs } = options
	return new Promise((resolve) => {
		const child = spawn(program, args, { cwd, env, shell, stdio: quiet ? ['ignore', 'pipe', 'pipe'] : 'inherit' })
		let output = ''
		let timedOut = false
		for (const stream of [child.stdout, child.stderr]) {
			stream?.setEncoding('utf8').on('data', (text) => {
				output = (output + text).slice(-100_000)
			})
		}
		const forward = (signal) => child.kill(signal)
		for (const signal of signals) process.on(signal, forward)
		const timer =
			timeoutMs === undefined
				? undefined
				: setTimeout(() => {
						timedOut = true
						child.kill('SIGKILL')
					}, timeoutMs)
		const end = (code) => {
			clearTimeout(timer)
			for (const signal of signals) process.off(signal, forward)
			resolve({ code, output, timedOut })
		}
		child.on('error', (error) => {
			output += error.message
			end(127)
		})
		child.on('close', (code, signal) => end(code ?? 128 + (constants.signals[signal] ?? 0)))
	})
}
