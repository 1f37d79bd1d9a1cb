import { scopeOf } from '../../shared/access/roles.ts'
import { identifierKey } from '../../shared/claims/text.ts'
import type { ClaimFilter } from '../../shared/desk-api/claims.ts'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Input } from '../../shared/desk-api/verbs.ts'
import { type Records, readRecords } from '../store/claims.ts'
import { sql } from '../store/connection.ts'
import { findDuplicates } from '../store/duplicates.ts'
import { readHistory } from '../store/history.ts'
import { countRows, type ListFilter, type Plan, planList, readPage, readPolicy } from '../store/list.ts'
import { keysOfDay } from '../store/list-key.ts'
import type { Context } from './core.ts'
import { audit, type Core, mayOn, type Session, sessionOf, write } from './core.ts'
import { seen } from './mask.ts'
import type { Handlers } from './registrar.ts'
import { sightOf, viewClaim, viewRow } from './view.ts'

const eventsPerPage = 50

/** The filter within what the reader may see: asked cities, cut down to granted ones. */
function allowedFilter(session: Session, filter: ClaimFilter): ListFilter {
	const { mine, cities, ...rest } = filter
	const { actor } = session
	const granted = scopeOf(actor, 'claim.read') === 'all' || actor.cities === '*' ? null : actor.cities
	const asked = cities === undefined || cities.length === 0 ? null : cities
	const within = granted === null ? asked : asked === null ? granted : asked.filter((city) => granted.includes(city))
	return { ...rest, cities: within, holder: mine ? actor.id : null }
}

/** The claim's records, or NOT_FOUND: the same answer for what is not there and what may not be seen. */
export function findClaim(session: Session, id: string): Reply<Records> {
	const records = readRecords(session.db, id)
	if (records === null || !mayOn(session, 'claim.read', records.claim)) return fail('NOT_FOUND')
	return ok(records)
}

/** Lets the other verbs in between the parts of a long count. */
const breathe = (): Promise<void> => new Promise((resolve) => setImmediate(resolve))

/** A text count joins every match with its claim: done a year at a time, newest first. */
async function countByYear(core: Core, session: Session, plan: Plan, range: Plan['range']): Promise<number | null> {
	const db = session.db
	let total = countRows(db, plan, { low: Math.max(range.low, keysOfDay(null).low), high: range.high })
	const lowest = sql(db, 'SELECT min(key) FROM claim').pluck().get() as number | null
	for (let year = 2100; lowest !== null; year -= 1) {
		const slice = { low: keysOfDay(`${year}-01-01`).low, high: keysOfDay(`${year + 1}-01-01`).low }
		if (slice.high <= Math.max(lowest, range.low)) break
		if (slice.low >= range.high) continue
		total += countRows(db, plan, { low: Math.max(slice.low, range.low), high: Math.min(slice.high, range.high) })
		await breathe()
		if (core.session !== session) return null
	}
	return total
}

type Counts = { total: number; above: number; days: Record<string, number> }
type Names =
	| 'claims.page'
	| 'claims.count'
	| 'claims.byPolicy'
	| 'claims.get'
	| 'claims.reveal'
	| 'claims.history'
	| 'claims.duplicates'
	| 'claims.tags'

