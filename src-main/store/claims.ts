import { type Change, type TableName, type TableSpec, tables } from '../../shared/change/change.ts'
import type { Status } from '../../shared/claims/fields.ts'
import { endedStatuses } from '../../shared/claims/status.ts'
import { identifierKey, phoneKey } from '../../shared/claims/text.ts'
import { type AuditPlace, appendAudit } from './audit.ts'
import { type ReadDb, sql, type WriteDb } from './connection.ts'
import { nextKey } from './list-key.ts'
import { appendChanges, type Edit } from './log.ts'
import { decodeRow, insertRow, type Row, readRow, removeRow, updateRow } from './rows.ts'
import { forgetClaim, indexClaim } from './search.ts'
import { indexText } from './search-words.ts'

/** A claim with all its records, as stored: synced fields and this machine's own columns. */
export type Records = { claim: Row; person: Row[]; vehicle: Row[]; damage: Row[]; note: Row[] }
type Child = Exclude<TableName, 'claim'>

/** A record to be written: for a new one every synced field, for an old one those that may differ; null removes it. */
export type RecordWrite = { table: TableName; id: string; set: Row | null }
export type EventKind = 'created' | 'edited' | 'noted' | 'step'
export type WriteAuthor = { userId: string; name: string; roles: readonly string[]; place: AuditPlace }
export type ClaimWrite = {
	claimId: string
	kind: EventKind
	event: string
	writes: readonly RecordWrite[]
	author: WriteAuthor
}

const childSql: Record<Child, string> = {
	person: 'SELECT * FROM person WHERE claimId = ? ORDER BY position, id',
	vehicle: 'SELECT * FROM vehicle WHERE claimId = ? ORDER BY position, id',
	damage: 'SELECT * FROM damage WHERE claimId = ? ORDER BY position, id',
	note: 'SELECT * FROM note WHERE claimId = ? ORDER BY id',
}

export function readRecords(db: ReadDb, claimId: string): Records | null {
	const claim = readRow(db, 'claim', claimId, claimId)
	if (claim === null) return null
	const read = (table: Child) => (sql(db, childSql[table]).all(claimId) as Row[]).map(decodeRow)
	return { claim, person: read('person'), vehicle: read('vehicle'), damage: read('damage'), note: read('note') }
}

const same = (a: unknown, b: unknown): boolean => a === b || JSON.stringify(a) === JSON.stringify(b)
const isBlank = (value: unknown): boolean =>
	value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** A group of one field travels as its value, a group of several as an object. */
function groupValue(fields: readonly string[], row: Row): unknown {
	if (fields.length === 1) return row[fields[0] as string]
	return Object.fromEntries(fields.map((field) => [field, row[field]]))
}

type Versions = Record<string, string>
/** Which change set each group, as "replica number.rseq"; "*" stands for every group not named. */
const versionsOf = (row: Row | null): Versions => (row === null ? {} : (JSON.parse(row.versions as string) as Versions))

function changeIds(db: ReadDb, versions: readonly (string | undefined)[]): string[] {
	const replica = sql(db, 'SELECT id FROM replica WHERE ord = ?').pluck()
	return [...new Set(versions.filter((version) => version !== undefined))].map((version) => {
		const [ord, rseq] = version.split('.')
		return `${replica.get(Number(ord)) as string}:${rseq}`
	})
}

type Tombstone = { version: string; hidden: string }
const readTombstone = (db: ReadDb, claimId: string, id: string) =>
	sql(db, 'SELECT version, hidden FROM tombstone WHERE claimId = ? AND id = ?').get(claimId, id) as
		| Tombstone
		| undefined
/** What was never shown comes back with a person who is put back, unless it was typed anew. */
const hiddenOf = (gone: Tombstone, set: Row): Row =>
	Object.fromEntries(Object.entries(JSON.parse(gone.hidden) as Row).filter(([field]) => (set[field] ?? '') === ''))

/** What a write does to one record: the row as it will stand, the groups that differ, and the fields for the history. */
type Delta = { write: RecordWrite; before: Row | null; after: Row | null; groups: string[]; edit: Edit }

/**
 * Compares a write with the stored row. A group left out of the change that creates a record means its empty value,
 * which keeps new records short on the wire.
 * @returns null when nothing differs
 */
