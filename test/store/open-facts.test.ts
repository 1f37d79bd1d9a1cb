import {
	copyFileSync,
	existsSync,
	readdirSync,
	readFileSync,
	readlinkSync,
	rmSync,
	truncateSync,
	writeFileSync,
} from 'node:fs'
import { join } from 'node:path'
import Database from 'better-sqlite3'
import { describe, expect, test, vi } from 'vitest'
import { isSound } from '../../src-main/store/check.ts'
import { storeFault } from '../../src-main/store/faults.ts'
import { openKeyed, spellKey } from '../../src-main/store/open-key.ts'
import { judgeRollback, type Mark, readSeal, writeSeal } from '../../src-main/store/seal.ts'
import { addItems, codeOf, flipByte, makeFolder, makeStore, open, opened, runChild, strace } from './open-fixture.ts'
import { key } from './open-sample.ts'

/** What the database library does by itself, each with the place where we do not rely on it. */

test('F2: a reopened WAL file says NORMAL by itself, and every commit of ours reaches the disk', () => {
	const dir = makeFolder()
	makeStore(dir)
	const bare = openKeyed(join(dir, 'claims.db'), key, { readonly: false })
	bare.prepare('SELECT count(*) FROM item').get()
	expect(bare.pragma('synchronous', { simple: true })).toBe(1)
	bare.close()
	expect(opened(dir).db.pragma('synchronous', { simple: true })).toBe(2)

	if (!strace) return
	const other = makeFolder()
	makeStore(other)
	const log = join(makeFolder(), 'calls')
	const { out } = runChild(['commit', other, '60'], ['-f', '-o', log, '-e', 'trace=fsync,fdatasync'])
	expect(out.filter((line) => line.startsWith('acked'))).toHaveLength(60)
	expect(readFileSync(log, 'utf8').match(/f(data)?sync\(/g)?.length).toBeGreaterThanOrEqual(60)
})

test('F3: a sort larger than memory writes no temp file', () => {
	const dir = makeFolder()
	makeStore(dir)
	const sort = (db: Database.Database): string[] => {
		const rows = db
			.prepare(
				`WITH RECURSIVE n (i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < 100000)
				SELECT 'Sarah Standl' || hex(zeroblob(400)) || (i * 7919 % 100000) AS t FROM n ORDER BY t`,
			)
			.iterate()
		rows.next()
		const names = process.platform === 'linux' ? openFiles() : []
		rows.return?.()
		return names.filter((name) => name.includes('etilqs'))
	}
	const { db } = opened(dir)
	expect(db.pragma('temp_store', { simple: true })).toBe(2)
	expect(sort(db)).toEqual([])
	if (process.platform !== 'linux') return
	// The look-out sees it where nothing forbids it.
	const loose = new Database(join(makeFolder(), 'plain.db'))
	expect(sort(loose)).not.toEqual([])
	loose.close()
})

test('F4: five kinds of trouble give one code, so the code never means a wrong password', () => {
	const dir = makeFolder()
	makeStore(dir, 5)
	const file = join(dir, 'claims.db')
	const code = (path: string, bytes: Buffer): unknown => {
		const db = openKeyed(path, bytes, { readonly: true })
		try {
			db.prepare('SELECT count(*) FROM sqlite_master').get()
			return null
		} catch (error) {
			return (error as { code: string }).code
		} finally {
			db.close()
		}
	}
	expect(code(file, key)).toBe(null)
	expect(code(file, Buffer.alloc(32))).toBe('SQLITE_NOTADB')
	for (const at of [3, 200]) {
		const broken = join(makeFolder(), 'claims.db')
		copyFileSync(file, broken)
		flipByte(broken, at)
		expect(code(broken, key)).toBe('SQLITE_NOTADB')
	}
})

test('F5: the cipher has no integrity check of its own; it calls a broken file clean, ours does not', () => {
	const dir = makeFolder()
	makeStore(dir, 3000)
	const file = join(dir, 'claims.db')
	flipByte(file, 4096 * 20 + 100)
	const db = openKeyed(file, key, { readonly: true })
	expect(db.pragma('cipher_integrity_check')).toEqual([])
	expect(isSound(db)).toBe(false)
	db.close()
	flipByte(file, 200)
	const worse = openKeyed(file, key, { readonly: true })
	expect(isSound(worse)).toBe(false)
	worse.close()
})

describe('F6: copies', () => {
	test('backup() refuses, VACUUM INTO keeps the key, serialize() gives plain text', async () => {
		const dir = makeFolder()
		const store = opened(dir, { fresh: true })
		addItems(store, 10)
		await expect(store.db.backup(join(dir, 'copy.db'))).rejects.toThrow()
		const copy = join(dir, 'vacuum.db')
		store.db.prepare('VACUUM INTO ?').run(copy)
		expect(readFileSync(copy).includes('Standl')).toBe(false)
		const again = openKeyed(copy, key, { readonly: true })
		expect(again.prepare('SELECT count(*) FROM item').pluck().get()).toBe(10)
		again.close()
		expect(store.db.serialize().includes('Standl')).toBe(true)
	})
})

describe('F8, F9: what only the seal sees', () => {
	const macKey = Buffer.alloc(32, 5)
	const markOf = (dir: string): Mark => {
		const store = opened(dir)
		const commits = store.db.prepare('SELECT commits FROM mark').pluck().get() as number
		store.close()
		return { auditSeq: commits, auditHash: 'aa', commits }
	}
	const sealed = (dir: string): Mark => {
		const mark = readSeal(dir, macKey)
		return typeof mark === 'string' ? expect.fail(mark) : mark
	}

	test('F8: a removed log takes its commits along without a word', () => {
		const dir = makeFolder()
		makeStore(dir)
		runChild(['commit', dir, '12'])
		const aside = makeFolder()
		for (const name of readdirSync(dir)) copyFileSync(join(dir, name), join(aside, name))
		const whole = markOf(aside)
		expect(whole.commits).toBe(12)
		writeSeal(dir, macKey, whole)
		rmSync(join(dir, 'claims.db-wal'))
		const left = markOf(dir)
		expect(judgeRollback(sealed(dir), left)).toEqual({ lost: 12 - left.commits })
		expect(left.commits).toBeLessThan(12)
		expect(judgeRollback(sealed(dir), whole)).toBe(null)
	})

	test('45: a log cut short or damaged loses its end without a word', () => {
		const dir = makeFolder()
		makeStore(dir)
		runChild(['commit', dir, '12'])
		const wal = join(dir, 'claims.db-wal')
		truncateSync(wal, Math.floor(readFileSync(wal).length / 2))
		const left = markOf(dir)
		expect(left.commits).toBeLessThan(12)
		expect(judgeRollback({ auditSeq: 12, auditHash: 'aa', commits: 12 }, left)).toEqual({ lost: 12 - left.commits })
	})

	test('F9: an old copy of the whole file opens as if nothing were wrong', () => {
		const dir = makeFolder()
		makeStore(dir)
		copyFileSync(join(dir, 'claims.db'), join(dir, 'old'))
		runChild(['commit', dir, '3'])
		const now = markOf(dir)
		writeSeal(dir, macKey, now)
		copyFileSync(join(dir, 'old'), join(dir, 'claims.db'))
		const { db, close } = opened(dir)
		expect(isSound(db)).toBe(true)
		close()
		expect(judgeRollback(sealed(dir), markOf(dir))).toEqual({ lost: 3 })
	})
})

test('F10: the key is bytes, spelled in a buffer that is wiped', () => {
	expect(spellKey(Buffer.from('00ff1aA'.slice(0, 6), 'hex')).toString()).toBe("x'00ff1a'")
	const dir = makeFolder()
	makeStore(dir)
	const made: Buffer[] = []
	const alloc = Buffer.alloc
	const spy = vi.spyOn(Buffer, 'alloc').mockImplementation((...args) => {
		const buffer = alloc(...args)
		if (args[0] === 67) made.push(buffer)
		return buffer
	})
	const mine = Buffer.from(key)
	expect(codeOf(open(dir, { key: Buffer.alloc(32) }))).toBe('DAMAGED')
	opened(dir, { key: mine })
	spy.mockRestore()
	expect(made.length).toBeGreaterThanOrEqual(3)
	for (const literal of made) expect(literal.every((byte) => byte === 0)).toBe(true)
	// The caller's own key is the caller's to wipe.
	expect(mine.equals(key)).toBe(true)
})

test('F11: an empty new key turns the file into plain text; a plain file is refused', () => {
	const dir = makeFolder()
	makeStore(dir, 5)
	const file = join(dir, 'claims.db')
	const db = openKeyed(file, key, { readonly: false })
	db.pragma('journal_mode = DELETE')
	db.pragma("rekey = ''")
	db.close()
	expect(readFileSync(file).subarray(0, 15).toString()).toBe('SQLite format 3')
	expect(codeOf(open(dir))).toBe('DAMAGED')
})

describe('F13: one process', () => {
	test('no index file beside the log, and none left by a crash', () => {
		const dir = makeFolder()
		const store = opened(dir, { fresh: true })
		addItems(store, 3)
		expect(readdirSync(dir)).toEqual(['claims.db', 'claims.db-wal'])
		store.close()
		runChild(['commit', dir, '3'])
		writeFileSync(join(dir, 'claims.db-shm'), '')
		addItems(opened(dir), 1)
		expect(existsSync(join(dir, 'claims.db-shm'))).toBe(false)
	})

	test('another process is told at once', () => {
		const dir = makeFolder()
		makeStore(dir)
		const store = opened(dir)
		const started = process.hrtime.bigint()
		expect(runChild(['hold', dir]).out).toEqual(['IN_USE'])
		expect(started).toBeLessThan(process.hrtime.bigint())
		expect(codeOf(open(dir))).toBe('IN_USE')
		store.close()
	})
})

describe('43, 44: damage', () => {
	const pages = (dir: string) => {
		const db = openKeyed(join(dir, 'claims.db'), key, { readonly: true })
		const page = (name: string) =>
			db
				.prepare("SELECT pageno FROM dbstat WHERE name = ? AND pagetype = 'leaf' ORDER BY pageno LIMIT 1 OFFSET 2")
				.pluck()
				.get(name)
		const found = { table: page('item') as number, index: page('item_by_text') as number }
		db.close()
		rmSync(join(dir, 'claims.db-wal'), { force: true })
		rmSync(join(dir, 'claims.db-shm'), { force: true })
		return found
	}
	const at = (page: number) => (page - 1) * 4096 + 1000

	test('F19: a broken index page hides from queries; after an unclean exit it is found', () => {
		const dir = makeFolder()
		makeStore(dir, 3000)
		flipByte(join(dir, 'claims.db'), at(pages(dir).index))
		const store = opened(dir)
		expect(store.db.prepare('SELECT count(text) FROM item NOT INDEXED').pluck().get()).toBe(3000)
		expect(isSound(store.db)).toBe(false)
		store.close()
		// A log, even an empty one, says that nobody closed the store.
		writeFileSync(join(dir, 'claims.db-wal'), '')
		expect(codeOf(open(dir))).toBe('DAMAGED')
		expect(readdirSync(dir)).toEqual(['claims.db', 'claims.db-wal'])
	})

	test('a flipped bit in a data page is damage to whoever reads it', () => {
		const dir = makeFolder()
		makeStore(dir, 3000)
		flipByte(join(dir, 'claims.db'), at(pages(dir).table))
		const { db } = opened(dir)
		let fault: unknown
		try {
			db.prepare('SELECT max(length(text)) FROM item NOT INDEXED').get()
		} catch (error) {
			fault = error
		}
		expect(storeFault(fault)).toBe('DAMAGED')
	})

	test.each([
		['salt', 5],
		['page 1', 1000],
		['MAC of page 1', 4090],
	])('a flipped bit in the %s', (_, offset) => {
		const dir = makeFolder()
		makeStore(dir, 100)
		flipByte(join(dir, 'claims.db'), offset)
		const before = readFileSync(join(dir, 'claims.db'))
		expect(codeOf(open(dir))).toBe('DAMAGED')
		expect(readFileSync(join(dir, 'claims.db')).equals(before)).toBe(true)
		expect(readdirSync(dir)).toEqual(['claims.db'])
	})

	test.each([0, 1, 4095, 4096, 40_960, 40_961, 123_457])('a file cut to %i bytes', (size) => {
		const dir = makeFolder()
		makeStore(dir, 3000)
		truncateSync(join(dir, 'claims.db'), size)
		expect(codeOf(open(dir))).toBe('DAMAGED')
		expect(readFileSync(join(dir, 'claims.db'))).toHaveLength(size)
		expect(readdirSync(dir)).toEqual(['claims.db'])
	})
})

function openFiles(): string[] {
	return readdirSync('/proc/self/fd').flatMap((fd) => {
		try {
			return [readlinkSync(`/proc/self/fd/${fd}`)]
		} catch {
			return []
		}
	})
}
