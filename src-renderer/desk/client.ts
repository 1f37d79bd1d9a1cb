import type { Bridge } from '../../shared/desk-api/bridge.ts'
import { fail, type Reply } from '../../shared/desk-api/errors.ts'
import type { Input, Output, VerbName } from '../../shared/desk-api/verbs.ts'
import { connectHttp } from './http.ts'
import type { Link, Transport } from './transport.ts'

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
