import { parentPort, workerData } from 'node:worker_threads'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Desk, DeskEvent } from '../../shared/desk-api/verbs.ts'
import { serveDesk } from '../../src-main/desk/worker-serve.ts'

/** A desk whose verbs are signals for tests of the thread around it; `dir` picks how it starts. */
const listeners = new Set<(event: DeskEvent) => void>()
let closes = 0

async function answer(name: string, input: unknown): Promise<Reply<unknown>> {
	switch (name) {
		case 'echo':
			return ok(input)
		case 'hold': {
			// Let go from outside of the desk's own calls: a desk that closes takes none.
			const channel = new BroadcastChannel(String(input))
			channel.unref()
			for (const listener of listeners) listener({ kind: 'changed', ids: ['held'] })
			await new Promise((resolve) => {
				channel.onmessage = resolve
			})
			channel.close()
			return ok('released')
		}
		case 'throw':
			throw new Error('/secret/path')
		case 'crash':
			setImmediate(() => {
				throw new Error('crash')
			})
			return new Promise(() => {})
		case 'exit':
			process.exit(3)
			return ok(null)
		case 'tell':
			for (const listener of listeners) listener({ kind: 'session' })
			return ok(null)
		default:
			return fail('UNKNOWN_VERB')
	}
}

const desk: Desk = {
	call: answer as Desk['call'],
	listen(listener) {
		listeners.add(listener)
		return () => listeners.delete(listener)
	},
	async close() {
		closes += 1
		for (const listener of listeners) listener({ kind: 'changed', ids: [`closes:${closes}`] })
		for (const listener of listeners) listener({ kind: 'closed' })
	},
}

if (parentPort === null) throw new Error('not a worker')
await serveDesk(parentPort, async () => {
	if (workerData.dir === 'refuses') throw new Error('no desk here')
	if (workerData.dir === 'dies') process.exit(1)
	return desk
})
