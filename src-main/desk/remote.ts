import { Worker } from 'node:worker_threads'
import { fail, type Reply } from '../../shared/desk-api/errors.ts'
import type { Desk, DeskEvent } from '../../shared/desk-api/verbs.ts'
import type { DeskOptions } from './desk.ts'
import type { FromDesk, ToDesk } from './worker-serve.ts'

/** What createDesk takes, without what cannot cross to a thread. */
export type RemoteOptions = Omit<DeskOptions, 'clock'>

/** Beside this file: as source, or as the bundle's second entry (a shared chunk lies one folder deeper). */
function workerEntry(): URL {
	if (import.meta.url.endsWith('.ts')) return new URL('./worker.ts', import.meta.url)
	const deeper = /\/chunks\/[^/]+$/.test(import.meta.url)
	return new URL(deeper ? '../worker.js' : './worker.js', import.meta.url)
}

type Pending = (reply: Reply<unknown>) => void

/**
 * Starts the desk in a worker thread and speaks for it. When the thread dies, each open call is answered CLOSED and
 * each listener hears {kind:'closed'}; there is no silent restart, since what was not answered may not have happened.
 * @param entry the thread's first file; tests give another
 * @throws when the desk could not be made at all (troubles of the store are no reason: the desk tells them)
 */
export function startDesk(options: RemoteOptions, entry: URL = workerEntry()): Promise<Desk> {
	const worker = new Worker(entry, { workerData: options, name: 'desk' })
	const pending = new Map<number, Pending>()
	const listeners = new Set<(event: DeskEvent) => void>()
	let open = true
	let lastId = 0
	const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

	const tell = (event: DeskEvent) => {
		for (const listener of [...listeners]) listener(event)
	}
	const end = () => {
		if (!open) return
		open = false
		for (const answer of pending.values()) answer(fail('CLOSED'))
		pending.clear()
		tell({ kind: 'closed' })
		listeners.clear()
	}
	const send = (message: ToDesk) => worker.postMessage(message)

	const desk: Desk = {
		// Replies are made by the verbs' own handlers in the thread; the types end and begin again at the port.
		call: ((name: string, input: unknown) =>
			new Promise<Reply<unknown>>((resolve) => {
				if (!open) {
					resolve(fail('CLOSED'))
					return
				}
				lastId += 1
				const id = lastId
				pending.set(id, resolve)
				try {
					send({ id, name, input })
				} catch {
					// A function, a symbol, a proxy: what cannot be copied to a thread is no input.
					pending.delete(id)
					resolve(fail('VALIDATION', { issues: [{ path: '', code: 'wrong-type' }] }))
				}
			})) as Desk['call'],
		listen(listener) {
			if (open) listeners.add(listener)
			return () => listeners.delete(listener)
		},
		async close() {
			if (open) send({ close: true })
			await ended
		},
	}

	return new Promise((resolve, reject) => {
		worker.on('message', (message: FromDesk) => {
			if ('ready' in message) resolve(desk)
			else if ('failed' in message) reject(new Error(`the desk did not start: ${message.failed}`))
			else if ('event' in message) {
				// The end is told once, by this side, when the thread is really gone.
				if (message.event.kind !== 'closed') tell(message.event)
			} else if ('id' in message) {
				pending.get(message.id)?.(message.reply)
				pending.delete(message.id)
			}
		})
		worker.on('error', (error) => {
			reject(error)
			end()
		})
		worker.on('exit', () => {
			reject(new Error('the desk ended while it started'))
			end()
		})
	})
}
