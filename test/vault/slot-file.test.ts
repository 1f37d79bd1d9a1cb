import { createHash } from 'node:crypto'
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonical } from '../../src-main/vault/canonical.ts'
import { makeMac } from '../../src-main/vault/slot-file.ts'
import { openVault } from '../../src-main/vault/vault.ts'
import { anna, bob, cheap, codeOf, label, makeClock, makeDir, makeVault, must } from './fresh-vault.ts'

// biome-ignore lint/suspicious/noExplicitAny: the tests forge the file as an intruder would
type Forged = any
const copies = ['keyslots.a', 'keyslots.b'] as const
const read = (dir: string, name: string): Forged => JSON.parse(readFileSync(join(dir, name), 'utf8'))

/** Edits both copies and repairs the checksum, which anybody can compute. */
function forge(dir: string, edit: (document: Forged) => void, names: readonly string[] = copies): void {
	for (const name of names) {
		const { checksum: _old, ...document } = read(dir, name)
		edit(document)
		const checksum = createHash('sha256').update(canonical(document)).digest('hex')
		writeFileSync(join(dir, name), canonical({ ...document, checksum }))
	}
}

test.each([
	['one flipped byte', (bytes: Buffer) => bytes.fill((bytes[200] ?? 0) ^ 1, 200, 201)],
	['cut in half', (bytes: Buffer) => bytes.subarray(0, bytes.length / 2)],
	['emptied', () => Buffer.alloc(0)],
	['not JSON', () => Buffer.from('\0\0\0\0')],
	['null', () => Buffer.from('null')],
	['removed', () => null],
])('bad input 31: one copy %s, the other opens and repairs it', async (_how, damage) => {
	for (const name of copies) {
		const { dir, reopen } = await makeVault()
		const good = readFileSync(join(dir, name))
		const bad = damage(Buffer.from(good))
		if (bad === null) rmSync(join(dir, name))
		else writeFileSync(join(dir, name), bad)
		const vault = reopen()
		expect(readFileSync(join(dir, name))).toEqual(good)
		expect(codeOf(await vault.unlock(anna))).toBe('ok')
	}
})

test('the copy with the higher generation wins and repairs the other', async () => {
	const { dir, vault, reopen } = await makeVault()
	const old = readFileSync(join(dir, 'keyslots.a'))
	must(await vault.changePassword({ ...anna, current: anna.password, next: 'eleven copper kettles' }))
	for (const name of copies) {
		const current = readFileSync(join(dir, name))
		writeFileSync(join(dir, name), old)
		expect(codeOf(await reopen().unlock({ ...anna, password: 'eleven copper kettles' }))).toBe('ok')
		expect(read(dir, 'keyslots.a')).toEqual(read(dir, 'keyslots.b'))
		expect(read(dir, name).generation).toBeGreaterThan(JSON.parse(current.toString()).generation)
	}
})

