import { v7 as uuidv7 } from 'uuid'
import type { ClaimCore, ClaimForm } from '../../shared/claims/claim.ts'
import type { Status } from '../../shared/claims/fields.ts'
import { dateIssues, type Issue, siteYear } from '../../shared/claims/validate.ts'
import { type Clash, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { type EventKind, type Records, type RecordWrite, type WriteAuthor, writeClaim } from '../store/claims.ts'
import { sql, type WriteDb } from '../store/connection.ts'
import { dropDraft, readDraft } from '../store/drafts.ts'
import { readLastEdit } from '../store/history.ts'
import { mintClaimNo } from '../store/numbers.ts'
import type { Row } from '../store/rows.ts'
import { findClaim } from './claims-read.ts'
import { auditPlace, type Context, type Core, mayOn, type Session, sessionOf, write } from './core.ts'
import { seen } from './mask.ts'
import type { Handlers } from './registrar.ts'
import { missingOf, sightOf, viewClaim } from './view.ts'

type List = 'people' | 'vehicles' | 'damages'
const tableOf = { people: 'person', vehicles: 'vehicle', damages: 'damage' } as const
/** The estimate that was approved stands; a claim that is opened again may be estimated anew. */
const settledStatuses = new Set<Status>(['approved', 'settled', 'closed'])
const blankPerson = { licenceNo: '', idNo: '', injury: '' }

export function authorOf(core: Core, session: Session): WriteAuthor {
	const { id, displayName, roles } = session.account
	return { userId: id, name: displayName, roles, place: auditPlace(core, session) }
}

/** Paths as the registrar gives them: from the root of the verb's input. */
const within = (part: string, issues: readonly Issue[]): Issue[] =>
	issues.map((issue) => ({ ...issue, path: `${part}.${issue.path}` }))

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b)
/** Fields that are absent mean "leave as it is": they were shown masked. */
const given = (record: object): Row =>
	Object.fromEntries(Object.entries(record).filter(([, value]) => value !== undefined))

let noteCount = 0
function noteWrite(claimId: string, text: string, author: WriteAuthor): RecordWrite {
	const at = new Date(author.place.now).toISOString()
	// Notes are read in the order of their ids: within one millisecond the count decides, not chance.
	const id = uuidv7({ msecs: author.place.now, seq: noteCount++ })
	return { table: 'note', id, set: { claimId, text, at, by: author.userId, byName: author.name } }
}

/** The columns a new claim begins with, beside what its form holds. */
export function originOf(city: string, author: WriteAuthor): Row {
	return {
		city,
		createdBy: author.userId,
		createdByName: author.name,
		createdAt: new Date(author.place.now).toISOString(),
		statusReason: '',
		keptClaim: null,
		assignedTo: null,
		assignedName: '',
	}
}

/** The records of a form: what is new or changed, and what is gone against the stored ones. */
export function formWrites(
	claimId: string,
	form: ClaimForm,
	stored: Records | null,
	author: WriteAuthor,
): RecordWrite[] {
	const writes: RecordWrite[] = []
	for (const list of ['people', 'vehicles', 'damages'] as const) {
		const table = tableOf[list]
		const blank = table === 'person' ? blankPerson : {}
		form[list].forEach((record, position) => {
			const isNew = !stored?.[table].some((row) => row.id === record.id)
			writes.push({ table, id: record.id, set: { ...(isNew ? blank : {}), ...given(record), claimId, position } })
		})
		const kept = new Set(form[list].map((record) => record.id))
		for (const row of stored?.[table] ?? [])
			if (!kept.has(row.id as string)) writes.push({ table, id: row.id as string, set: null })
	}
	return [...writes, ...form.notes.map((text) => noteWrite(claimId, text, author))]
}

/** Two records of one form may not carry the same id: one would silently replace the other. */
function repeatedIds(form: ClaimForm): boolean {
	const ids = [...form.people, ...form.vehicles, ...form.damages].map((record) => record.id)
	return new Set(ids).size !== ids.length
}

