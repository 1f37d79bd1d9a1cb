import { execFileSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import argon2 from 'argon2'
import { expect, test } from 'vitest'
import { defaultKdf, deriveKey, isWithinBounds } from '../../src-main/vault/kdf.ts'
import { openVault } from '../../src-main/vault/vault.ts'
import { anna, cheap, label, makeClock, makeDir, must } from './fresh-vault.ts'

const salt = Buffer.alloc(16, 7)

test('F16: the default cost is Argon2id with 128 MiB, 3 passes, 1 lane, and new slots carry it', async () => {
	expect(defaultKdf).toEqual({ m: 131_072, t: 3, p: 1 })
	const dir = makeDir()
	const vault = openVault({ dir, clock: makeClock() })
	must(await vault.create({ ...anna, label }))
	const { body } = JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8'))
	expect(body.slots[0].kdf).toEqual({ m: 131_072, t: 3, p: 1 })
	expect(must(await vault.unlock(anna)).userId).toBe(anna.userId)
})

test('F16: the key is the one the reference library derives from the NFKC bytes', async () => {
	const options = { raw: true, type: argon2.argon2id, memoryCost: 65_536, timeCost: 2, parallelism: 1, salt } as const
	const expected = await argon2.hash(Buffer.from('caf\u00e9 au lait', 'utf8'), { ...options, hashLength: 32 })
	expect(must(await deriveKey('caf\u00e9 au lait', salt, cheap)).equals(expected)).toBe(true)
})

test('F16: composed, decomposed and full-width forms derive one key; blanks, case and emoji count', async () => {
	const derive = async (text: string) => must(await deriveKey(text, salt, cheap)).toString('hex')
	const base = await derive('Zoe\u0301 drives \u7532')
	expect(await derive('Zo\u00e9 drives \u7532')).toBe(base)
	expect(await derive('\uff3ao\u00e9 drives \u7532')).toBe(base)
	const others = await Promise.all(
		[' Zo\u00e9 drives \u7532', 'zo\u00e9 drives \u7532', 'Zo\u00e9 drives \u{1f697}'].map(derive),
	)
	expect(new Set([base, ...others]).size).toBe(4)
})

test('bad input 33: cost outside 64–512 MiB, 2–10 passes, 1–4 lanes is out of bounds', () => {
	expect([cheap, defaultKdf, { m: 524_288, t: 10, p: 4 }].map(isWithinBounds)).toEqual([true, true, true])
	const outside = [
		{ m: 4_194_304, t: 3, p: 1 },
		{ m: 8, t: 3, p: 1 },
		{ m: 65_535, t: 3, p: 1 },
		{ m: 524_289, t: 3, p: 1 },
		{ m: 131_072, t: 1, p: 1 },
		{ m: 131_072, t: 11, p: 1 },
		{ m: 131_072, t: 3, p: 0 },
		{ m: 131_072, t: 3, p: 5 },
		{ m: 131_072.5, t: 3, p: 1 },
		{ m: Number.NaN, t: 3, p: 1 },
	]
	expect(outside.filter(isWithinBounds)).toEqual([])
})

test('bad input 34: a machine short of memory answers KEY_MEMORY, never a wrong password', () => {
	const kdf = join(import.meta.dirname, '../../src-main/vault/kdf.ts')
	const script = `const { deriveKey } = await import(${JSON.stringify(kdf)})
		process.stdout.write(JSON.stringify(await deriveKey('x', Buffer.alloc(16), { m: 524288, t: 2, p: 1 })))`
	// KiB of address space: room for Node to start, none for 512 MiB more
	const command = 'ulimit -v 1700000; exec "$0" --input-type=module -e "$1"'
	const answer = execFileSync('sh', ['-c', command, process.execPath, script], { encoding: 'utf8' })
	expect(answer).toBe('{"ok":false,"error":{"code":"KEY_MEMORY"}}')
})