function deltaOf(db: ReadDb, claimId: string, write: RecordWrite, before: Row | null): Delta | null {
	const spec: TableSpec = tables[write.table]
	const versions = versionsOf(before)
	const edit = (op: Change['op'], fields: Edit['fields']): Edit => ({ table: write.table, id: write.id, op, fields })
	if (write.set === null) {
		if (before === null) return null
		const bases = changeIds(db, Object.values(versions))
		return { write, before, after: null, groups: [], edit: edit('del', { '*': { v: null, bases } }) }
	}
	const gone = before === null && write.table !== 'claim' ? readTombstone(db, claimId, write.id) : undefined
	const after: Row = {
		...before,
		...write.set,
		...(gone && write.table === 'person' ? hiddenOf(gone, write.set) : {}),
		id: write.id,
	}
	const groups = Object.entries(spec.groups)
		.filter(([, fields]) =>
			before === null
				? !fields.every((field) => isBlank(after[field]))
				: !fields.every((field) => same(after[field], before[field])),
		)
		.map(([group]) => group)
	if (groups.length === 0 && before !== null) return null
	const fields = Object.fromEntries(
		groups.map((group) => [
			group,
			{
				v: groupValue(spec.groups[group] as readonly string[], after),
				bases: before === null ? changeIds(db, [gone?.version]) : changeIds(db, [versions[group] ?? versions['*']]),
			},
		]),
	)
	return { write, before, after, groups, edit: edit('set', fields) }
}

const text = (row: Row, field: string): string => row[field] as string

/** The claim's own columns that follow from its records. */
function derive(records: Records): Row {
	const { claim, person } = records
	const has = (role: string) => person.find((one) => (one.roles as string[]).includes(role) && one.name !== '')
	const party = has('insured') ?? has('reporter') ?? has('driver') ?? person.find((one) => one.name !== '')
	return {
		policyKey: identifierKey(text(claim, 'policyNo')),
		headline: [...(text(claim, 'cause') || text(claim, 'summary') || text(claim, 'callReason'))].slice(0, 100).join(''),
		party: party === undefined ? '' : text(party, 'name'),
		holder: claim.assignedTo ?? claim.createdBy,
		// A claim that is worked on again belongs to the working set.
		archived: endedStatuses.includes(claim.status as Status) ? (claim.archived ?? 0) : 0,
	}
}

function wordsOfRecords(db: ReadDb, { claim, person, vehicle, damage, note }: Records): string {
	const aliases = sql(db, 'SELECT alias FROM claim_alias WHERE claimId = ?').pluck().all(claim.id) as string[]
	return indexText(
		[
			...['place', 'placeRegion', 'placeRoad', 'placeMarker', 'cause', 'callReason', 'summary'].map((field) =>
				text(claim, field),
			),
			...(claim.tags as string[]),
			...person.map((one) => text(one, 'name')),
			...vehicle.flatMap((one) => [text(one, 'make'), text(one, 'model')]),
			...damage.flatMap((one) => [text(one, 'what'), text(one, 'where')]),
			...note.map((one) => text(one, 'text')),
		],
		[
			text(claim, 'claimNo'),
			...aliases,
			text(claim, 'policyNo'),
			...person.flatMap((one) => [text(one, 'phone'), phoneKey(text(one, 'phone'))]),
			...vehicle.flatMap((one) => [text(one, 'plate'), text(one, 'vin'), text(one, 'otherPolicyNo')]),
		],
	)
}

/** Keys by which duplicates are found, kept beside the field they come from. */
const keyed = (table: TableName, row: Row): Row =>
	table === 'person'
		? { ...row, phoneKey: phoneKey(text(row, 'phone')) }
		: table === 'vehicle'
			? { ...row, plateKey: identifierKey(text(row, 'plate')) }
			: row

const labelOf = (row: Row): string => String(row.name ?? row.plate ?? row.what ?? '')

function eventChanges(deltas: readonly Delta[]) {
	return deltas.map(({ write, before, after, groups }) => {
		const spec: TableSpec = tables[write.table]
		const fields = groups
			.filter((group) => group !== 'link' && group !== 'origin')
			.flatMap((group) => [...(spec.groups[group] as readonly string[])])
			.filter((field) => field !== 'estimateBy' && !same(before?.[field] ?? null, after?.[field] ?? null))
			.map((field) => ({ field, from: before?.[field] ?? null, to: after?.[field] ?? null }))
		const op = after === null ? 'del' : before === null ? 'add' : 'set'
		return { table: write.table, id: write.id, label: labelOf(after ?? before ?? {}), op, fields }
	})
}

/** Groups of the claim that hold nothing the search index knows. */
const unindexed = new Set([
	'report',
	'when',
	'policeReport',
	'estimate',
	'settlement',
	'status',
	'assignment',
	'category',
])
const touchesWords = ({ write, groups }: Delta): boolean =>
	write.table !== 'claim' || groups.some((group) => !unindexed.has(group))

