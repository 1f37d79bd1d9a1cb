import type { Reply } from '../../shared/desk-api/errors.ts'
import type { DeskEvent, VerbName } from '../../shared/desk-api/verbs.ts'

/** up: the desk answers. gone: it does not run. stranger: it runs, but this page may not talk to it. */
export type Link = 'up' | 'gone' | 'stranger'

export type Transport = {
	call(verb: VerbName, input: unknown): Promise<{ link: Link; reply: Reply<unknown> }>
	listen(listener: (event: DeskEvent | { kind: 'connected' } | { kind: 'lost' }) => void): () => void
}
