import { create } from 'zustand'
import type { ClaimFilter, ClaimRow } from '../../shared/desk-api/claims.ts'

/**
 * The dated list as the person left it: coming back from a claim finds the same filter, page and row. In memory only,
 * since what people search for is personal data.
 */
export type At = { first: true } | { after: number } | { before: number } | { date: string }

export type ListState = {
	filter: ClaimFilter
	at: At
	/** The row the keyboard is on. */
	row: ClaimRow['id'] | null
	scroll: number
	/** The list takes the keyboard when it is shown again. */
	focus: boolean
}

const start: ListState = { filter: {}, at: { first: true }, row: null, scroll: 0, focus: false }

export const useList = create<ListState>(() => start)

/** Empty lists and texts mean "no filter", so that equal filters are equal keys. */
export function tidyFilter(filter: ClaimFilter): ClaimFilter {
	const entries = Object.entries(filter).filter(
		([, value]) =>
			value !== undefined && value !== '' && value !== false && !(Array.isArray(value) && value.length === 0),
	)
	return Object.fromEntries(entries) as ClaimFilter
}

/** A changed filter starts again at its first page. */
export function setFilter(change: Partial<{ [K in keyof ClaimFilter]: ClaimFilter[K] | undefined }>): void {
	useList.setState(({ filter }) => ({
		filter: tidyFilter({ ...filter, ...change } as ClaimFilter),
		at: { first: true },
		row: null,
		scroll: 0,
	}))
}

export function clearFilter(): void {
	useList.setState({ filter: {}, at: { first: true }, row: null, scroll: 0 })
}

export function turnTo(at: At): void {
	useList.setState({ at, row: null, scroll: 0 })
}

export function forgetList(): void {
	useList.setState(start)
}
