import { createHash } from 'node:crypto'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { canonical } from '../../src-main/vault/canonical.ts'
import { penaltyMs } from '../../src-main/vault/lockout.ts'
import { makeMac } from '../../src-main/vault/slot-file.ts'
import type { Vault } from '../../src-main/vault/vault.ts'
import { anna, bob, codeOf, type Fresh, type HandClock, makeVault, must, wrong } from './fresh-vault.ts'

const carl = { ...bob, userId: '0190a000-0000-7000-8000-00000000000c', userName: 'carl', opens: true }

/** Eleven wrong passwords, each wait sat out; the answer to the last. */
async function tryOut({ clock }: { clock: HandClock }, vault: Vault, userName: string): Promise<string> {
	let last = ''
	for (let i = 1; i <= 11; i++) {
		last = codeOf(await vault.unlock({ userName, password: wrong }))
		clock.pass(penaltyMs(i))
	}
	return last
}

test('wrong passwords close nobody who alone could open others, however many others there are', async () => {
	const fresh = await makeVault('anna and bob')
	expect(await tryOut(fresh, fresh.vault, anna.userName)).toBe('WRONG_PASSWORD')
	expect(codeOf(await fresh.reopen().unlock(anna))).toBe('ok')
	expect(await tryOut(fresh, fresh.vault, bob.userName)).toBe('DISABLED')
})

test('of two who may open others one closes, and then the other no more', async () => {
	const fresh = await makeVault()
	must(await fresh.vault.addSlot({ keys: fresh.keys, ...carl }))
	expect(await tryOut(fresh, fresh.vault, anna.userName)).toBe('DISABLED')
	expect(await tryOut(fresh, fresh.reopen(), carl.userName)).toBe('WRONG_PASSWORD')
	const { keys } = must(await fresh.reopen().unlock(carl))
	const last = fresh.reopen()
	must(await last.resetSlot({ ...anna, keys, password: 'ninety green lanterns', opens: false }))
	expect(codeOf(await last.disableSlot({ keys, userId: carl.userId }))).toBe('LAST_ADMINISTRATOR')
})

test('one who may open others no more, or is disabled, does not let the last one close', async () => {
	const fresh = await makeVault()
	const { keys, vault } = fresh
	must(await vault.addSlot({ keys, ...carl }))
	must(await vault.setOpener({ keys, userId: carl.userId, opens: false }))
	expect(await tryOut(fresh, fresh.reopen(), anna.userName)).toBe('WRONG_PASSWORD')
	const again = fresh.reopen()
	must(await again.setOpener({ keys, userId: carl.userId, opens: true }))
	must(await again.disableSlot({ keys, userId: carl.userId }))
	expect(codeOf(await fresh.reopen().unlock({ ...anna, password: wrong }))).toBe('WRONG_PASSWORD')
	expect(codeOf(await again.setOpener({ keys, userId: anna.userId, opens: false }))).toBe('LAST_ADMINISTRATOR')
})

test('disableSlot, setOpener and resetSlot refuse to leave nobody who may open others', async () => {
	const { vault, keys, dir } = await makeVault('anna and bob')
	const before = readFileSync(join(dir, 'keyslots.a'), 'utf8')
	const replies = [
		await vault.disableSlot({ keys, userId: anna.userId }),
		await vault.setOpener({ keys, userId: anna.userId, opens: false }),
		await vault.resetSlot({ ...anna, keys, password: 'ninety green lanterns', opens: false }),
	]
	expect(replies.map(codeOf)).toEqual(replies.map(() => 'LAST_ADMINISTRATOR'))
	expect(readFileSync(join(dir, 'keyslots.a'), 'utf8')).toBe(before)
	must(await vault.setOpener({ keys, userId: bob.userId, opens: true }))
	must(await vault.setOpener({ keys, userId: anna.userId, opens: false }))
	must(await vault.disableSlot({ keys, userId: anna.userId }))
	expect(codeOf(await vault.disableSlot({ keys, userId: bob.userId }))).toBe('LAST_ADMINISTRATOR')
})

test('setOpener takes live keys of this store and a person with a slot, and writes only what changes', async () => {
	const { vault, keys, dir } = await makeVault('anna and bob')
	const other = await makeVault()
	const grant = { userId: bob.userId, opens: true }
	expect(codeOf(await vault.setOpener({ ...grant, keys: other.keys }))).toBe('TAMPERED')
	expect(codeOf(await vault.setOpener({ ...grant, keys, userId: carl.userId }))).toBe('NOT_FOUND')
	const before = readFileSync(join(dir, 'keyslots.a'), 'utf8')
	must(await vault.setOpener({ ...grant, keys, opens: false }))
	expect(readFileSync(join(dir, 'keyslots.a'), 'utf8')).toBe(before)
	must(await vault.setOpener({ ...grant, keys }))
	must(await vault.unlock(bob)) // the role changed without a password of his, and his still opens
	keys.wipe()
	expect(codeOf(await vault.setOpener({ ...grant, keys }))).toBe('LOCKED')
})

test('a changed password keeps what its holder may do', async () => {
	const { dir, vault } = await makeVault('anna and bob')
	const opens = () =>
		JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8')).body.slots.map((slot: { opens: unknown }) => slot.opens)
	must(await vault.changePassword({ ...bob, current: bob.password, next: 'eleven copper kettles' }))
	must(await vault.changePassword({ ...anna, current: anna.password, next: 'ninety green lanterns' }))
	expect(opens()).toEqual([true, false])
})

/** Takes `opens` out of every slot, as an earlier version wrote them, under a good MAC. */
function makeOld({ dir, keys }: Fresh): void {
	const { checksum: _old, ...document } = JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8'))
	for (const slot of document.body.slots) delete slot.opens
	document.mac = makeMac(document.body, keys.state)
	const checksum = createHash('sha256').update(canonical(document)).digest('hex')
	for (const name of ['keyslots.a', 'keyslots.b']) writeFileSync(join(dir, name), canonical({ ...document, checksum }))
}

test('of slots written before this was noted, the first counts as one who may open others, and no other', async () => {
	const fresh = await makeVault('anna and bob')
	makeOld(fresh)
	expect(codeOf(await fresh.reopen().unlock(bob))).toBe('ok') // the MAC is over the slot as it was written
	expect(await tryOut(fresh, fresh.reopen(), anna.userName)).toBe('WRONG_PASSWORD')
	expect(await tryOut(fresh, fresh.reopen(), bob.userName)).toBe('DISABLED')
	const vault = fresh.reopen()
	must(await vault.changePassword({ ...anna, current: anna.password, next: 'ninety green lanterns' }))
	expect(JSON.parse(readFileSync(join(fresh.dir, 'keyslots.a'), 'utf8')).body.slots[0].opens).toBe(true)
})
