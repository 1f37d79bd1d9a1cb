import type { z } from 'zod'
import { claimVerbs, draftVerbs } from './claims.ts'
import type { Reply } from './errors.ts'
import { peopleVerbs } from './people.ts'
import { sessionVerbs } from './session.ts'

/** Every verb between the renderer and the desk. There is no other way in. */
export const verbs = { ...sessionVerbs, ...peopleVerbs, ...claimVerbs, ...draftVerbs }

export type Verbs = typeof verbs
export type VerbName = keyof Verbs
/** What a caller gives. */
export type Input<N extends VerbName> = z.input<Verbs[N]['input']>
/** What a handler receives, parsed. */
export type Parsed<N extends VerbName> = z.output<Verbs[N]['input']>
export type Output<N extends VerbName> = z.output<Verbs[N]['output']>

export const verbNames = Object.keys(verbs) as VerbName[]

/** What the desk tells every window. Screens read again; no claim content travels here. */
export type DeskEvent = { kind: 'changed'; ids: readonly string[] } | { kind: 'session' } | { kind: 'closed' }

/** The desk as its callers see it: in this process, behind a worker, behind a page. */
export type Desk = {
	call<N extends VerbName>(name: N, input: Input<N>): Promise<Reply<Output<N>>>
	/** @returns a function that ends the subscription */
	listen(listener: (event: DeskEvent) => void): () => void
	/** Locks, checkpoints and closes the store. Safe to call twice. */
	close(): Promise<void>
}