/** @param before the claim as it stood, null for a new one */
function writeClaimRow(
	db: WriteDb,
	before: Row | null,
	records: Records,
	changes: { tags: boolean; words: boolean },
): void {
	const { claim } = records
	if (before === null) {
		claim.key = nextKey(db, claim.accidentDate as string | null)
		insertRow(db, 'claim', claim)
		indexClaim(db, claim.key as number, wordsOfRecords(db, records))
		for (const tag of new Set(claim.tags as string[])) insertTag(db, tag, claim.key as number)
		return
	}
	const oldKey = before.key as number
	const moved = before.accidentDate !== claim.accidentDate
	if (moved) claim.key = nextKey(db, claim.accidentDate as string | null)
	updateRow(db, 'claim', before, claim)
	if (moved || changes.words) {
		forgetClaim(db, oldKey)
		indexClaim(db, claim.key as number, wordsOfRecords(db, records))
	}
	if (moved || changes.tags) {
		sql(db, 'DELETE FROM claim_tag WHERE key = ?').run(oldKey)
		for (const tag of new Set(claim.tags as string[])) insertTag(db, tag, claim.key as number)
	}
}

function insertTag(db: WriteDb, tag: string, key: number): void {
	sql(db, 'INSERT INTO claim_tag (tag, key) VALUES (?, ?)').run(tag, key)
}

/**
 * Writes one user action on one claim: rows, list and search columns, change record, history and audit, all in the
 * transaction of the caller. A new claim's first write carries the claim record itself.
 * @returns the records as they stand, or null when nothing differed and nothing was written
 */
export function writeClaim(db: WriteDb, action: ClaimWrite): Records | null {
	const stored = readRecords(db, action.claimId)
	const before = stored?.claim ?? null
	const find = (write: RecordWrite): Row | null => {
		if (stored === null) return null
		if (write.table === 'claim') return stored.claim
		return stored[write.table].find((row) => row.id === write.id) ?? null
	}
	const deltas = action.writes
		.map((write) => deltaOf(db, action.claimId, write, find(write)))
		.filter((delta) => delta !== null)
	if (deltas.length === 0) return null
	const { author } = action
	const logged = appendChanges(
		db,
		deltas.map((delta) => delta.edit),
		{ userId: author.userId, now: author.place.now },
	)
	const records: Records = stored ?? { claim: {}, person: [], vehicle: [], damage: [], note: [] }
	deltas.forEach((delta, at) => {
		const version = `${logged.ord}.${logged.rseq + at}`
		const { table, id } = delta.write
		if (delta.after !== null) {
			const named = Object.fromEntries(delta.groups.map((group) => [group, version]))
			delta.after.versions = JSON.stringify(
				delta.before === null ? { '*': version } : { ...versionsOf(delta.before), ...named },
			)
		}
		if (table === 'claim') {
			records.claim = delta.after as Row
			return
		}
		const others = records[table].filter((row) => row.id !== id)
		if (delta.after === null) {
			removeRow(db, table, action.claimId, id)
			const { licenceNo, idNo, injury } = delta.before as Row
			sql(db, 'INSERT OR REPLACE INTO tombstone (claimId, id, version, hidden) VALUES (?, ?, ?, ?)').run(
				action.claimId,
				id,
				version,
				JSON.stringify(table === 'person' ? { licenceNo, idNo, injury } : {}),
			)
			records[table] = others
			return
		}
		const row = keyed(table, delta.after)
		if (delta.before === null) insertRow(db, table, row)
		else updateRow(db, table, delta.before, row)
		records[table] = [...others, row].sort((a, b) => Number(a.position ?? 0) - Number(b.position ?? 0))
	})
	const at = new Date(author.place.now).toISOString()
	const claimDelta = deltas.find((delta) => delta.write.table === 'claim')
	records.claim = {
		...records.claim,
		...derive(records),
		updatedAt: at,
		lastRseq: logged.rseq + logged.n - 1,
	}
	const tags = claimDelta?.groups.includes('tags') ?? false
	writeClaimRow(db, before, records, { tags, words: deltas.some(touchesWords) })
	const seq = appendAudit(
		db,
		{
			userId: author.userId,
			roles: author.roles,
			event: action.event,
			objectId: action.claimId,
			detail: { rseq: logged.rseq, n: logged.n },
		},
		author.place,
	)
	if (stored !== null)
		sql(db, 'INSERT INTO claim_event (claimId, seq, at, byName, kind, changes) VALUES (?, ?, ?, ?, ?, ?)').run(
			action.claimId,
			seq,
			at,
			author.name,
			action.kind,
			JSON.stringify(eventChanges(deltas)),
		)
	return records
}
