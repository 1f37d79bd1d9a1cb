import { v7 as uuidv7 } from 'uuid'
import type { ClaimCore, ClaimForm } from '../../shared/claims/claim.ts'
import { dateIssues, type Issue } from '../../shared/claims/validate.ts'
import { type Clash, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { type EventKind, type Records, type RecordWrite, type WriteAuthor, writeClaim } from '../store/claims.ts'
import { sql, type WriteDb } from '../store/connection.ts'
import { dropDraft, readDraft } from '../store/drafts.ts'
import { mintClaimNo } from '../store/numbers.ts'
import type { Row } from '../store/rows.ts'
import { findClaim } from './claims-read.ts'
import { auditPlace, type Context, type Core, mayOn, type Session, sessionOf, write } from './core.ts'
import { seen, sensitiveFields } from './mask.ts'
import type { Handlers } from './registrar.ts'
import { missingOf, viewClaim } from './view.ts'

type List = 'people' | 'vehicles' | 'damages'
const tableOf = { people: 'person', vehicles: 'vehicle', damages: 'damage' } as const
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

function noteWrite(claimId: string, text: string, author: WriteAuthor): RecordWrite {
	const at = new Date(author.place.now).toISOString()
	const id = uuidv7({ msecs: author.place.now })
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
	const status = submit ? 'reported' : 'draft'
	const label = core.vault.state()
	if (label.kind !== 'ready') throw new Error('saving without a site')
	const estimateBy =
		form.estimateMinor === (stored?.claim.estimateMinor ?? null) ? (stored?.claim.estimateBy ?? null) : session.actor.id
	if (submit) {
		const whole = { claim: coreFields, person: people } as unknown as Records
		const missing = missingOf(whole)
		if (missing.length > 0) return fail('GUARD', { issues: missing })
	}
	const records = write(core, session, [id], (db: WriteDb) => {
		const draft = readDraft(db, session.actor.id, `new:${id}`)
		const origin = originOf(label.label.city.code, author)
		const claimNo = () =>
			draft?.claimNo ?? mintClaimNo(db, label.label.city.code, new Date(author.place.now).getUTCFullYear())
		// A position is shown masked, so a form without one leaves the stored one alone.
		const { latitude, longitude } = form.latitude === null && stored !== null ? stored.claim : form
		const numbered = stored === null ? { ...origin, claimNo: claimNo() } : {}
		const set = { ...numbered, ...coreFields, latitude, longitude, status, estimateBy }
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
	field = path,
): Clash | null {
	if (same(was, theirs) || same(mine, theirs)) return null
	// A sensitive value is told by claims.reveal alone, which is audited.
	const shown = seen(field, theirs ?? null, { personal: true, sensitive: false })
	return { path, was: was ?? null, mine, theirs: shown, by: lastEdit.byName, at: lastEdit.at }
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
	const last = sql(session.db, 'SELECT byName, at FROM claim_event WHERE claimId = ? ORDER BY seq DESC LIMIT 1').get(
		claimId,
	)
	const lastEdit = (last ?? { byName: '', at: '' }) as { byName: string; at: string }
	const writes: RecordWrite[] = []
	const clashes: (Clash | null)[] = []
	const now = given(edits.now)
	for (const [field, value] of Object.entries(now))
		if (!hidden.has(field))
			clashes.push(clashOf(field, edits.was[field as keyof ClaimCore], value, stored.claim[field], lastEdit))
	const estimate = 'estimateMinor' in now && now.estimateMinor !== stored.claim.estimateMinor
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
			if (row === undefined && before !== undefined) clashes.push(clashOf(`${list}.${at}`, before, set, null, lastEdit))
			for (const [field, value] of Object.entries(set))
				if (row !== undefined && before !== undefined && before[field] !== undefined)
					if (!same(before[field], value))
						clashes.push(clashOf(`${list}.${at}.${field}`, before[field], value, row[field], lastEdit, field))
			// Only what this screen changed is written: an untouched field keeps what others made of it.
			const touched = Object.fromEntries(
				Object.entries(set).filter(([field, value]) => before === undefined || !same(before[field], value)),
			)
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
			// Removing what somebody has edited meanwhile would throw that edit away unseen.
			const shown = Object.keys(given(before)).filter((field) => !sensitiveFields.has(field))
			const theirs = Object.fromEntries(shown.map((field) => [field, row[field]]))
			if (shown.some((field) => !same(before[field], row[field])))
				clashes.push(clashOf(`${list}.${id}`, before, null, theirs, lastEdit))
			writes.push({ table, id, set: null })
		}
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
		'claims.save': ({ id, form, submit }, context) => save(core, sessionOf(context), id, form, submit),
		'claims.edit': ({ id, ...edits }, context) => {
			const session = sessionOf(context)
			const found = findClaim(session, id)
			if (!found.ok) return found
			const { claim } = found.value
			if (!mayOn(session, 'claim.edit', claim)) return fail('DENIED')
			if (edits.now.estimateMinor !== undefined && !mayOn(session, 'claim.estimate', claim)) return fail('DENIED')
			if (edits.now.settlementMinor !== undefined) return fail('DENIED')
			const issues = dateIssues({ ...(claim as ClaimCore), ...given(edits.now) } as ClaimCore, core.clock.now())
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
