import type { VerbName } from '../../../shared/desk-api/verbs.ts'

/** Names on the wire between the preload script and the main process: one per verb, and these two. */
export const verbChannel = (name: VerbName) => `desk:verb:${name}`
/** To the window: what the desk tells every window. */
export const eventChannel = 'desk:event'
/** To the main process: text of a sensitive field was copied. */
export const copiedChannel = 'desk:copied'
