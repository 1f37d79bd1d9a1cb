import type { Person } from '../../../shared/claims/claim.ts'

/** A person without what is shown masked: absent means "leave as it is", and a mask must never be written or compared. */
export function withoutMasked({ licenceNo: _licence, idNo: _id, injury: _injury, ...rest }: Person): Person {
	return rest
}
