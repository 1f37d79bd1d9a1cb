import type { MessagePort } from 'node:worker_threads'
import { fail, type Reply } from '../../shared/desk-api/errors.ts'
import type { Desk, DeskEvent, VerbName } from '../../shared/desk-api/verbs.ts'

/** What the caller's thread sends. */
export type ToDesk = { id: number; name: string; input: unknown } | { close: true }

/** What the desk's thread sends. `failed` ends a start that did not succeed; nothing of the reason but its class leaves. */
export type FromDesk =
	| { ready: true }
	| { failed: string }
	| { id: number; reply: Reply<unknown> }
	| { event: DeskEvent }
	| { closed: true }

type Port = Pick<MessagePort, 'postMessage' | 'on' | 'close'>

/**
 * Serves a desk over a port. On close no further call is taken, those at work are answered, then the desk closes, so
 * that nothing saved is left unsaid.
 */
export async function serveDesk(port: Port, open: () => Promise<Desk>): Promise<void> {
	const send = (message: FromDesk) => port.postMessage(message)
	let desk: Desk
	try {
		desk = await open()
	} catch (error) {
		send({ failed: error instanceof Error ? error.message : 'unknown' })
		port.close()
		return
	}
	const stopListening = desk.listen((event) => send({ event }))
	const atWork = new Set<Promise<void>>()
	let closing = false

	const answer = async (id: number, name: string, input: unknown) => {
		let reply: Reply<unknown>
		try {
			// The registrar behind call() judges name and input; types end at the port.
			reply = await desk.call(name as VerbName, input as never)
		} catch {
			reply = fail('INTERNAL')
		}
		send({ id, reply })
	}

	const close = async () => {
		if (closing) return
		closing = true
		await Promise.all(atWork)
		try {
			await desk.close()
		} finally {
			stopListening()
			send({ closed: true })
			port.close()
		}
	}

	port.on('message', (message: ToDesk) => {
		if ('close' in message) {
			void close()
			return
		}
		if (closing) {
			send({ id: message.id, reply: fail('CLOSED') })
			return
		}
		const work = answer(message.id, message.name, message.input).finally(() => atWork.delete(work))
		atWork.add(work)
	})
	send({ ready: true })
}