function save(
	core: Core,
	session: Session,
	id: string,
	form: ClaimForm,
	submit: boolean,
	base?: string | null,
): Reply<ReturnType<typeof viewClaim>> {
	const author = authorOf(core, session)
	const { people, vehicles, damages, notes, ...coreFields } = form
	const issues = dateIssues(form, author.place.now)
	if (repeatedIds(form)) issues.push({ path: 'people', code: 'repeated' })
	if (issues.length > 0) return fail('VALIDATION', { issues: within('form', issues) })
	const existing = findClaim(session, id)
	if (existing.ok && existing.value.claim.status !== 'draft')
		return fail('GUARD', { issues: [{ path: 'status', code: 'already-submitted' }] })
	if (existing.ok && !mayOn(session, 'claim.edit', existing.value.claim)) return fail('DENIED')
	if (!existing.ok && sql(session.db, 'SELECT 1 FROM claim WHERE id = ?').get(id) !== undefined) return existing
	const stored = existing.ok ? existing.value : null
	const now = (stored?.claim.updatedAt as string | undefined) ?? null
	if (base !== undefined && base !== now) {
		const last = stored && readLastEdit(session.db, id)
		return fail('CONFLICT', {
			clashes: [{ path: 'form', was: base, mine: null, theirs: now, by: last?.byName ?? '', at: last?.at ?? '' }],
		})
	}
	const status = submit ? 'reported' : 'draft'
	const label = core.vault.state()
	if (label.kind !== 'ready') throw new Error('saving without a site')
	const origin = originOf(label.label.city.code, author)
	if (stored === null && !mayOn(session, 'claim.create', origin)) return fail('DENIED')
	const differs = (field: 'estimateMinor' | 'settlementMinor') => form[field] !== (stored?.claim[field] ?? null)
	const moved =
		differs('estimateMinor') ||
		(form.estimateMinor !== null && stored !== null && form.currency !== stored.claim.currency)
	if (moved && !mayOn(session, 'claim.estimate', stored?.claim ?? origin)) return fail('DENIED')
	if (differs('settlementMinor')) return fail('DENIED')
	const lost = form.totalLoss === 'yes' && stored?.claim.totalLoss !== 'yes'
	const estimateBy = moved || lost ? session.actor.id : (stored?.claim.estimateBy ?? null)
	// The place on the map was shown as null: null does not mean that somebody cleared it.
	const { latitude, longitude } =
		stored && form.latitude === null && form.longitude === null ? (stored.claim as Row) : form
	if (submit) {
		const whole = { claim: coreFields, person: people } as unknown as Records
		const missing = missingOf(whole)
		if (missing.length > 0) return fail('GUARD', { issues: missing })
	}
	const records = write(core, session, [id], (db: WriteDb) => {
		const draft = readDraft(db, session.actor.id, `new:${id}`)
		const claimNo = () =>
			draft?.claimNo ?? mintClaimNo(db, label.label.city.code, siteYear(label.label.city.timeZone, author.place.now))
		const set = {
			...(stored === null ? { ...origin, claimNo: claimNo() } : {}),
			...coreFields,
			latitude,
			longitude,
			status,
			estimateBy,
		}
		dropDraft(db, session.actor.id, `new:${id}`)
		return writeClaim(db, {
			claimId: id,
			kind: stored === null ? 'created' : submit ? 'step' : 'edited',
			event: submit ? 'claim.submit' : 'claim.save',
			writes: [{ table: 'claim', id, set }, ...formWrites(id, form, stored, author)],
			author,
		})
	})
	return ok(viewClaim(records ?? (stored as Records), session))
}

/** Compares what the screen showed with what is stored; a field that moved meanwhile and would be overwritten clashes. */
function clashOf(
	path: string,
	was: unknown,
	mine: unknown,
	theirs: unknown,
	lastEdit: { byName: string; at: string },
): Clash | null {
	if (same(was, theirs) || same(mine, theirs)) return null
	return { path, was: was ?? null, mine, theirs: theirs ?? null, by: lastEdit.byName, at: lastEdit.at }
}

type Edits = { was: Partial<ClaimCore>; now: Partial<ClaimCore> } & Partial<
	Record<List, { was: readonly object[]; now: readonly object[] } | undefined>
>
type Identified = { id: string } & Row

/** Sensitive positions are shown as null; replacing what was not shown is no clash. */
const hidden = new Set(['latitude', 'longitude'])

