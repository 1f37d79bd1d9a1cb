import { describe, expect, it } from 'vitest'
import type { Desk } from '../../shared/desk-api/verbs.ts'
import { aDesk, becomeSomeone, error, password, signIn, type TestClock, temporary, value } from '../support/desk.ts'

/** Twelve wrong passwords, an hour and more apart; the last answer. */
async function tryOut(desk: Desk, clock: TestClock, userName: string): Promise<string> {
	let last = ''
	for (let at = 0; at < 12; at++) {
		last = error(await signIn(desk, userName, 'wrong walnuts in the drawer')).code
		clock.advance(3_700_000)
	}
	return last
}

const wang = { displayName: '王工', cities: '*' as const }
const asAgent = { ...wang, userName: 'wang', roles: ['agent' as const], temporaryPassword: temporary }
const asAdministrator = { ...asAgent, roles: ['administrator' as const] }

describe('R22: the last administrator', () => {
	it('wrong passwords never leave the desk without an administrator, though others could sign in', async () => {
		const { desk, clock } = await aDesk()
		await becomeSomeone(desk, 'adj', ['adjuster'])
		value(await desk.call('session.lock', {}))
		expect(await tryOut(desk, clock, 'liwei')).toBe('WRONG_PASSWORD')
		expect(await tryOut(desk, clock, 'adj')).toBe('DISABLED')
		value(await signIn(desk, 'liwei', password))
		const adj = value(await desk.call('people.list', {})).find((one) => one.userName === 'adj')
		value(await desk.call('people.resetPassword', { id: adj?.id as string, temporaryPassword: temporary }))
		value(await signIn(desk, 'adj', temporary))
	})

	it('with a second administrator the first is closed, and the second can open the slot again', async () => {
		const { desk, clock } = await aDesk()
		const own = await becomeSomeone(desk, 'boss', ['administrator'])
		value(await desk.call('session.lock', {}))
		expect(await tryOut(desk, clock, 'liwei')).toBe('DISABLED')
		expect(await tryOut(desk, clock, 'boss')).toBe('WRONG_PASSWORD')
		value(await signIn(desk, 'boss', own))
		const liwei = value(await desk.call('people.list', {})).find((one) => one.userName === 'liwei')
		value(await desk.call('people.resetPassword', { id: liwei?.id as string, temporaryPassword: temporary }))
		value(await signIn(desk, 'liwei', temporary))
	})

	it('the role given later counts from then on', async () => {
		const { desk, clock } = await aDesk()
		const { id } = value(await desk.call('people.add', asAgent))
		value(await desk.call('people.update', { ...wang, id, roles: ['administrator'] }))
		value(await desk.call('session.lock', {}))
		expect(await tryOut(desk, clock, 'liwei')).toBe('DISABLED')
	})

	it('the role taken away counts no more, after a new temporary password too', async () => {
		const { desk, clock } = await aDesk()
		const { id } = value(await desk.call('people.add', asAdministrator))
		value(await desk.call('people.update', { ...wang, id, roles: ['agent'] }))
		value(await desk.call('people.resetPassword', { id, temporaryPassword: 'temporary slate for friday' }))
		value(await desk.call('session.lock', {}))
		expect(await tryOut(desk, clock, 'liwei')).toBe('WRONG_PASSWORD')
	})

	it('of two changes of a role at once the later holds, in the list and in the vault', async () => {
		for (const [first, second] of [
			['agent', 'administrator'],
			['administrator', 'agent'],
		] as const) {
			const { desk, core } = await aDesk()
			const person = first === 'agent' ? asAdministrator : asAgent
			const { id } = value(await desk.call('people.add', person))
			const both = await Promise.all(
				[first, second].map((role) => desk.call('people.update', { ...wang, id, roles: [role] })),
			)
			both.map(value)
			const listed = value(await desk.call('people.list', {})).find((one) => one.id === id)
			// Whoever counts as administrator for the vault may be left alone; nobody else may.
			const keys = core.session?.keys
			if (!keys) throw new Error('signed out')
			const me = core.session?.account.id as string
			const leave = await core.vault.setOpener({ keys, userId: me, opens: false })
			expect(leave.ok).toBe(listed?.roles.includes('administrator'))
		}
	})

	it('a role taken away while a new temporary password is being set stays taken away', async () => {
		const { desk, core } = await aDesk()
		const { id } = value(await desk.call('people.add', asAdministrator))
		const both = await Promise.all([
			desk.call('people.update', { ...wang, id, roles: ['agent'] }),
			desk.call('people.resetPassword', { id, temporaryPassword: 'temporary slate for friday' }),
		])
		for (const reply of both) value<unknown>(reply)
		const { keys, account } = core.session ?? {}
		if (!keys || !account) throw new Error('signed out')
		const alone = await core.vault.setOpener({ keys, userId: account.id, opens: false })
		expect(error(alone).code).toBe('LAST_ADMINISTRATOR')
	})

	it('a change the vault cannot write leaves the role as it was', async () => {
		const { desk, core } = await aDesk()
		const { id } = value(await desk.call('people.add', asAgent))
		const { vault } = core
		core.vault = { ...vault, setOpener: async () => ({ ok: false, error: { code: 'DISK_FULL' } }) }
		expect(error(await desk.call('people.update', { ...wang, id, roles: ['administrator'] })).code).toBe('DISK_FULL')
		const rolesNow = async () => value(await desk.call('people.list', {})).find((one) => one.id === id)?.roles
		expect(await rolesNow()).toEqual(['agent'])
		core.vault = vault
		value(await desk.call('people.update', { ...wang, id, roles: ['administrator'] }))
		core.vault = { ...vault, setOpener: async () => ({ ok: false, error: { code: 'DISK_FULL' } }) }
		expect(error(await desk.call('people.update', { ...wang, id, roles: ['agent'] })).code).toBe('DISK_FULL')
		expect(await rolesNow()).toEqual(['administrator'])
	})
})
