import { hkdfSync } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openVault } from '../../src-main/vault/vault.ts'
import { anna, bob, cheap, codeOf, label, makeClock, makeDir, makeVault, must, wrong } from './fresh-vault.ts'

test('F4: the password is judged by the slot tag alone; there is no database in the folder', async () => {
	const { dir, vault } = await makeVault()
	expect(await vault.unlock({ ...anna, password: wrong })).toEqual({
		ok: false,
		error: { code: 'WRONG_PASSWORD', params: { left: 9, waitSeconds: 0 } },
	})
	expect(codeOf(await vault.unlock(anna))).toBe('ok')
	expect(readdirSync(dir).sort()).toEqual(['attempts.json', 'keyslots.a', 'keyslots.b'])
})

test('the same keys come back after a restart, five different ones of 32 bytes', async () => {
	const { keys, reopen } = await makeVault()
	const again = must(await reopen().unlock(anna)).keys
	const list = (of: typeof keys) =>
		[of.db, of.attachments, of.backup, of.audit, of.state].map((key) => key.toString('hex'))
	expect(list(again)).toEqual(list(keys))
	expect(new Set(list(keys)).size).toBe(5)
	expect(keys.db.byteLength).toBe(32)
	expect(Buffer.from(hkdfSync('sha256', keys.db, '', 'x', 32)).equals(again.db)).toBe(false)
})

test('wipe() leaves zeros, and wiped keys give nobody a slot', async () => {
	const { keys, vault } = await makeVault()
	keys.wipe()
	for (const key of [keys.db, keys.attachments, keys.backup, keys.audit, keys.state])
		expect(key).toEqual(Buffer.alloc(32))
	expect(codeOf(await vault.addSlot({ keys, ...bob }))).toBe('LOCKED')
	expect(codeOf(await vault.addSlot({ keys: { ...keys }, ...bob }))).toBe('LOCKED')
	expect(JSON.stringify(Object.keys(keys))).not.toContain('master')
})

test('F17: files are for the owner only, and hold no user name', async () => {
	const { dir, vault } = await makeVault('anna and bob')
	must(await vault.unlock(anna))
	for (const name of readdirSync(dir)) {
		expect(statSync(join(dir, name)).mode & 0o777).toBe(0o600)
		expect(readFileSync(join(dir, name), 'utf8')).not.toMatch(/anna|bob|herons|walnut/i)
	}
	const made = join(dir, 'new', 'folder')
	must(await openVault({ dir: made, clock: makeClock(), kdf: cheap }).create({ ...anna, label }))
	expect(statSync(made).mode & 0o777).toBe(0o700)
})

test('a user name is found in any case and Unicode form', async () => {
	const { vault } = await makeVault()
	expect(codeOf(await vault.unlock({ ...anna, userName: ' ANNA.ＬＩ ' }))).toBe('ok')
})

test('bad input 35: the password opens in NFC and NFD, not without its leading blank', async () => {
	const vault = openVault({ dir: makeDir(), clock: makeClock(), kdf: cheap })
	const password = ' Zo\u00e9 drives seven herons'
	must(await vault.create({ ...anna, password, label }))
	expect(codeOf(await vault.unlock({ ...anna, password: password.normalize('NFD') }))).toBe('ok')
	expect(codeOf(await vault.unlock({ ...anna, password: password.trim() }))).toBe('WRONG_PASSWORD')
	expect(codeOf(await vault.unlock({ ...anna, password: password.toUpperCase() }))).toBe('WRONG_PASSWORD')
})

test('create refuses when slots exist, and beside the files of a store whose slots are gone', async () => {
	const { vault, reopen } = await makeVault()
	expect(codeOf(await vault.create({ ...bob, label }))).toBe('EXISTS')
	expect(codeOf(await reopen().create({ ...bob, label }))).toBe('EXISTS')
	const dir = makeDir()
	writeFileSync(join(dir, 'claims.db'), 'rows')
	const orphan = openVault({ dir, clock: makeClock(), kdf: cheap })
	expect(orphan.state()).toEqual({ kind: 'trouble', code: 'MISSING_FILE' })
	expect(codeOf(await orphan.create({ ...anna, label }))).toBe('MISSING_FILE')
	expect(existsSync(join(dir, 'keyslots.a'))).toBe(false)
})

