import { createHmac, timingSafeEqual } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { storeFault } from './faults.ts'
import { writeWhole } from './replace-file.ts'

/**
 * What this machine remembers of its database, outside of it. Page encryption accepts an old copy of the whole file,
 * and a lost write-ahead log takes its commits along in silence; both leave the database behind this mark.
 * auditSeq, auditHash (hex): head of the audit chain. commits: how many write transactions the store has seen.
 */
export type Mark = { auditSeq: number; auditHash: string; commits: number }

const sealName = 'seal.json'
/** A seal is about 200 bytes. */
const maxBytes = 4096

/**
 * Only after the commits it counts are on disk, never before. Atomic: a crash leaves the old seal or the new.
 * Errors: DISK_FULL, READ_ONLY, IO.
 */
export function writeSeal(dir: string, macKey: Buffer, mark: Mark): Reply<null> {
	try {
		writeWhole(join(dir, sealName), JSON.stringify({ ...mark, mac: sign(macKey, mark).toString('hex') }))
		return ok(null)
	} catch (error) {
		const code = storeFault(error)
		if (code === null) throw error
		return fail(code)
	}
}

/** @throws the error of node:fs when the file is there and cannot be read */
export function readSeal(dir: string, macKey: Buffer): Mark | 'missing' | 'tampered' {
	const text = readBounded(join(dir, sealName))
	if (text === null) return 'missing'
	const parsed = parseSeal(text)
	if (parsed === null) return 'tampered'
	return timingSafeEqual(sign(macKey, parsed.mark), parsed.mac) ? parsed.mark : 'tampered'
}

/**
 * Whether the database stands behind the seal. `null`: it does not. Otherwise how many commits are lost at least; 0
 * when the counts agree and the histories differ. A database ahead of the seal is normal: the seal is written now and then.
 */
export function judgeRollback(sealed: Mark, found: Mark): { lost: number } | null {
	if (found.commits < sealed.commits) return { lost: sealed.commits - found.commits }
	if (found.auditSeq < sealed.auditSeq) return { lost: 0 }
	if (found.auditSeq === sealed.auditSeq && found.auditHash !== sealed.auditHash) return { lost: 0 }
	return null
}

function sign(macKey: Buffer, mark: Mark): Buffer {
	const text = `fieldclaim seal 1\n${mark.auditSeq}\n${mark.auditHash}\n${mark.commits}`
	return createHmac('sha256', macKey).update(text).digest()
}

function readBounded(path: string): string | null {
	let file: number
	try {
		file = openSync(path, 'r')
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return null
		throw error
	}
	try {
		return fstatSync(file).size > maxBytes ? '' : readFileSync(file, 'utf8')
	} finally {
		closeSync(file)
	}
}

function parseSeal(text: string): { mark: Mark; mac: Buffer } | null {
	let raw: unknown
	try {
		raw = JSON.parse(text)
	} catch {
		return null
	}
	if (typeof raw !== 'object' || raw === null) return null
	const { auditSeq, auditHash, commits, mac } = raw as Record<string, unknown>
	if (!isCount(auditSeq) || !isCount(commits)) return null
	if (typeof auditHash !== 'string' || !/^([0-9a-f]{2})*$/.test(auditHash)) return null
	if (typeof mac !== 'string' || !/^[0-9a-f]{64}$/.test(mac)) return null
	return { mark: { auditSeq, auditHash, commits }, mac: Buffer.from(mac, 'hex') }
}

const isCount = (value: unknown): value is number => Number.isSafeInteger(value) && (value as number) >= 0
