import type { ClaimForm } from '../../shared/claims/claim.ts'
import type { EventKind } from '../store/claims.ts'
import type { Row } from '../store/rows.ts'
import type { Staff } from './staff.ts'

/** A sample claim: what was written down first, and what people did with it afterwards. Times are epoch ms. */
export type SampleClaim = {
	id: string
	claimNo: string
	city: string
	at: number
	by: Staff
	form: ClaimForm
	submitted: boolean
	/** Columns that the form does not hold, as they stand at the first save: status and so on. */
	state: Row
	notes: SampleNote[]
	acts: SampleAct[]
}
export type SampleNote = { id: string; at: number; by: Staff; text: string }
/** A step or an edit of the claim record itself. */
export type SampleAct = { at: number; by: Staff; kind: EventKind; event: string; set: Row }

/** The columns of a claim that nobody has handled yet. */
export const unhandled = (status: 'draft' | 'reported'): Row => ({
	status,
	statusReason: '',
	keptClaim: null,
	assignedTo: null,
	assignedName: '',
})

/** The same claim as if all of it had been written down at once, with one note, in the state it ended in. For loads in bulk. */
export function withoutHistory(claim: SampleClaim): SampleClaim {
	const state = Object.assign({}, claim.state, ...claim.acts.map((act) => act.set)) as Row
	return { ...claim, state, acts: [], notes: claim.notes.slice(0, 1) }
}
