import { chmodSync, linkSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { judgePath } from '../../src-main/store/check-place.ts'
import { migrations } from '../../src-main/store/migrations/all.ts'
import { openKeyed } from '../../src-main/store/open-key.ts'
import { applyPragmas, expectPragma } from '../../src-main/store/pragmas.ts'
import { assertRuntime } from '../../src-main/store/runtime.ts'
import { addItems, codeOf, makeFolder, makeStore, modeOf, open, opened, runChild, snapshot } from './open-fixture.ts'
import { key, oneTable, twoTables } from './open-sample.ts'

describe('opening', () => {
	test('R20: what is written is there after closing, and nothing of it can be read in any file', () => {
		const dir = makeFolder()
		const store = opened(dir, { fresh: true })
		addItems(store, 50)
		store.close()
		store.close()
		expect(opened(dir).db.prepare('SELECT count(*) FROM item').pluck().get()).toBe(50)
		runChild(['commit', dir, '0'])
		for (const name of readdirSync(dir)) {
			const bytes = readFileSync(join(dir, name))
			for (const secret of ['Standl', 'CREATE TABLE', 'SQLite format 3']) expect(bytes.includes(secret)).toBe(false)
		}
	})

	test('R20: the released schema opens, fresh and again', () => {
		const dir = makeFolder()
		opened(dir, { fresh: true, migrations }).close()
		expect(opened(dir, { migrations }).db.pragma('user_version', { simple: true })).toBe(migrations.length)
	})

	test('F17: files are 0600 under any umask', () => {
		const before = process.umask(0)
		try {
			const dir = makeFolder()
			const store = opened(dir, { fresh: true })
			addItems(store, 5)
			expect(readdirSync(dir).map((name) => [name, modeOf(join(dir, name))])).toEqual([
				['claims.db', '600'],
				['claims.db-wal', '600'],
			])
			store.close()
			chmodSync(join(dir, 'claims.db'), 0o644)
			opened(dir).close()
			expect(modeOf(join(dir, 'claims.db'))).toBe('600')
			opened(dir, { migrations: twoTables }).close()
			expect(modeOf(join(dir, 'claims.db.before-1'))).toBe('600')
		} finally {
			process.umask(before)
		}
	})

	test('F2, F3, F13: every setting holds on the open store', () => {
		const dir = makeFolder()
		makeStore(dir)
		const { db } = opened(dir)
		const wanted = {
			journal_mode: 'wal',
			synchronous: 2,
			temp_store: 2,
			foreign_keys: 1,
			trusted_schema: 0,
			cell_size_check: 1,
			secure_delete: 1,
			mmap_size: 0,
			busy_timeout: 5000,
			cache_size: -65536,
			journal_size_limit: 67108864,
			wal_autocheckpoint: 16384,
			locking_mode: 'exclusive',
			cipher: 'sqlcipher',
			legacy: '4',
			page_size: 4096,
		}
		for (const [name, value] of Object.entries(wanted))
			expect([name, db.pragma(name, { simple: true })]).toEqual([name, value])
	})

	test('on macOS the drive cache is flushed too', () => {
		const dir = makeFolder()
		makeStore(dir)
		const { db } = opened(dir)
		applyPragmas(db, 'darwin')
		expect(db.pragma('fullfsync', { simple: true })).toBe(1)
		expect(db.pragma('checkpoint_fullfsync', { simple: true })).toBe(1)
	})

	test('a setting that does not hold stops the program', () => {
		const dir = makeFolder()
		makeStore(dir)
		expect(() => expectPragma(opened(dir).db, 'synchronous', 3)).toThrow('synchronous is 2 instead of 3')
		// Without the exclusive hold the list is not complete.
		const loose = openKeyed(join(makeStoreIn(), 'claims.db'), key, { readonly: false })
		expect(() => applyPragmas(loose)).toThrow('locking_mode is normal')
		loose.close()
	})

	test('idle: the log is folded in, between commits only', () => {
		const dir = makeFolder()
		const store = opened(dir, { fresh: true })
		addItems(store, 100)
		const size = () => statSync(join(dir, 'claims.db-wal')).size
		expect(size()).toBeGreaterThan(0)
		store.db.exec('BEGIN IMMEDIATE')
		store.idleCheckpoint()
		expect(size()).toBeGreaterThan(0)
		store.db.exec('ROLLBACK')
		store.idleCheckpoint()
		expect(size()).toBe(0)
		store.close()
		store.idleCheckpoint()
		expect(readdirSync(dir)).toEqual(['claims.db'])
	})
})

describe('refusals leave the files as they are', () => {
	const refuses = (dir: string, wanted: string, more: Parameters<typeof open>[1] = {}) => {
		const before = snapshot(dir)
		expect(codeOf(open(dir, more))).toBe(wanted)
		expect(snapshot(dir)).toEqual(before)
	}

	test('F8: fresh finds a store, or the log of one', () => {
		const dir = makeStoreIn()
		refuses(dir, 'EXISTS', { fresh: true })
		const other = makeFolder()
		writeFileSync(join(other, 'claims.db-wal'), '')
		refuses(other, 'EXISTS', { fresh: true })
	})

	test('F8: a missing file beside key slots is a loss', () => {
		refuses(makeFolder(), 'MISSING_FILE')
		expect(codeOf(open(join(makeFolder(), 'unplugged')))).toBe('MISSING_FILE')
		expect(codeOf(open(join(makeFolder(), 'unplugged'), { fresh: true }))).toBe('READ_ONLY')
		const dir = makeFolder()
		writeFileSync(join(dir, 'claims.db-wal'), 'log')
		refuses(dir, 'MISSING_FILE')
	})

	test('F8: a zero-length file is damage', () => {
		const dir = makeFolder()
		writeFileSync(join(dir, 'claims.db'), '')
		refuses(dir, 'DAMAGED')
	})

	test('a folder in the place of the file is damage', () => {
		const dir = makeFolder()
		renameSync(makeFolder(), join(dir, 'claims.db'))
		expect(codeOf(open(dir))).toBe('DAMAGED')
	})

	test('F4: a key that does not fit is damage, for the slot has vouched for it', () => {
		refuses(makeStoreIn(), 'DAMAGED', { key: Buffer.alloc(32, 1) })
		expect(() => open(makeStoreIn(), { key: Buffer.alloc(16) })).toThrow('not 32 bytes')
	})

	test('the store of another device', () => {
		refuses(makeStoreIn(), 'OTHER_DEVICE', { deviceId: '018f2f6e-7a10-7000-8000-00000000d002' })
	})

	test('54: a store from the future, also beside the log of a crash', () => {
		const dir = makeFolder()
		makeStore(dir, 3, twoTables)
		const before = snapshot(dir)
		expect(open(dir)).toEqual({ ok: false, error: { code: 'NEWER_VERSION', params: { found: 2, supported: 1 } } })
		expect(snapshot(dir)).toEqual(before)

		const crashed = makeStoreIn()
		runChild(['commit', crashed, '20'])
		expect(readdirSync(crashed)).toContain('claims.db-wal')
		refuses(crashed, 'NEWER_VERSION', { migrations: [] })
		refuses(crashed, 'OTHER_DEVICE', { deviceId: 'other' })
		expect(opened(crashed).db.prepare('SELECT count(*) FROM item').pluck().get()).toBe(22)
	})

	test('F7: the valid but empty shell of a killed copy is damage', () => {
		const dir = makeFolder()
		writeFileSync(join(dir, 'claims.db'), '')
		const shell = openKeyed(join(dir, 'claims.db'), key, { readonly: false })
		shell.exec('VACUUM')
		shell.pragma('user_version = 1')
		expect(shell.pragma('quick_check', { simple: true })).toBe('ok')
		shell.close()
		refuses(dir, 'DAMAGED')
		// Whatever number it carries, it is not a store of a newer program.
		const stamped = openKeyed(join(dir, 'claims.db'), key, { readonly: false })
		stamped.pragma('user_version = 99')
		stamped.close()
		refuses(dir, 'DAMAGED')
	})

	test('53: network and sync folders, by name', () => {
		const dir = join(makeFolder(), 'OneDrive - Northern Motor')
		expect(judgePath(dir)).toBe('sync')
		for (const path of [
			'C:\\Users\\a\\OneDrive\\FieldClaim',
			'C:\\Users\\a\\onedrive - Company\\x',
			'/home/a/Dropbox/x',
			'/home/a/Dropbox (Personal)/x',
			'/Users/a/Library/Mobile Documents/com~apple~CloudDocs/x',
			'/Users/a/Library/CloudStorage/Box-Box/x',
			'C:\\Users\\a\\iCloudDrive\\x',
			'D:\\我的坚果云\\x',
		]) {
			expect([path, judgePath(path)]).toEqual([path, 'sync'])
		}
		for (const path of [
			'\\\\server\\share\\x',
			'//server/share/x',
			'\\\\?\\UNC\\server\\share',
			'\\\\wsl$\\Debian\\x',
		]) {
			expect([path, judgePath(path)]).toEqual([path, 'network'])
		}
		for (const path of [
			'C:\\Users\\a\\AppData\\Local\\x',
			'\\\\?\\C:\\x',
			'/home/a/dropboxes/x',
			'/home/onedriver/x',
		]) {
			expect([path, judgePath(path)]).toEqual([path, null])
		}
	})

	test('45: the log of another store beside ours never mixes in', () => {
		const dir = makeStoreIn()
		const other = makeFolder()
		opened(other, { fresh: true, key: Buffer.alloc(32, 9) }).close()
		const foreign = openKeyed(join(other, 'claims.db'), Buffer.alloc(32, 9), { readonly: false })
		foreign.pragma('wal_autocheckpoint = 0')
		foreign.exec("INSERT INTO item (text) VALUES ('foreign')")
		linkSync(join(other, 'claims.db-wal'), join(dir, 'claims.db-wal'))
		refuses(dir, 'DAMAGED')
		rmSync(join(dir, 'claims.db-wal'))
		foreign.close()
		expect(opened(dir).db.prepare('SELECT count(*) FROM item').pluck().get()).toBe(2)
	})

	test('a creation that fails leaves nothing, and can be repeated', () => {
		const dir = makeFolder()
		const broken = [...oneTable, { version: 2, name: 'broken', up: () => expect.fail('no such column') }]
		expect(codeOf(open(dir, { fresh: true, migrations: broken }))).toBe('INTERNAL')
		expect(readdirSync(dir)).toEqual([])
		writeFileSync(join(dir, 'claims.db.new'), 'left by a crash')
		opened(dir, { fresh: true }).close()
		expect(readdirSync(dir)).toEqual(['claims.db'])
	})
})

test('F1: an old Node is told so before it can crash', () => {
	for (const version of ['20.19.5', '18.0.0', '0.12.0'])
		expect(() => assertRuntime(version)).toThrow('needs Node 22 or newer')
	for (const version of ['22.0.0', '24.21.0', '100.1.0']) expect(() => assertRuntime(version)).not.toThrow()
	expect(() => assertRuntime()).not.toThrow()
})

function makeStoreIn(): string {
	const dir = makeFolder()
	makeStore(dir, 2)
	return dir
}
