import type { Reply } from './errors.ts'
import type { DeskEvent, VerbName } from './verbs.ts'

/**
 * What a window's page finds as `window.fieldclaim`: one function per verb and the desk's events, nothing else.
 * A page served over loopback has no such object and speaks HTTP instead.
 */
export type Bridge = Readonly<{
	verbs: Readonly<Record<VerbName, (input: unknown) => Promise<Reply<unknown>>>>
	/** @returns a function that ends the subscription */
	listen(listener: (event: DeskEvent) => void): () => void
}>
