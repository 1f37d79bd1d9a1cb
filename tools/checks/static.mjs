import { availableParallelism } from 'node:os'
import { checkDeadCode } from './dead-code.mjs'
import { checkLadder } from './ladder.mjs'
import { checkLength } from './length.mjs'
import { checkLint } from './lint.mjs'
import { checkSkips } from './skips.mjs'
import { checkTypes } from './types.mjs'

/**
 * The checks that run nothing of the product, the longest first.
 * @type {Readonly<Record<string, (root: string) => Promise<{ ok: boolean, line: string, detail: string }>>>}
 */
export const checks = {
	types: checkTypes,
	'dead code': checkDeadCode,
	ladder: checkLadder,
	lint: checkLint,
	length: checkLength,
	skips: checkSkips,
}

/**
 * Runs them, two at a time where there are two cores, and prints one line each.
 * @returns {Promise<{ passed: number, failed: number }>}
 */
export async function runStaticChecks(root) {
	const waiting = Object.entries(checks)
	const counts = { passed: 0, failed: 0 }
	const lane = async () => {
		for (let next = waiting.shift(); next; next = waiting.shift()) {
			const [name, check] = next
			const started = Date.now()
			const { ok, line, detail } = await check(root).catch((error) => ({
				ok: false,
				line: 'crashed',
				detail: `${error.stack}\n`,
			}))
			const seconds = ((Date.now() - started) / 1000).toFixed(1)
			console.log(`${ok ? 'ok    ' : 'FAILED'} ${name}: ${line} (${seconds} s)`)
			if (!ok) console.log(detail)
			counts[ok ? 'passed' : 'failed']++
		}
	}
	await Promise.all(Array.from({ length: Math.min(2, availableParallelism()) }, lane))
	return counts
}
