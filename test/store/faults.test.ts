import { chmodSync, mkdirSync, readdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { expect, test } from 'vitest'
import { isSound } from '../../src-main/store/check.ts'
import { storeFault } from '../../src-main/store/faults.ts'
import type { OpenStore } from '../../src-main/store/open.ts'
import { writeSeal } from '../../src-main/store/seal.ts'
import { addItems, codeOf, makeFolder, makeStore, mountSmallDisk, open, opened } from './open-fixture.ts'
import { twoTables } from './open-sample.ts'

test('every failure of disk or file has its code, a defect of ours has none', () => {
	const table: Record<string, ReturnType<typeof storeFault>> = {
		SQLITE_FULL: 'DISK_FULL',
		SQLITE_CORRUPT: 'DAMAGED',
		SQLITE_CORRUPT_INDEX: 'DAMAGED',
		SQLITE_CORRUPT_VTAB: 'DAMAGED',
		SQLITE_NOTADB: 'DAMAGED',
		SQLITE_IOERR_DATA: 'DAMAGED',
		SQLITE_READONLY: 'READ_ONLY',
		SQLITE_READONLY_DBMOVED: 'READ_ONLY',
		SQLITE_CANTOPEN: 'READ_ONLY',
		SQLITE_CANTOPEN_ISDIR: 'READ_ONLY',
		SQLITE_IOERR_WRITE: 'IO',
		SQLITE_IOERR_FSYNC: 'IO',
		SQLITE_IOERR_SHMSIZE: 'DISK_FULL',
		SQLITE_BUSY: 'IN_USE',
		SQLITE_BUSY_SNAPSHOT: 'IN_USE',
		SQLITE_IOERR_NOMEM: null,
		SQLITE_CONSTRAINT_UNIQUE: null,
		SQLITE_ERROR: null,
		ENOSPC: 'DISK_FULL',
		EDQUOT: 'DISK_FULL',
		EROFS: 'READ_ONLY',
		EACCES: 'READ_ONLY',
		EIO: 'IO',
		ENOENT: null,
		constructor: null,
	}
	for (const [code, wanted] of Object.entries(table)) {
		expect([code, storeFault(new Database.SqliteError('text', code))]).toEqual([code, wanted])
	}
	expect(storeFault(new Error('SQLITE_FULL'))).toBe(null)
	expect(storeFault({ code: 'SQLITE_FULL' })).toBe(null)
	expect(storeFault(null)).toBe(null)
})

/** Adds until something gives. @returns the error and how many rows are in */
function fill(store: OpenStore): { fault: unknown; rows: number } {
	for (;;) {
		try {
			addItems(store, 20, 'Sarah Standl '.repeat(30))
		} catch (fault) {
			expect(store.db.inTransaction).toBe(false)
			return { fault, rows: countItems(store) }
		}
	}
}

const countItems = (store: OpenStore) => store.db.prepare('SELECT count(*) FROM item').pluck().get() as number

test('F12, 49: a full disk undoes the transaction, reading goes on, and freed space is enough', () => {
	const disk = mountSmallDisk(4)
	const dir = disk?.dir ?? makeFolder()
	const spare = join(dir, 'spare')
	if (disk) writeFileSync(spare, Buffer.alloc(2 << 20))
	const store = opened(dir, { fresh: true })
	if (!disk) store.db.pragma(`max_page_count = ${Number(store.db.pragma('page_count', { simple: true })) + 200}`)
	const { fault, rows } = fill(store)
	expect(storeFault(fault)).toBe('DISK_FULL')
	expect(rows % 20).toBe(0)
	expect(isSound(store.db)).toBe(true)
	store.idleCheckpoint()
	expect(countItems(store)).toBe(rows)

	if (disk) {
		// Not one byte more fits: opening, creating and sealing say so and leave nothing behind.
		const free = statfsSync(dir)
		writeFileSync(join(dir, 'rest'), Buffer.alloc(free.bavail * free.bsize))
		const inner = join(dir, 'inner')
		expect(codeOf(writeSeal(dir, Buffer.alloc(32), { auditSeq: 1, auditHash: '', commits: 1 }))).toBe('DISK_FULL')
		mkdirSync(inner)
		expect(codeOf(open(inner, { fresh: true }))).toBe('DISK_FULL')
		expect(readdirSync(inner)).toEqual([])
		store.close()
		// Closing could not fold the log in; what cannot be saved can still be read.
		expect(readdirSync(dir)).toContain('claims.db-wal')
		const again = opened(dir)
		expect(countItems(again)).toBe(rows)
		expect(storeFault(fill(again).fault)).toBe('DISK_FULL')
		again.close()
		expect(codeOf(open(dir, { migrations: twoTables }))).toBe('DISK_FULL')
		expect(readdirSync(dir).filter((name) => name.includes('before'))).toEqual([])
		rmSync(spare)
		rmSync(join(dir, 'rest'))
		const roomy = opened(dir)
		expect(countItems(roomy)).toBeGreaterThanOrEqual(rows)
		addItems(roomy, 20)
	} else {
		store.db.pragma('max_page_count = 1000000')
		store.close()
	}
})

test('50: a file that may not be written', () => {
	const disk = mountSmallDisk(4)
	const dir = disk?.dir ?? makeFolder()
	makeStore(dir, 10)
	if (disk) disk.remount('ro')
	else chmodSync(join(dir, 'claims.db'), 0o400)
	// Only a superuser without a disk to mount may write to anything.
	const reply = open(dir)
	expect(codeOf(reply)).toBe(disk || process.getuid?.() !== 0 ? 'READ_ONLY' : 'ok')
	if (reply.ok) reply.value.close()
	if (disk) disk.remount('rw')
	else chmodSync(join(dir, 'claims.db'), 0o600)
	expect(countItems(opened(dir))).toBe(10)
})
