import { addDays } from '../../shared/claims/dates.ts'
import { identifierKey, phoneKey } from '../../shared/claims/text.ts'
import type { Duplicate } from '../../shared/desk-api/claims.ts'
import { type ReadDb, sql } from './connection.ts'
import { keysOfDay } from './list-key.ts'

/** What a claim is compared by. id is left out of the answer. */
export type Likeness = {
	id: string
	policyNo: string
	accidentDate: string | null
	plates: readonly string[]
	phones: readonly string[]
}

const most = 20
const columns = 'c.id, c.claimNo, c.accidentDate, c.place, c.party, c.status, c.city'
const visible = '(? IS NULL OR c.city IN (SELECT value FROM json_each(?)))'
/** A repairer's phone or a fleet's policy stands in thousands of claims; the newest few hundred are looked at. */
const looked = 500

type Found = Omit<Duplicate, 'why'> & { city: string }

/**
 * Claims that may tell of the same accident: same policy ± 1 day, same plate ± 1 day, same phone and day. Without an
 * accident date, any claim with the same policy or plate. At most 20, newest first. Nothing is merged.
 */
export function findDuplicates(
	db: ReadDb,
	like: Likeness,
	cities: readonly string[] | null,
): (Duplicate & { city: string })[] {
	const granted = cities === null ? null : JSON.stringify(cities)
	const found = new Map<string, Duplicate & { city: string }>()
	const add = (why: Duplicate['why'][number], rows: Found[]) => {
		for (const row of rows) {
			if (row.id === like.id || row.status === 'discarded') continue
			const known = found.get(row.id)
			if (known) known.why.push(why)
			else found.set(row.id, { ...row, why: [why] })
		}
	}
	const around = (days: number): [number, number] =>
		like.accidentDate === null
			? [0, Number.MAX_SAFE_INTEGER]
			: [keysOfDay(addDays(like.accidentDate, -days)).low, keysOfDay(addDays(like.accidentDate, days)).high]
	const policy = identifierKey(like.policyNo)
	if (policy !== '')
		add(
			'policy',
			sql(
				db,
				`SELECT ${columns} FROM claim c INDEXED BY claim_by_policy
				WHERE c.policyKey = ? AND c.policyKey <> '' AND c.key >= ? AND c.key < ? AND ${visible} ORDER BY c.key DESC LIMIT ${most + 1}`,
			).all(policy, ...around(1), granted, granted) as Found[],
		)
	for (const plate of new Set(like.plates.map(identifierKey)))
		if (plate !== '')
			add(
				'plate',
				sql(
					db,
					`SELECT ${columns} FROM (SELECT DISTINCT claimId FROM vehicle WHERE plateKey = ? AND plateKey <> ''
					ORDER BY claimId DESC LIMIT ${looked}) v CROSS JOIN claim c ON c.id = v.claimId WHERE c.key >= ? AND c.key < ? AND ${visible} LIMIT ${most + 1}`,
				).all(plate, ...around(1), granted, granted) as Found[],
			)
	if (like.accidentDate !== null)
		for (const phone of new Set(like.phones.map(phoneKey)))
			if (phone.length >= 6)
				add(
					'phone',
					sql(
						db,
						`SELECT ${columns} FROM (SELECT DISTINCT claimId FROM person WHERE phoneKey = ? AND phoneKey <> ''
						ORDER BY claimId DESC LIMIT ${looked}) p CROSS JOIN claim c ON c.id = p.claimId WHERE c.key >= ? AND c.key < ? AND ${visible} LIMIT ${most + 1}`,
					).all(phone, ...around(0), granted, granted) as Found[],
				)
	return [...found.values()].sort((a, b) => (b.accidentDate ?? '').localeCompare(a.accidentDate ?? '')).slice(0, most)
}