export function claimReaders(core: Core): Pick<Handlers<Context>, Names> {
	/** Totals of the filters asked lately, true until the next write or sign-in. */
	let totals = { writes: -1, session: null as Session | null, known: new Map<string, number>() }

	async function count(session: Session, input: Input<'claims.count'>): Promise<Counts | null> {
		const filter = allowedFilter(session, input.filter)
		const plan = planList(session.db, filter)
		if (plan === null) return { total: 0, above: 0, days: Object.fromEntries(input.days.map((day) => [day, 0])) }
		if (totals.writes !== core.writes || totals.session !== session)
			totals = { writes: core.writes, session, known: new Map() }
		const { known } = totals
		const number = async (low: number, high: number): Promise<number | null> => {
			const key = JSON.stringify([filter, low, high])
			const remembered = known.get(key)
			if (remembered !== undefined) return remembered
			const range = { low: Math.max(low, plan.range.low), high: Math.min(high, plan.range.high) }
			const counted =
				plan.lead === 'text' ? await countByYear(core, session, plan, range) : countRows(session.db, plan, range)
			if (counted !== null) known.set(key, counted)
			return counted
		}
		const days: Record<string, number> = {}
		for (const day of input.days) {
			const { low, high } = keysOfDay(day === '' ? null : day)
			days[day] = countRows(session.db, plan, { low, high })
		}
		const total = await number(plan.range.low, plan.range.high)
		const above = total === null || input.above === undefined ? 0 : await number(input.above + 1, plan.range.high)
		return total === null || above === null ? null : { days, total, above }
	}

	return {
		'claims.page': ({ filter, at, limit }, context) => {
			const session = sessionOf(context)
			const plan = planList(session.db, allowedFilter(session, filter))
			if (plan === null) return ok({ rows: [], more: { before: false, after: false } })
			const page = readPage(session.db, plan, at, limit)
			return ok({ rows: page.rows.map((row) => viewRow(session, row)), more: page.more })
		},
		'claims.count': async (input, context) => {
			const counts = await count(sessionOf(context), input)
			return counts === null ? fail('LOCKED') : ok(counts)
		},
		'claims.byPolicy': ({ policyNo }, context) => {
			const session = sessionOf(context)
			const filter = allowedFilter(session, { archived: true })
			return ok(readPolicy(session.db, identifierKey(policyNo), filter.cities).map((row) => viewRow(session, row)))
		},
		'claims.get': ({ id }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			return found.ok ? ok(viewClaim(found.value, session)) : found
		},
		'claims.reveal': ({ id }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			if (!found.ok) return found
			if (!mayOn(session, 'claim.read.unmasked', found.value.claim)) return fail('DENIED')
			write(core, session, [], (db) => audit(core, session, db, 'claim.reveal', id))
			return ok(viewClaim(found.value, session, true))
		},
		'claims.history': ({ id, before }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			if (!found.ok) return found
			const sight = sightOf(session, found.value.claim, false)
			const events = readHistory(session.db, id, before ?? Number.MAX_SAFE_INTEGER, eventsPerPage + 1)
			for (const change of events.flatMap((event) => event.changes)) {
				if (change.table === 'person') change.label = seen('name', change.label, sight) as string
				if (change.table === 'vehicle') change.label = seen('plate', change.label, sight) as string
				for (const field of change.fields) {
					field.from = seen(field.field, field.from, sight)
					field.to = seen(field.field, field.to, sight)
				}
			}
			return ok({ events: events.slice(0, eventsPerPage), more: events.length > eventsPerPage })
		},
		'claims.duplicates': (like, context) => {
			const session = sessionOf(context)
			const { cities } = allowedFilter(session, {})
			const found = findDuplicates(session.db, like, cities)
			return ok(
				found.map(({ city, ...one }) => ({
					...one,
					party: seen('name', one.party, sightOf(session, { city }, false)) as string,
				})),
			)
		},
		'claims.tags': ({ prefix }, context) => {
			const session = sessionOf(context)
			const low = prefix.normalize('NFC')
			const { cities } = allowedFilter(session, {})
			const granted = cities === null ? null : JSON.stringify(cities)
			const statement = sql(
				session.db,
				`SELECT DISTINCT t.tag FROM claim_tag t WHERE t.tag >= ? AND t.tag < ? AND (? IS NULL OR EXISTS
				(SELECT 1 FROM claim c WHERE c.key = t.key AND c.city IN (SELECT value FROM json_each(?)))) ORDER BY t.tag LIMIT 20`,
			).pluck()
			return ok(statement.all(low, `${low}\u{10ffff}`, granted, granted) as string[])
		},
	}
}
