import { fail, type Reply } from '../../shared/desk-api/errors.ts'
import type { DeskEvent, VerbName } from '../../shared/desk-api/verbs.ts'
import type { Transport } from './transport.ts'

/** The desk behind the page it served: the browser shell. The session is a cookie this script cannot read. */

const token = /(?:^#|&)token=([^&]+)/

/** Exchanges the one-time token of the address for a session, and takes it out of the address and the history. */
async function present(): Promise<void> {
	const match = token.exec(location.hash)
	if (!match?.[1]) return
	history.replaceState(null, '', `${location.pathname}${location.search}#/`)
	await fetch('/desk/session', {
		method: 'POST',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify({ token: decodeURIComponent(match[1]) }),
	}).catch(() => undefined) // the first call tells whether it worked
}

function isReply(value: unknown): value is Reply<unknown> {
	return typeof value === 'object' && value !== null && 'ok' in value && typeof value.ok === 'boolean'
}

export function connectHttp(): Transport {
	let presented = present()

	return {
		async call(verb: VerbName, input: unknown) {
			await presented
			let response: Response
			const sent = JSON.stringify({ verb, input })
			try {
				response = await fetch('/desk/call', {
					method: 'POST',
					headers: { 'content-type': 'application/json' },
					body: sent,
					// What is kept while the page is closing must still arrive; browsers allow 64 KiB for that.
					keepalive: verb === 'drafts.keep' && sent.length < 16_000,
				})
			} catch {
				return { link: 'gone', reply: fail('CLOSED') }
			}
			if (response.status === 401) return { link: 'stranger', reply: fail('LOCKED') }
			const body: unknown = await response.json().catch(() => null)
			if (isReply(body)) return { link: 'up', reply: body }
			return { link: 'up', reply: fail('INTERNAL', { params: { ref: `http-${response.status}` } }) }
		},

		listen(listener) {
			let source: EventSource | null = null
			let ended = false
			const open = async () => {
				await presented
				if (ended) return
				source?.close()
				source = new EventSource('/desk/events')
				source.onopen = () => listener({ kind: 'connected' })
				source.onerror = () => listener({ kind: 'lost' })
				source.onmessage = (message) => {
					const event = JSON.parse(String(message.data)) as Partial<DeskEvent>
					if (event.kind === 'changed' || event.kind === 'session' || event.kind === 'closed')
						listener(event as DeskEvent)
				}
			}
			// The printed address pasted into a page that is already here changes only what follows the #.
			const again = () => {
				if (!token.test(location.hash)) return
				presented = present()
				void open()
			}
			void open()
			window.addEventListener('hashchange', again)
			return () => {
				ended = true
				source?.close()
				window.removeEventListener('hashchange', again)
			}
		},
	}
}
