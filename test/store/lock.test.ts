import { chmodSync, mkdirSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, onTestFinished, test } from 'vitest'
import { lockFolder } from '../../src-main/store/folder-lock.ts'
import { codeOf, killChild, makeFolder, modeOf, mountSmallDisk, runChild } from './open-fixture.ts'

function lock(dir: string): () => void {
	const reply = lockFolder(dir)
	if (!reply.ok) return expect.fail(reply.error.code)
	onTestFinished(() => reply.value.release())
	return reply.value.release
}

test('52: one desk per folder, told at once, and free again after release', () => {
	const dir = join(makeFolder(), 'new', 'data')
	const release = lock(dir)
	expect(codeOf(lockFolder(dir))).toBe('IN_USE')
	expect(runChild(['lock', dir]).out).toEqual(['IN_USE'])
	release()
	release()
	expect(runChild(['lock', dir]).out).toEqual(['locked'])
	lock(dir)
	expect(codeOf(lockFolder(dir))).toBe('IN_USE')
})

test('52: a killed desk leaves no stale lock', async () => {
	const dir = makeFolder()
	const seen: string[] = []
	await killChild(['lock', dir, 'stay'], (line) => {
		seen.push(line, codeOf(lockFolder(dir)))
		return true
	})
	expect(seen).toEqual(['locked', 'IN_USE'])
	lock(dir)
})

test('F17: the folder is 0700, its lock 0600, and nothing else lies there', () => {
	const before = process.umask(0)
	try {
		const made = join(makeFolder(), 'made')
		lock(made)
		expect([modeOf(made), modeOf(join(made, 'desk.lock')), readdirSync(made)]).toEqual(['700', '600', ['desk.lock']])
		const empty = join(makeFolder(), 'empty')
		mkdirSync(empty, { mode: 0o775 })
		lock(empty)
		expect(modeOf(empty)).toBe('700')
	} finally {
		process.umask(before)
	}
})

test("a folder with somebody else's files is left as it is, and refused when others may write to it", () => {
	const dir = join(makeFolder(), 'home')
	mkdirSync(dir)
	writeFileSync(join(dir, 'letter.txt'), '')
	chmodSync(dir, 0o755)
	lock(dir)()
	expect(modeOf(dir)).toBe('755')
	const open = join(makeFolder(), 'everyone')
	mkdirSync(open)
	writeFileSync(join(open, 'letter.txt'), '')
	chmodSync(open, 0o1777)
	expect(lockFolder(open)).toEqual({ ok: false, error: { code: 'NOT_SUITABLE', params: { reason: 'shared' } } })
	expect(readdirSync(open)).toEqual(['letter.txt'])
})

test('53: a sync folder is refused before anything is made', () => {
	const parent = makeFolder()
	const reply = lockFolder(join(parent, 'Dropbox', 'FieldClaim'))
	expect(reply).toEqual({ ok: false, error: { code: 'NOT_SUITABLE', params: { reason: 'sync' } } })
	expect(readdirSync(parent)).toEqual([])
})

test('50: a folder that cannot be written', () => {
	const file = join(makeFolder(), 'file')
	writeFileSync(file, '')
	expect(codeOf(lockFolder(join(file, 'data')))).toBe('READ_ONLY')
	expect(codeOf(lockFolder(file))).toBe('READ_ONLY')
	const disk = mountSmallDisk(1)
	if (disk) {
		disk.remount('ro')
		expect(codeOf(lockFolder(disk.dir))).toBe('READ_ONLY')
		expect(codeOf(lockFolder(join(disk.dir, 'data')))).toBe('READ_ONLY')
		disk.remount('rw')
		lock(disk.dir)()
	} else if (process.getuid?.() !== 0) {
		const dir = makeFolder()
		chmodSync(dir, 0o500)
		expect(codeOf(lockFolder(dir))).toBe('READ_ONLY')
		chmodSync(dir, 0o700)
	}
})

test('a lock file that was overwritten is made anew', () => {
	const dir = makeFolder()
	writeFileSync(join(dir, 'desk.lock'), 'this is not a database '.repeat(500))
	lock(dir)
	expect(codeOf(lockFolder(dir))).toBe('IN_USE')
})
