import { z } from 'zod'
import { type ClaimFilter, claimFilter } from '../../../shared/desk-api/claims.ts'

export type SavedFilter = { name: string; filter: ClaimFilter }

export const mostSaved = 20
export const longestName = 40
const shape = z.array(z.strictObject({ name: z.string().min(1).max(longestName), filter: claimFilter })).max(mostSaved)

/** Reads the kept filters; anything unreadable counts as none. */
export function readSaved(text: string | undefined): SavedFilter[] {
	if (text === undefined) return []
	try {
		const parsed = shape.safeParse(JSON.parse(text))
		return parsed.success ? parsed.data : []
	} catch {
		return []
	}
}

/** Adds a filter; one of the same name is replaced. */
export function addSaved(saved: readonly SavedFilter[], one: SavedFilter): SavedFilter[] {
	return [...saved.filter((old) => old.name !== one.name), one]
}
