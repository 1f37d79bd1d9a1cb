import { createHmac, createSecretKey, hash, type KeyObject } from 'node:crypto'
import { type ReadDb, sql, type WriteDb } from './connection.ts'

/**
 * The audit log: one hash chain per device, written in the transaction of what it records. A row carries no personal
 * data: who (account id), what (event), on which object (id), and a detail that names fields, never values.
 */
export type AuditEntry = {
	userId: string
	roles: readonly string[]
	event: string
	objectId: string
	detail: Record<string, unknown>
}
/** Where and when: wall clock, monotonic clock and the run of the program it counts within. key signs the row. */
export type AuditPlace = { now: number; monotonic: number; boot: string; key: Buffer }

type Stored = {
	seq: number
	wall: string
	monotonicMs: number
	boot: string
	userId: string
	roles: string
	event: string
	objectId: string
	detail: string
	prevHash: Buffer
	hash: Buffer
	mac: Buffer
}

const domain = 'fieldclaim.audit.v1'

/** SHA-256(domain | previous hash | every field, each preceded by its length in bytes). */
function hashOf(row: Omit<Stored, 'hash' | 'mac'>): Buffer {
	const fields = [
		row.seq,
		row.wall,
		row.monotonicMs,
		row.boot,
		row.userId,
		row.roles,
		row.event,
		row.objectId,
		row.detail,
	]
	const texts = fields.map(String)
	const body = texts.map((text) => `${Buffer.byteLength(text)}:${text}`).join('')
	return hash('sha256', Buffer.concat([Buffer.from(domain), row.prevHash, Buffer.from(body)]), 'buffer')
}

/** Signing with a Buffer copies the key at every call, for the collector to find; this keeps one copy while its Buffer lives. */
const signers = new WeakMap<Buffer, KeyObject>()

function macOf(key: Buffer, rowHash: Buffer): Buffer {
	const signer = signers.get(key) ?? createSecretKey(key)
	signers.set(key, signer)
	return createHmac('sha256', signer).update(rowHash).digest()
}

/** @returns the seq of the row */
export function appendAudit(db: WriteDb, entry: AuditEntry, place: AuditPlace): number {
	const head = sql(db, 'SELECT auditSeq, auditHash FROM store_state').get() as { auditSeq: number; auditHash: Buffer }
	const row = {
		seq: head.auditSeq + 1,
		wall: new Date(place.now).toISOString(),
		monotonicMs: Math.round(place.monotonic),
		boot: place.boot,
		userId: entry.userId,
		roles: entry.roles.join(' '),
		event: entry.event,
		objectId: entry.objectId,
		detail: JSON.stringify(entry.detail),
		prevHash: head.auditHash,
	}
	const rowHash = hashOf(row)
	sql(
		db,
		`INSERT INTO audit (seq, wall, monotonicMs, boot, userId, roles, event, objectId, detail, prevHash, hash, mac)
		VALUES (@seq, @wall, @monotonicMs, @boot, @userId, @roles, @event, @objectId, @detail, @prevHash, @hash, @mac)`,
	).run({ ...row, hash: rowHash, mac: macOf(place.key, rowHash) })
	sql(db, 'UPDATE store_state SET auditSeq = ?, auditHash = ?, commits = commits + 1 WHERE one = 1').run(
		row.seq,
		rowHash,
	)
	return row.seq
}

/** Follows the whole chain. @returns the seq of the first row that does not fit, or null when all do. */
export function findBrokenAudit(db: ReadDb, key: Buffer): number | null {
	let prevHash: Buffer = Buffer.alloc(32)
	let seq = 0
	for (const row of sql(db, 'SELECT * FROM audit ORDER BY seq').iterate() as IterableIterator<Stored>) {
		seq += 1
		const fits = row.seq === seq && row.prevHash.equals(prevHash) && hashOf(row).equals(row.hash)
		if (!fits || !macOf(key, row.hash).equals(row.mac)) return seq
		prevHash = row.hash
	}
	const head = sql(db, 'SELECT auditSeq, auditHash FROM store_state').get() as { auditSeq: number; auditHash: Buffer }
	return head.auditSeq === seq && head.auditHash.equals(prevHash) ? null : seq + 1
}
