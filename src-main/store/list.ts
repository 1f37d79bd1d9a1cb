import type { ClaimFilter, ClaimRow } from '../../shared/desk-api/claims.ts'
import { type ReadDb, sql } from './connection.ts'
import { keyCeiling, keysOfDay } from './list-key.ts'
import { matchFor } from './search.ts'

/**
 * The dated list by keyset. A filter is answered by "arms": one index range per value of the filter's leading field,
 * each already in list order, merged here. The other filters are tested on the columns those indexes carry. So no
 * query sorts, and none reads more of the table than it shows.
 */

/** The filter after permissions: cities null means every city. holder: whose claims, for "mine". */
export type ListFilter = Omit<ClaimFilter, 'mine' | 'cities'> & {
	cities: readonly string[] | null
	holder: string | null
}

type Lead = 'date' | 'status' | 'category' | 'holder' | 'tag' | 'text'
/** earlier: the tags of the arms before, so that a claim with two of the tags counts once. */
type Arm = { value: string; archived: 0 | 1; earlier: string }
type Range = { low: number; high: number }

const columns = `c.key, c.id, c.claimNo, c.accidentDate, c.accidentTime, c.policyNo, c.place, c.headline AS cause, c.party,
	c.status, c.category, c.city, c.assignedName, c.lastRseq, c.archived`

/** archived is named with its value so that the planner may use the index; each lead fixes one more column. */
const sources: Record<Lead, string> = {
	date: 'claim c INDEXED BY claim_by_date WHERE c.archived = @archived',
	status: 'claim c INDEXED BY claim_by_status WHERE c.archived = @archived AND c.status = @value',
	category: 'claim c INDEXED BY claim_by_category WHERE c.archived = @archived AND c.category = @value',
	holder: 'claim c INDEXED BY claim_by_holder WHERE c.archived = @archived AND c.holder = @value',
	tag: `claim_tag t CROSS JOIN claim c ON c.key = t.key WHERE c.archived = @archived AND t.tag = @value AND (@earlier = '[]'
		OR NOT EXISTS (SELECT 1 FROM claim_tag x WHERE x.key = t.key AND x.tag IN (SELECT value FROM json_each(@earlier))))`,
	text: `claim_text t CROSS JOIN claim c INDEXED BY claim_by_date ON c.archived = @archived AND c.key = t.rowid
		WHERE t.claim_text MATCH @value`,
}
const keyOf: Record<Lead, string> = {
	date: 'c.key',
	status: 'c.key',
	category: 'c.key',
	holder: 'c.key',
	tag: 't.key',
	text: 't.rowid',
}

const rest: ReadonlyArray<readonly [keyof ListFilter, string]> = [
	['statuses', 'c.status IN (SELECT value FROM json_each(@statuses))'],
	['categories', 'c.category IN (SELECT value FROM json_each(@categories))'],
	['cities', 'c.city IN (SELECT value FROM json_each(@cities))'],
	['holder', 'c.holder = @holder'],
	['tags', 'EXISTS (SELECT 1 FROM claim_tag x WHERE x.key = c.key AND x.tag IN (SELECT value FROM json_each(@tags)))'],
]

/** What a filter asks of the statement: the arms to read and the tests to make on each row. */
export type Plan = { arms: Arm[]; tests: string; values: Record<string, string | null>; range: Range; lead: Lead }

/** The leading field: the one expected to leave fewest rows. Fields it covers need no test of their own. */
function leadOf(
	filter: ListFilter,
	match: string | null,
): { lead: Lead; values: readonly string[]; covers: keyof ListFilter | null } {
	if (match !== null) return { lead: 'text', values: [match], covers: null }
	if (filter.tags?.length) return { lead: 'tag', values: filter.tags, covers: 'tags' }
	if (filter.holder !== null) return { lead: 'holder', values: [filter.holder], covers: 'holder' }
	if (filter.categories?.length) return { lead: 'category', values: filter.categories, covers: 'categories' }
	if (filter.statuses?.length) return { lead: 'status', values: filter.statuses, covers: 'statuses' }
	return { lead: 'date', values: [''], covers: null }
}

