import { monitorEventLoopDelay } from 'node:perf_hooks'
import type { ClaimForm } from '../shared/claims/claim.ts'
import { makeRandom } from '../src-main/demo/random.ts'
import { startDesk } from '../src-main/desk/remote.ts'
import { signIn, value } from './store-site.ts'

/**
 * Delay of this process's event loop, where a shell draws and answers, while the desk in its thread saves claims.
 * The 1 ms of the measuring timer is part of the figure.
 */
export async function measureLoopDelay(dir: string, forms: readonly ClaimForm[]): Promise<number> {
	const desk = await startDesk({ dir })
	try {
		await signIn(desk)
		const random = makeRandom(77, 0)
		const delay = monitorEventLoopDelay({ resolution: 1 })
		delay.enable()
		for (const form of forms) value(await desk.call('claims.save', { id: random.uuid(Date.now()), form, submit: true }))
		delay.disable()
		return delay.percentile(99) / 1e6
	} finally {
		await desk.close()
	}
}
