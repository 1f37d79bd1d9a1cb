import type { Bridge } from '../../shared/desk-api/bridge.ts'
import { fail, type Reply } from '../../shared/desk-api/errors.ts'
import type { DeskEvent, Input, Output, VerbName } from '../../shared/desk-api/verbs.ts'
import { connectHttp } from './http.ts'

/** up: the desk answers. gone: it does not run. stranger: it runs, but this page may not talk to it. */
export type Link = 'up' | 'gone' | 'stranger'

export type Transport = {
	call(verb: VerbName, input: unknown): Promise<{ link: Link; reply: Reply<unknown> }>
	listen(listener: (event: DeskEvent | { kind: 'connected' } | { kind: 'lost' }) => void): () => void
}

declare global {
	interface Window {
		readonly fieldclaim?: Bridge
	}
}

function connectBridge(bridge: Bridge): Transport {
	return {
		async call(verb, input) {
			try {
				const reply = await bridge.verbs[verb](input)
				return { link: 'up', reply }
			} catch {
				return { link: 'gone', reply: fail('CLOSED') }
			}
		},
		listen: (listener) => bridge.listen(listener),
	}
}

let transport: Transport | null = null
function connect(): Transport {
	transport ??= window.fieldclaim ? connectBridge(window.fieldclaim) : connectHttp()
	return transport
}

type Watcher = (link: Link, reply: Reply<unknown>) => void
const watchers = new Set<Watcher>()

/** The only way from the screens to the desk. Never rejects: a desk that does not answer is the failure CLOSED. */
export const desk = {
	async call<N extends VerbName>(name: N, input: Input<N>): Promise<Reply<Output<N>>> {
		const { link, reply } = await connect().call(name, input)
		for (const watch of watchers) watch(link, reply)
		return reply as Reply<Output<N>>
	},
	listen: (listener: Parameters<Transport['listen']>[0]): (() => void) => connect().listen(listener),
	/** Sees every answer: this is how the session learns that the desk locked or is gone. */
	watch(watcher: Watcher): () => void {
		watchers.add(watcher)
		return () => watchers.delete(watcher)
	},
}