test('bad input 31: both copies damaged is TAMPERED, and neither they nor the database are touched', async () => {
	const { dir, reopen } = await makeVault()
	for (const name of copies) writeFileSync(join(dir, name), 'junk')
	writeFileSync(join(dir, 'claims.db'), 'rows')
	const vault = reopen()
	expect(vault.state()).toEqual({ kind: 'trouble', code: 'TAMPERED' })
	expect(codeOf(await vault.unlock(anna))).toBe('TAMPERED')
	expect(codeOf(await vault.create({ ...anna, label: label }))).toBe('TAMPERED')
	expect(copies.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(['junk', 'junk'])
	expect(readFileSync(join(dir, 'claims.db'), 'utf8')).toBe('rows')
})

test('a file of a newer version says so and stays as it is', async () => {
	const { dir, reopen } = await makeVault()
	forge(dir, (document) => {
		document.fmt = 2
	})
	const before = copies.map((name) => readFileSync(join(dir, name), 'utf8'))
	expect(reopen().state()).toEqual({ kind: 'trouble', code: 'NEWER_VERSION' })
	expect(copies.map((name) => readFileSync(join(dir, name), 'utf8'))).toEqual(before)
})

test('a folder in the place of a copy is a damaged copy; a file in the place of the folder is IO', async () => {
	const { dir, reopen } = await makeVault()
	rmSync(join(dir, 'keyslots.a'))
	mkdirSync(join(dir, 'keyslots.a'))
	expect(codeOf(await reopen().unlock(anna))).toBe('ok')
	const file = join(makeDir(), 'file')
	writeFileSync(file, '')
	expect(openVault({ dir: file, clock: makeClock(), kdf: cheap }).state()).toEqual({ kind: 'trouble', code: 'IO' })
})

test("bad input 32: another person's sealed key pasted into a slot does not open it", async () => {
	const { dir, reopen } = await makeVault('anna and bob')
	forge(dir, ({ body: { slots } }) => {
		const { salt, nonce, sealed } = slots[1]
		Object.assign(slots[0], { salt, nonce, sealed })
	})
	expect(codeOf(await reopen().unlock({ ...anna, password: bob.password }))).toBe('WRONG_PASSWORD')
})

test('bad input 32: a slot that opens under another name, or came from another device, fails its seal', async () => {
	const { dir, reopen } = await makeVault('anna and bob')
	forge(dir, ({ body: { slots } }) => {
		const [first, second] = slots
		;[first.name, second.name] = [second.name, first.name]
	})
	expect(codeOf(await reopen().unlock({ ...anna, password: bob.password }))).toBe('TAMPERED')
	const other = await makeVault()
	const mine = await makeVault()
	const { body } = read(other.dir, 'keyslots.a')
	forge(mine.dir, (document) => {
		document.body.slots = body.slots
		document.body.nameSalt = body.nameSalt
	})
	expect(codeOf(await mine.reopen().unlock(anna))).toBe('WRONG_PASSWORD')
})

test.each([
	['temporary', (slot: Forged) => Object.assign(slot, { temporary: false })],
	['opens', (slot: Forged) => Object.assign(slot, { opens: true })],
	['opens taken out', (slot: Forged) => delete slot.opens],
	['userId of nobody', (slot: Forged) => Object.assign(slot, { name: Buffer.alloc(32).toString('base64') })],
])('an edit of a slot outside the tag (%s) fails the MAC after anybody unlocks', async (_what, edit) => {
	const { dir, reopen } = await makeVault('anna and bob')
	forge(dir, ({ body: { slots } }) => edit(slots[1]))
	expect(codeOf(await reopen().unlock(anna))).toBe('TAMPERED')
})

test.each([{ m: 4_194_304 }, { m: 8 }, { t: 1 }, { p: 255 }])(
	'bad input 33: a slot with %o is TAMPERED, no key is derived and no try counted',
	async (cost) => {
		const { dir, reopen } = await makeVault()
		forge(dir, ({ body }) => Object.assign(body.slots[0].kdf, cost))
		expect(codeOf(await reopen().unlock(anna))).toBe('TAMPERED')
		expect(read(dir, 'keyslots.a').marks.attempts).toBe(0)
	},
)

test('slots of kinds this version does not know survive every rewrite', async () => {
	const { dir, keys, reopen } = await makeVault()
	const recovery = { kind: 'recovery', hqKeyId: 'k1', nested: { b: [1, null], a: 'é' } }
	forge(dir, (document) => {
		document.body.slots.unshift(recovery)
		document.mac = makeMac(document.body, keys.state)
	})
	const vault = reopen()
	must(await vault.addSlot({ keys, ...bob }))
	must(await vault.changePassword({ ...anna, current: anna.password, next: 'eleven copper kettles' }))
	must(await vault.disableSlot({ keys, userId: bob.userId }))
	expect(vault.setLabel(label).ok).toBe(true)
	for (const name of copies) expect(read(dir, name).body.slots[0]).toEqual(recovery)
	expect(vault.slotStates().size).toBe(2)
	expect(codeOf(await reopen().unlock({ ...anna, password: 'eleven copper kettles' }))).toBe('ok')
})