test('a person is added with a temporary password, changes it, and nobody else is disturbed', async () => {
	const { vault, keys } = await makeVault('anna and bob')
	expect(vault.slotStates()).toEqual(
		new Map([
			[anna.userId, 'active'],
			[bob.userId, 'new'],
		]),
	)
	const first = must(await vault.unlock(bob))
	expect(first).toMatchObject({ userId: bob.userId, mustChange: true })
	expect(first.keys.db.equals(keys.db)).toBe(true)
	const change = { ...bob, displayName: 'Bob Chen', current: bob.password }
	const refusal = async (next: string) => await vault.changePassword({ ...change, next })
	expect(await refusal(bob.password)).toMatchObject({ error: { params: { reason: 'unchanged' } } })
	expect(await refusal('Bob Chen Shanghai')).toMatchObject({ error: { params: { reason: 'contains-name' } } })
	expect(codeOf(await vault.changePassword({ ...change, current: wrong, next: 'eleven copper kettles' }))).toBe(
		'WRONG_PASSWORD',
	)
	must(await vault.changePassword({ ...change, next: 'eleven copper kettles' }))
	expect(codeOf(await vault.unlock(bob))).toBe('WRONG_PASSWORD')
	expect(must(await vault.unlock({ ...bob, password: 'eleven copper kettles' })).mustChange).toBe(false)
	expect(must(await vault.unlock(anna)).mustChange).toBe(false)
	expect(vault.slotStates().get(bob.userId)).toBe('active')
})

test('addSlot refuses a name or person that has a slot, and a weak temporary password', async () => {
	const { vault, keys } = await makeVault('anna and bob')
	const third = '0190a000-0000-7000-8000-00000000000c'
	expect(codeOf(await vault.addSlot({ keys, ...bob, userId: third, userName: 'BOB.chen' }))).toBe('USER_EXISTS')
	expect(codeOf(await vault.addSlot({ keys, ...bob, userName: 'carl' }))).toBe('USER_EXISTS')
	const weak = await vault.addSlot({ keys, userId: third, userName: 'carl', password: 'short', opens: false })
	expect(weak).toMatchObject({ error: { code: 'WEAK_PASSWORD', params: { reason: 'too-short' } } })
})

test('keys of another store give nobody a slot here', async () => {
	const { vault } = await makeVault()
	const other = await makeVault()
	expect(codeOf(await vault.addSlot({ keys: other.keys, ...bob }))).toBe('TAMPERED')
	expect(vault.slotStates().size).toBe(1)
})

test('a disabled person stays out until reset', async () => {
	const { dir, vault, keys, reopen } = await makeVault('anna and bob')
	must(await vault.disableSlot({ keys, userId: bob.userId }))
	expect(codeOf(await vault.unlock(bob))).toBe('DISABLED')
	expect(codeOf(await reopen().unlock(bob))).toBe('DISABLED')
	expect(JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8')).body.slots[1].sealed).toBe(null)
	expect(codeOf(await vault.disableSlot({ keys, userId: '0190a000-0000-7000-8000-00000000000f' }))).toBe('NOT_FOUND')
	must(await vault.resetSlot({ keys, ...bob, password: 'ninety green lanterns' }))
	expect(must(await vault.unlock({ ...bob, password: 'ninety green lanterns' })).mustChange).toBe(true)
})

test('a slot cheaper than the policy is wrapped again at sign-in, under the same password', async () => {
	const { dir, clock } = await makeVault('anna and bob')
	const dearer = openVault({ dir, clock, kdf: { m: 65_536, t: 3, p: 1 } })
	must(await dearer.unlock(bob))
	const { slots } = JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8')).body
	expect(slots.map((slot: { kdf: { t: number } }) => slot.kdf.t)).toEqual([2, 3])
	expect(must(await openVault({ dir, clock, kdf: cheap }).unlock(bob)).mustChange).toBe(true)
})

test('calls made at once run one after another: each wrong one counts, none writes over another', async () => {
	const { vault, keys, reopen } = await makeVault()
	const replies = await Promise.all([
		vault.unlock({ ...anna, password: wrong }),
		vault.addSlot({ keys, ...bob }),
		vault.unlock({ ...anna, password: wrong }),
		vault.unlock({ ...anna, password: wrong }),
	])
	expect(vault.setLabel({ ...label, siteName: 'Puxi claims' }).ok).toBe(true)
	expect(replies.map((reply) => (reply.ok ? 'ok' : reply.error.params?.left))).toEqual([9, 'ok', 8, 7])
	expect(must(await reopen().unlock(anna)).findings.failedBefore).toBe(3)
	expect(reopen().slotStates().size).toBe(2)
	expect(reopen().state()).toMatchObject({ label: { siteName: 'Puxi claims' } })
})

test('two people given the same name at once: one gets it', async () => {
	const { vault, keys } = await makeVault()
	const other = { ...bob, userId: '0190a000-0000-7000-8000-00000000000c' }
	const replies = await Promise.all([vault.addSlot({ keys, ...bob }), vault.addSlot({ keys, ...other })])
	expect(replies.map(codeOf)).toEqual(['ok', 'USER_EXISTS'])
	expect(vault.slotStates().size).toBe(2)
})
