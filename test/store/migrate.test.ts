import { existsSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, onTestFinished, test } from 'vitest'
import { type Migration, migrate, newestVersion, readVersion } from '../../src-main/store/migrate.ts'
import { keepCopy } from '../../src-main/store/migrate-copy.ts'
import { migrations as released } from '../../src-main/store/migrations/all.ts'
import { openKeyed } from '../../src-main/store/open-key.ts'
import { addItems, codeOf, makeFolder, makeStore, open, opened, runChild } from './open-fixture.ts'
import { key, oneTable, twoTables } from './open-sample.ts'

const brokenThird: Migration = {
	version: 3,
	name: 'totals',
	up(db) {
		db.exec('CREATE TABLE total (id INTEGER PRIMARY KEY) STRICT; DELETE FROM label')
		db.exec('INSERT INTO nowhere VALUES (1)')
	},
}

function plain(): Database.Database {
	const db = new Database(':memory:')
	onTestFinished(() => void db.close())
	return db
}

const schema = (db: Database.Database): unknown[] =>
	db.prepare('SELECT type, name, tbl_name, sql FROM sqlite_master ORDER BY type, name').all()

describe('the runner', () => {
	test('runs what is pending, in order, once', () => {
		const db = plain()
		expect(migrate(db, oneTable)).toEqual({ ok: true, value: { from: 0, to: 1 } })
		expect(migrate(db, twoTables)).toEqual({ ok: true, value: { from: 1, to: 2 } })
		expect(migrate(db, twoTables)).toEqual({ ok: true, value: { from: 2, to: 2 } })
		expect(readVersion(db)).toBe(2)
	})

	test('a fresh store equals the chain', () => {
		const fresh = plain()
		const stepped = plain()
		migrate(fresh, released)
		for (let count = 1; count <= released.length; count++) migrate(stepped, released.slice(0, count))
		expect(schema(stepped)).toEqual(schema(fresh))
		expect(readVersion(fresh)).toBe(released.length)
	})

	test('54: a store from the future is not touched', () => {
		const db = plain()
		migrate(db, twoTables)
		const before = db.serialize()
		expect(migrate(db, oneTable)).toEqual({
			ok: false,
			error: { code: 'NEWER_VERSION', params: { found: 2, supported: 1 } },
		})
		expect(db.serialize().equals(before)).toBe(true)
	})

	test('54: a step that fails leaves the step before it whole, and says which one it was', () => {
		const db = plain()
		migrate(db, twoTables)
		db.exec("INSERT INTO label (text) VALUES ('kept')")
		const before = schema(db)
		const params = { migration: 3, of: 3, ref: 'migration 3 totals' }
		expect(migrate(db, [...twoTables, brokenThird])).toEqual({ ok: false, error: { code: 'INTERNAL', params } })
		expect([readVersion(db), schema(db), db.inTransaction]).toEqual([2, before, false])
		expect(db.prepare('SELECT text FROM label').pluck().all()).toEqual(['kept'])
	})

	test('49: a disk that fills up in a step is a full disk, not a defect', () => {
		const db = plain()
		migrate(db, oneTable)
		db.pragma(`max_page_count = ${Number(db.pragma('page_count', { simple: true })) + 5}`)
		const fills: Migration = {
			version: 2,
			name: 'fills',
			up: (to) => void to.exec('CREATE TABLE big (b BLOB); INSERT INTO big VALUES (zeroblob(1000000))'),
		}
		expect(codeOf(migrate(db, [...oneTable, fills]))).toBe('DISK_FULL')
		expect([readVersion(db), db.inTransaction]).toEqual([1, false])
		db.pragma('max_page_count = 100000')
		expect(codeOf(migrate(db, [...oneTable, fills]))).toBe('ok')
	})

	test('a step cannot end the transaction it runs in', () => {
		const db = plain()
		const sly: Migration = { version: 1, name: 'sly', up: (to) => void to.exec('CREATE TABLE a (b); COMMIT') }
		expect(codeOf(migrate(db, [sly]))).toBe('INTERNAL')
		expect(readVersion(db)).toBe(0)
	})

	test('the list has no gap and no double', () => {
		expect(newestVersion(released)).toBe(released.length)
		const [one] = oneTable
		expect(() => newestVersion([brokenThird])).toThrow('totals is not number 1')
		expect(() => newestVersion(one ? [one, one] : [])).toThrow('items is not number 2')
	})
})

describe('on the store', () => {
	test('a copy of the old store is kept under the same key, whole', () => {
		const dir = makeFolder()
		makeStore(dir, 500)
		writeFileSync(join(dir, 'claims.db.before-1.new'), 'left by a crash')
		const store = opened(dir, { migrations: twoTables })
		expect(store.db.prepare('SELECT count(*) FROM label').pluck().get()).toBe(500)
		store.close()
		expect(readdirSync(dir).sort()).toEqual(['claims.db', 'claims.db.before-1'])
		const copy = openKeyed(join(dir, 'claims.db.before-1'), key, { readonly: true })
		expect(readVersion(copy)).toBe(1)
		expect(copy.prepare('SELECT count(*) FROM item').pluck().get()).toBe(500)
		copy.close()
	})

	test('F7: a copy that cannot be read back gets no name', () => {
		const dir = makeFolder()
		makeStore(dir, 10)
		const store = opened(dir)
		expect(() => keepCopy(store.db, join(dir, 'claims.db'), Buffer.alloc(32))).toThrow('not a database')
		expect(readdirSync(dir).filter((name) => name.includes('before'))).toEqual([])
		keepCopy(store.db, join(dir, 'claims.db'), key)
		expect(readdirSync(dir)).toContain('claims.db.before-1')
	})

	test('no copy when nothing is pending, none of a fresh store', () => {
		const dir = makeFolder()
		opened(dir, { fresh: true, migrations: twoTables }).close()
		opened(dir, { migrations: twoTables }).close()
		expect(readdirSync(dir)).toEqual(['claims.db'])
	})

	test('54: a failing step leaves a store that the old program opens', () => {
		const dir = makeFolder()
		makeStore(dir, 10)
		const reply = open(dir, { migrations: [...twoTables, brokenThird] })
		expect(reply).toMatchObject({ ok: false, error: { code: 'INTERNAL', params: { migration: 3, of: 3 } } })
		const store = opened(dir, { migrations: twoTables })
		expect(store.db.prepare('SELECT count(*) FROM label').pluck().get()).toBe(10)
		addItems(store, 1)
	})

	test('51: kill -9 in a step leaves the schema fully old, and the step can be taken again', () => {
		const dir = makeFolder()
		makeStore(dir, 2000)
		for (let times = 0; times < 3; times++) {
			expect(runChild(['die-migrating', dir])).toEqual({ out: [], signal: 'SIGKILL' })
			expect(existsSync(join(dir, 'claims.db-wal'))).toBe(true)
			const old = opened(dir)
			expect(readVersion(old.db)).toBe(1)
			expect(old.db.prepare("SELECT count(*) FROM sqlite_master WHERE name = 'label'").pluck().get()).toBe(0)
			expect(old.db.prepare('SELECT count(*) FROM item').pluck().get()).toBe(2000)
			old.close()
		}
		expect(opened(dir, { migrations: twoTables }).db.prepare('SELECT count(*) FROM label').pluck().get()).toBe(2000)
	})
})
