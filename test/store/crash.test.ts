import { spawn } from 'node:child_process'
import { copyFileSync, existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { isSound } from '../../src-main/store/check.ts'
import { openKeyed } from '../../src-main/store/open-key.ts'
import { childCommand, killChild, makeFolder, makeStore, opened, runChild, strace } from './open-fixture.ts'
import { key, twoTables } from './open-sample.ts'

const acks = (lines: readonly string[]) => lines.filter((line) => line.startsWith('acked')).length

/** Everything acknowledged is there, and no transaction in part: each wrote one row here, one there, and a count. */
function expectWhole(dir: string, acked: number): number {
	const { db, close } = opened(dir)
	const [items, twins, commits] = ['count(*) FROM item', 'count(*) FROM twin', 'commits FROM mark'].map(
		(what) => db.prepare(`SELECT ${what}`).pluck().get() as number,
	)
	expect(items).toBe(twins)
	expect(items).toBe(commits)
	expect(items).toBeGreaterThanOrEqual(acked)
	expect(isSound(db)).toBe(true)
	close()
	return items ?? 0
}

test('F12, 51: kill -9 while committing loses nothing that was acknowledged and tears nothing', async () => {
	const dir = makeFolder()
	makeStore(dir)
	let acked = 0
	for (const after of [1, 2, 9, 40, 120]) {
		const before = acked
		const lines = await killChild(['commit', dir, '100000'], (line) => {
			if (line.startsWith('acked')) acked++
			return acked - before >= after
		})
		expect(acks(lines)).toBeGreaterThanOrEqual(after)
		expect(lines).not.toContain('done')
		// A commit may be on disk whose acknowledgement died with the process.
		acked = expectWhole(dir, acked)
	}
})

test('F12, 50: errors of the disk fail that commit, and every acknowledged one stays', () => {
	if (!strace) {
		// Nothing here can make the disk fail: then it must at least not fail by itself.
		const dir = makeFolder()
		makeStore(dir)
		expect(acks(runChild(['commit', dir, '50']).out)).toBe(50)
		expectWhole(dir, 50)
		return
	}
	for (const [inject, code] of [
		['pwrite64:error=EIO:when=40+9', 'SQLITE_IOERR_WRITE'],
		['fsync,fdatasync:error=EIO:when=12+5', 'SQLITE_IOERR_FSYNC'],
		['pwrite64:error=ENOSPC:when=40+9', 'SQLITE_FULL'],
	] as const) {
		const dir = makeFolder()
		makeStore(dir)
		const { out } = runChild(['commit', dir, '100'], ['-f', '-o', '/dev/null', '-e', `inject=${inject}`])
		expect(out).toContain(`failed ${code}`)
		expect(acks(out)).toBeGreaterThan(0)
		expect(out).toContain('done')
		expectWhole(dir, acks(out))
	}
})

test('F7, 51: kill -9 while the copy before a migration is made', async () => {
	const whole = makeFolder()
	makeStore(whole, 60_000)
	let halfway = false
	// A machine may be too busy to see the copy being made; each try must end well all the same.
	for (let tries = 0; tries < 20 && !halfway; tries++) {
		const dir = makeFolder()
		copyFileSync(join(whole, 'claims.db'), join(dir, 'claims.db'))
		halfway = await killCopying(dir)
		const store = opened(dir, { migrations: twoTables })
		expect(store.db.prepare('SELECT count(*) FROM label').pluck().get()).toBe(60_000)
		store.close()
		expect(readdirSync(dir).sort()).toEqual(['claims.db', 'claims.db.before-1'])
		const copy = openKeyed(join(dir, 'claims.db.before-1'), key, { readonly: true })
		expect(copy.prepare('SELECT count(*) FROM item').pluck().get()).toBe(60_000)
		copy.close()
	}
	expect(halfway).toBe(true)
})

/** @returns whether the kill came while the copy was being written: then what is left opens, is sound, and is empty */
async function killCopying(dir: string): Promise<boolean> {
	const half = join(dir, 'claims.db.before-1.new')
	const done = join(dir, 'claims.db.before-1')
	const child = spawn(...childCommand(['migrate', dir]), { stdio: 'ignore' })
	const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()))
	while (!existsSync(half) && !existsSync(done) && child.exitCode === null) {
		await new Promise((resolve) => setImmediate(resolve))
	}
	child.kill('SIGKILL')
	await ended
	if (!existsSync(half)) return false
	// Its journal may have to be rolled back first, so only a writing connection opens it.
	const shell = openKeyed(half, key, { readonly: false })
	const tables = shell.prepare('SELECT count(*) FROM sqlite_master').pluck().get()
	expect(isSound(shell)).toBe(true)
	shell.close()
	expect(existsSync(done)).toBe(false)
	return tables === 0
}