/** @returns null when nothing can match: no city allowed, or a search without a letter or digit */
export function planList(db: ReadDb, filter: ListFilter): Plan | null {
	const match = filter.text?.trim() ? matchFor(db, filter.text) : null
	if (filter.text?.trim() && match === null) return null
	if (filter.cities?.length === 0) return null
	const { lead, values, covers } = leadOf(filter, match)
	const asked = rest.filter(([field]) => {
		const value = filter[field]
		return field !== covers && value !== null && value !== undefined && (!Array.isArray(value) || value.length > 0)
	})
	const parts: (0 | 1)[] = filter.archived ? [0, 1] : [0]
	const distinct = [...new Set(values)]
	return {
		lead,
		arms: parts.flatMap((archived) =>
			distinct.map((value, at) => ({ value, archived, earlier: JSON.stringify(distinct.slice(0, at)) })),
		),
		tests: asked.map(([, test]) => ` AND ${test}`).join(''),
		values: Object.fromEntries(
			asked.map(([field]) => [field, field === 'holder' ? filter.holder : JSON.stringify(filter[field])]),
		),
		range: {
			low: filter.from === undefined ? 0 : keysOfDay(filter.from).low,
			high:
				filter.to !== undefined
					? keysOfDay(filter.to).high
					: filter.from === undefined
						? keyCeiling
						: keysOfDay(null).low,
		},
	}
}

type StoredRow = Omit<ClaimRow, 'sync' | 'archived'> & { lastRseq: number; archived: number }

/** The SQL of one arm; constant for a lead, a direction and a set of tests. */
export function pageSql(plan: Plan, order: 'DESC' | 'ASC'): string {
	const key = keyOf[plan.lead]
	return `SELECT ${columns} FROM ${sources[plan.lead]}${plan.tests} AND ${key} >= @low AND ${key} < @high ORDER BY ${key} ${order} LIMIT @limit`
}

function readArms(db: ReadDb, plan: Plan, range: Range, order: 'DESC' | 'ASC', limit: number): StoredRow[] {
	const statement = sql(db, pageSql(plan, order))
	const read = (arm: Arm) => statement.all({ ...plan.values, ...range, ...arm, limit }) as StoredRow[]
	if (plan.arms.length === 1) return read(plan.arms[0] as Arm)
	const merged = plan.arms.flatMap(read)
	merged.sort((a, b) => (order === 'DESC' ? b.key - a.key : a.key - b.key))
	return merged.slice(0, limit)
}

const showRow =
	(acked: number) =>
	(row: StoredRow): ClaimRow => {
		const { lastRseq, archived, ...shown } = row
		return { ...shown, archived: archived === 1, sync: lastRseq <= acked ? 'sent' : 'waits' }
	}

export type PageAt = { first: true } | { after: number } | { before: number } | { date: string }

/** One page, newest first, and whether there is more on either side. */
export function readPage(db: ReadDb, plan: Plan, at: PageAt, limit: number) {
	const acked = sql(db, 'SELECT acked FROM store_state').pluck().get() as number
	const { low, high } = plan.range
	if ('before' in at) {
		const rows = readArms(db, plan, { low: Math.max(low, at.before + 1), high }, 'ASC', limit + 1)
		const more = { before: rows.length > limit, after: true }
		return { rows: rows.slice(0, limit).reverse().map(showRow(acked)), more }
	}
	const top = 'after' in at ? Math.min(high, at.after) : 'date' in at ? Math.min(high, keysOfDay(at.date).high) : high
	const rows = readArms(db, plan, { low, high: top }, 'DESC', limit + 1)
	const before = top < high && readArms(db, plan, { low: Math.max(low, top), high }, 'ASC', 1).length > 0
	return { rows: rows.slice(0, limit).map(showRow(acked)), more: { before, after: rows.length > limit } }
}

/** The SQL of a count over one arm. */
export function countSql(plan: Plan): string {
	const key = keyOf[plan.lead]
	return `SELECT count(*) FROM ${sources[plan.lead]}${plan.tests} AND ${key} >= @low AND ${key} < @high`
}

/** Exact number of rows of the plan with low ≤ key < high. */
export function countRows(db: ReadDb, plan: Plan, range: Range = plan.range): number {
	const low = Math.max(range.low, plan.range.low)
	const high = Math.min(range.high, plan.range.high)
	const statement = sql(db, countSql(plan)).pluck()
	let total = 0
	for (const arm of plan.arms) total += statement.get({ ...plan.values, ...arm, low, high }) as number
	return total
}

/** The claims of a policy, newest accident first. @param key as identifierKey makes it @param cities null is every city */
export function readPolicy(db: ReadDb, key: string, cities: readonly string[] | null): ClaimRow[] {
	if (key === '') return []
	const acked = sql(db, 'SELECT acked FROM store_state').pluck().get() as number
	const rows = sql(db, policySql).all({ key, cities: cities === null ? null : JSON.stringify(cities) }) as StoredRow[]
	return rows.map(showRow(acked))
}

export const policySql = `SELECT ${columns} FROM claim c INDEXED BY claim_by_policy WHERE c.policyKey = @key AND c.policyKey <> ''
	AND (@cities IS NULL OR c.city IN (SELECT value FROM json_each(@cities))) ORDER BY c.key DESC LIMIT 200`