/** The writes of an edit in place, and the fields that somebody else changed since the screen was read. */
function compareEdits(session: Session, stored: Records, edits: Edits): { writes: RecordWrite[]; clashes: Clash[] } {
	const claimId = stored.claim.id as string
	const sight = sightOf(session, stored.claim, false)
	const lastEdit = readLastEdit(session.db, claimId)
	const writes: RecordWrite[] = []
	const clashes: (Clash | null)[] = []
	const now = given(edits.now)
	for (const [field, value] of Object.entries(now))
		if (!hidden.has(field))
			clashes.push(clashOf(field, edits.was[field as keyof ClaimCore], value, stored.claim[field], lastEdit))
	const estimate = ['estimateMinor', 'currency', 'totalLoss'].some(
		(field) => field in now && now[field] !== stored.claim[field],
	)
	if (Object.keys(now).length > 0)
		writes.push({ table: 'claim', id: claimId, set: { ...now, ...(estimate ? { estimateBy: session.actor.id } : {}) } })
	for (const list of ['people', 'vehicles', 'damages'] as const) {
		const lists = edits[list]
		if (!lists) continue
		const table = tableOf[list]
		const was = new Map((lists.was as Identified[]).map((record) => [record.id, record]))
		const rows = new Map(stored[table].map((row) => [row.id as string, row]))
		const kept = new Set((lists.now as Identified[]).map((record) => record.id))
		const nextPosition = Math.max(-1, ...stored[table].map((row) => row.position as number)) + 1
		;(lists.now as Identified[]).forEach((record, at) => {
			const row = rows.get(record.id)
			const before = was.get(record.id)
			const set = given(record)
			// Only what this screen changed is written: an untouched field keeps what others made of it.
			const touched = Object.fromEntries(
				Object.entries(set).filter(([field, value]) => before === undefined || !same(before[field], value)),
			)
			if (row === undefined && before !== undefined) {
				// Somebody removed it: that stands, unless this screen has work of its own in it.
				if (Object.keys(touched).length > 0) clashes.push(clashOf(`${list}.${at}`, before, set, null, lastEdit))
				return
			}
			if (row !== undefined)
				for (const [field, value] of Object.entries(touched)) {
					if (before !== undefined && before[field] === undefined) continue
					const theirs = seen(field, row[field], sight)
					if (same(before?.[field], theirs) || same(value, row[field])) continue
					clashes.push(clashOf(`${list}.${at}.${field}`, before?.[field], value, theirs, lastEdit))
				}
			const link = row === undefined ? { claimId, position: nextPosition + at } : {}
			writes.push({
				table,
				id: record.id,
				set: { ...(row === undefined && table === 'person' ? blankPerson : {}), ...touched, ...link },
			})
		})
		for (const [id, before] of was) {
			const row = rows.get(id)
			if (kept.has(id) || row === undefined) continue
			const theirs = Object.fromEntries(
				Object.keys(given(before)).map((field) => [field, seen(field, row[field], sight)]),
			)
			if (!same(given(before), theirs)) clashes.push(clashOf(`${list}.${id}`, before, null, theirs, lastEdit))
			writes.push({ table, id, set: null })
		}
	}
	const gone = new Set(writes.filter((one) => one.table === 'vehicle' && one.set === null).map((one) => one.id))
	for (const table of ['person', 'damage'] as const)
		for (const { id, vehicleId } of stored[table]) {
			if (!gone.has(vehicleId as string)) continue
			const own = writes.find((one) => one.table === table && one.id === id)
			if (own === undefined) writes.push({ table, id: id as string, set: { vehicleId: null } })
			else if (own.set !== null && gone.has((own.set.vehicleId ?? vehicleId) as string)) own.set.vehicleId = null
		}
	return { writes, clashes: clashes.filter((clash) => clash !== null) }
}

/** Reads, lets `change` say what to write, and writes it as one action. */
export function changeClaim(
	core: Core,
	session: Session,
	stored: Records,
	action: { kind: EventKind; event: string; writes: readonly RecordWrite[] },
): Reply<ReturnType<typeof viewClaim>> {
	const claimId = stored.claim.id as string
	const author = authorOf(core, session)
	const records = write(core, session, [claimId], (db) => writeClaim(db, { claimId, author, ...action }))
	return ok(viewClaim(records ?? stored, session))
}

type Names = 'claims.save' | 'claims.edit' | 'claims.note'

export function claimWriters(core: Core): Pick<Handlers<Context>, Names> {
	return {
		'claims.save': ({ id, form, submit, base }, context) => save(core, sessionOf(context), id, form, submit, base),
		'claims.edit': ({ id, ...edits }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			if (!found.ok) return found
			const { claim } = found.value
			if (!mayOn(session, 'claim.edit', claim)) return fail('DENIED')
			const money = (['estimateMinor', 'currency'] as const).some(
				(field) => edits.now[field] !== undefined && edits.now[field] !== claim[field],
			)
			if (money && !mayOn(session, 'claim.estimate', claim)) return fail('DENIED')
			if (money && settledStatuses.has(claim.status as Status))
				return fail('GUARD', { issues: [{ path: 'now.estimateMinor', code: 'approved' }] })
			const repeated = (['people', 'vehicles', 'damages'] as const).filter((list) => {
				const ids = (edits[list]?.now ?? []).map((record) => record.id)
				return new Set(ids).size !== ids.length
			})
			if (repeated.length > 0)
				return fail('VALIDATION', { issues: repeated.map((path) => ({ path, code: 'repeated' })) })
			if (edits.now.settlementMinor !== undefined) return fail('DENIED')
			const dated = ['accidentDate', 'reportedAt', 'timeZone'].some((field) => Object.hasOwn(given(edits.now), field))
			const issues = dated
				? dateIssues({ ...(claim as ClaimCore), ...given(edits.now) } as ClaimCore, core.clock.now())
				: []
			if (issues.length > 0) return fail('VALIDATION', { issues: within('now', issues) })
			const { writes, clashes } = compareEdits(session, found.value, edits)
			if (clashes.length > 0) return fail('CONFLICT', { clashes })
			return changeClaim(core, session, found.value, { kind: 'edited', event: 'claim.edit', writes })
		},
		'claims.note': ({ id, text }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			if (!found.ok) return found
			if (!mayOn(session, 'claim.note', found.value.claim)) return fail('DENIED')
			const writes = [noteWrite(id, text, authorOf(core, session))]
			return changeClaim(core, session, found.value, { kind: 'noted', event: 'claim.note', writes })
		},
	}
}
