import { keepPreviousData, QueryClient, useQuery } from '@tanstack/react-query'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import type { Input, Output, VerbName } from '../../shared/desk-api/verbs.ts'
import { desk } from './client.ts'

/** An expected failure on its way through the query library, which knows failures only as exceptions. */
export class Refused extends Error {
	readonly error: DeskError
	constructor(error: DeskError) {
		super(error.code)
		this.error = error
	}
}

/** The desk is on this machine: no answer is a failure to show, not a reason to pause until a network comes back. */
export const queryClient = new QueryClient({
	defaultOptions: {
		queries: {
			networkMode: 'always',
			retry: (count, error) => error instanceof Refused && error.error.code === 'BUSY' && count < 3,
			refetchOnWindowFocus: false,
			refetchOnReconnect: false,
			staleTime: 0,
			gcTime: 60_000,
		},
		mutations: { networkMode: 'always', retry: false },
	},
})

export async function ask<N extends VerbName>(name: N, input: Input<N>): Promise<Output<N>> {
	const reply = await desk.call(name, input)
	if (reply.ok) return reply.value
	throw new Refused(reply.error)
}

type Options = {
	enabled?: boolean
	/** Show the answer to the previous question until the next one is there. */
	keep?: boolean
}

/** Reads a verb's answer, again whenever a claim changed. Stale answers to an older input are dropped. */
export function useAnswer<N extends VerbName>(name: N, input: Input<N>, options: Options = {}) {
	return useQuery<Output<N>, Refused>({
		queryKey: [name, input],
		queryFn: () => ask(name, input),
		enabled: options.enabled ?? true,
		...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
	})
}

/** The error of a query as the desk gave it; null when there is none. */
export function errorOf(error: unknown): DeskError | null {
	if (error === null || error === undefined) return null
	return error instanceof Refused ? error.error : { code: 'INTERNAL', params: { ref: 'screen' } }
}

export function rereadClaims(): void {
	void queryClient.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('claims.') })
}

export function rereadPeople(): void {
	void queryClient.invalidateQueries({ predicate: (query) => String(query.queryKey[0]).startsWith('people.') })
}

/** Forgets everything read from the store: called the moment the desk locks. */
export function forgetAnswers(): void {
	queryClient.clear()
}
