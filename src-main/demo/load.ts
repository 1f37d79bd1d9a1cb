import { formWrites, originOf } from '../desk/claims-write.ts'
import type { Core, Session } from '../desk/core.ts'
import { write } from '../desk/core.ts'
import { type EventKind, type RecordWrite, type WriteAuthor, writeClaim } from '../store/claims.ts'
import type { SampleClaim, SampleNote } from './sample-claim.ts'
import type { Staff } from './staff.ts'

/** One user action on one claim, by somebody, some time ago. */
export type Deed = {
	claimId: string
	at: number
	by: Staff
	kind: EventKind
	event: string
	writes(author: WriteAuthor): RecordWrite[]
}

const noteWrite = (claimId: string, note: SampleNote): RecordWrite => ({
	table: 'note',
	id: note.id,
	set: { claimId, text: note.text, at: new Date(note.at).toISOString(), by: note.by.id, byName: note.by.displayName },
})

/** The first save, as New claim writes it. */
function creation(claim: SampleClaim, notes: readonly SampleNote[]): Deed {
	const { id, at, by, state } = claim
	const { people: _, vehicles: __, damages: ___, notes: ____, ...core } = claim.form
	return {
		claimId: id,
		at,
		by,
		kind: 'created',
		event: state.status === 'draft' ? 'claim.save' : 'claim.submit',
		writes: (author) => [
			{
				table: 'claim',
				id,
				set: { ...originOf(claim.city, author), claimNo: claim.claimNo, ...core, estimateBy: null, ...state },
			},
			...formWrites(id, claim.form, null, author),
			...notes.map((note) => noteWrite(id, note)),
		],
	}
}

/** What was done with a claim, in order. @param atOnce its notes belong to the first save */
export function deedsOf(claim: SampleClaim, atOnce = false): Deed[] {
	const { id } = claim
	const later = claim.notes.filter((note) => !atOnce && note.at > claim.at)
	const deeds: Deed[] = [
		creation(
			claim,
			claim.notes.filter((note) => !later.includes(note)),
		),
		...claim.acts.map(({ set, ...act }) => ({
			...act,
			claimId: id,
			writes: () => [{ table: 'claim' as const, id, set }],
		})),
		...later.map((note) => ({
			claimId: id,
			at: note.at,
			by: note.by,
			kind: 'noted' as const,
			event: 'claim.note',
			writes: () => [noteWrite(id, note)],
		})),
	]
	return deeds.sort((a, b) => a.at - b.at)
}

export type LoadOptions = {
	/** Deeds per transaction. Large ones are quick; nothing of one that was not finished stays. */
	perTransaction?: number
	/** Called after each transaction with the number of deeds done, and the time of the last one. */
	onProgress?: (done: number, at: number) => void
	signal?: AbortSignal
}

/**
 * Writes deeds through the store as daily work does: rows, change log, history, audit and search. Only the transactions
 * are larger, and each deed bears its own time and author.
 * @param deeds in the order in which they happened
 * @returns how many were written; fewer than given when the signal ended it between two transactions
 */
export async function loadClaims(
	core: Core,
	session: Session,
	deeds: Iterable<Deed>,
	options: LoadOptions = {},
): Promise<number> {
	const { perTransaction = 2_000, onProgress, signal } = options
	const iterator = deeds[Symbol.iterator]()
	let done = 0
	let first: number | null = null
	for (;;) {
		if (signal?.aborted || core.session !== session) return done
		const batch: Deed[] = []
		for (let next = iterator.next(); !next.done; next = iterator.next()) {
			batch.push(next.value)
			if (batch.length === perTransaction) break
		}
		const last = batch.at(-1)
		if (last === undefined) return done
		first ??= (batch[0] as Deed).at
		const began = first
		write(core, session, [], (db) => {
			for (const { claimId, at, by, kind, event, writes } of batch) {
				const place = { now: at, monotonic: at - began, boot: core.boot, key: session.keys.audit }
				const author = { userId: by.id, name: by.displayName, roles: by.roles, place }
				writeClaim(db, { claimId, kind, event, writes: writes(author), author })
			}
		})
		done += batch.length
		onProgress?.(done, last.at)
		await new Promise((resolve) => setImmediate(resolve))
	}
}
