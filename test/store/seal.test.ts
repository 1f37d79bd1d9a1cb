import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeRollback, type Mark, readSeal, writeSeal } from '../../src-main/store/seal.ts'
import { makeFolder, modeOf } from './open-fixture.ts'

const macKey = Buffer.alloc(32, 3)
const mark: Mark = { auditSeq: 41, auditHash: 'ab'.repeat(32), commits: 97 }

test('R23: what was sealed is read back; the file is private and no other is left', () => {
	const dir = makeFolder()
	expect(readSeal(dir, macKey)).toBe('missing')
	expect(writeSeal(dir, macKey, mark)).toEqual({ ok: true, value: null })
	expect(readSeal(dir, macKey)).toEqual(mark)
	writeSeal(dir, macKey, { ...mark, commits: 98 })
	expect(readSeal(dir, macKey)).toEqual({ ...mark, commits: 98 })
	expect(readdirSync(dir)).toEqual(['seal.json'])
	expect(modeOf(join(dir, 'seal.json'))).toBe('600')
})

test('F9: every field is covered, and another key does not fit', () => {
	const dir = makeFolder()
	writeSeal(dir, macKey, mark)
	const file = join(dir, 'seal.json')
	const good = readFileSync(file, 'utf8')
	expect(readSeal(dir, Buffer.alloc(32, 4))).toBe('tampered')
	for (const [from, to] of [
		['41', '40'],
		['97', '96'],
		['abab', 'abac'],
		['97', '97.5'],
		['97', '"97"'],
		['97', '-1'],
		['97', '1e400'],
	] as const) {
		expect(good).toContain(from)
		writeFileSync(file, good.replace(from, to))
		expect([to, readSeal(dir, macKey)]).toEqual([to, 'tampered'])
	}
	for (const text of [
		'',
		'{',
		'[]',
		'null',
		'"x"',
		'{}',
		`${good}x`,
		good.slice(0, -10),
		`${good}${' '.repeat(5000)}`,
	]) {
		writeFileSync(file, text)
		expect(readSeal(dir, macKey)).toBe('tampered')
	}
	writeFileSync(file, good)
	expect(readSeal(dir, macKey)).toEqual(mark)
})

test('51: a crash half-way leaves the old seal, and the next write clears up', () => {
	const dir = makeFolder()
	writeSeal(dir, macKey, mark)
	writeFileSync(join(dir, 'seal.json.new'), '{"aud')
	expect(readSeal(dir, macKey)).toEqual(mark)
	writeSeal(dir, macKey, { ...mark, auditSeq: 42 })
	expect(readSeal(dir, macKey)).toEqual({ ...mark, auditSeq: 42 })
	expect(readdirSync(dir)).toEqual(['seal.json'])
})

test('a disk that refuses is a reply, a seal that cannot be read is not called tampered', () => {
	const dir = makeFolder()
	mkdirSync(join(dir, 'seal.json'))
	expect(() => readSeal(dir, macKey)).toThrow('EISDIR')
	rmSync(join(dir, 'seal.json'), { recursive: true })
	expect(() => writeSeal(join(dir, 'gone'), macKey, mark)).toThrow('ENOENT')
})

test('46: behind the seal is a rollback, ahead of it is normal', () => {
	expect(judgeRollback(mark, mark)).toBe(null)
	expect(judgeRollback(mark, { auditSeq: 50, auditHash: 'cd', commits: 120 })).toBe(null)
	expect(judgeRollback(mark, { ...mark, commits: 90 })).toEqual({ lost: 7 })
	// The counts agree and the history does not: another branch of it.
	expect(judgeRollback(mark, { ...mark, auditHash: 'cd' })).toEqual({ lost: 0 })
	expect(judgeRollback(mark, { ...mark, auditSeq: 40, commits: 99 })).toEqual({ lost: 0 })
})
