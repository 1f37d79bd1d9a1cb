import type { z } from 'zod'
import type { Action } from '../access/roles.ts'

/** What must hold before a verb runs: nothing, an unlocked session, or an unlocked session with a permission. */
export type Needs = 'nothing' | 'session' | Action

export type Verb<I extends z.ZodType = z.ZodType, O extends z.ZodType = z.ZodType> = {
	needs: Needs
	input: I
	output: O
	/** Most UTF-16 units of text in the input, all strings together. */
	most: number
}

/** The default bound holds a long form; a verb that needs more says so. */
export function verb<I extends z.ZodType, O extends z.ZodType>(spec: {
	needs: Needs
	input: I
	output: O
	most?: number
}): Verb<I, O> {
	return { most: 200_000, ...spec }
}
