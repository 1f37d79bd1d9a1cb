import { describe, expect, it } from 'vitest'
import { aDesk, becomeSomeone, error, signIn, site, temporary, value } from '../support/desk.ts'

const someone = {
	userName: 'wang',
	displayName: '王工',
	roles: ['adjuster' as const],
	cities: '*' as const,
	temporaryPassword: temporary,
}

describe('R22: people on this device', () => {
	it('a person added with a temporary password must choose an own one before anything else', async () => {
		const { desk } = await aDesk()
		expect(value(await desk.call('people.add', someone)).state).toBe('new')
		expect(value(await signIn(desk, 'wang', temporary)).mustChangePassword).toBe(true)
		expect(error(await desk.call('people.assignees', {})).code).toBe('MUST_CHANGE_PASSWORD')
		expect(error(await desk.call('session.changePassword', { current: temporary, next: 'wang gong 12' })).code).toBe(
			'WEAK_PASSWORD',
		)
		value(await desk.call('session.changePassword', { current: temporary, next: 'stones under the bridge' }))
		expect(value(await desk.call('app.state', {})).mustChangePassword).toBe(false)
		expect(value(await desk.call('people.assignees', {}))).toHaveLength(2)
	})

	it('a name taken, in any letter case, is refused; a weak temporary password leaves no account behind', async () => {
		const { desk } = await aDesk()
		expect(error(await desk.call('people.add', { ...someone, userName: site.userName.toUpperCase() })).code).toBe(
			'USER_EXISTS',
		)
		expect(error(await desk.call('people.add', { ...someone, temporaryPassword: 'short' })).code).toBe('WEAK_PASSWORD')
		expect(value(await desk.call('people.list', {})).map((one) => one.userName)).toEqual([site.userName])
		value(await desk.call('people.add', someone))
	})

	it('a disabled person cannot sign in, and is named no more', async () => {
		const { desk } = await aDesk()
		const own = await becomeSomeone(desk, 'zhao', ['adjuster'])
		value(await signIn(desk, site.userName, 'wet gravel on the ring road'))
		const zhao = value(await desk.call('people.list', {})).find((one) => one.userName === 'zhao')
		expect(value(await desk.call('people.disable', { id: zhao?.id as string })).state).toBe('disabled')
		expect(value(await desk.call('people.assignees', {})).map((one) => one.displayName)).toEqual(['Li Wei'])
		expect(error(await signIn(desk, 'zhao', own)).code).toBe('DISABLED')
	})

	it('nobody changes own roles or disables themselves, and one administrator always remains', async () => {
		const { desk } = await aDesk()
		const me = value(await desk.call('people.list', {}))[0]
		const update = {
			id: me?.id as string,
			displayName: 'Li Wei',
			roles: ['administrator' as const],
			cities: '*' as const,
		}
		expect(error(await desk.call('people.update', update)).code).toBe('DENIED')
		expect(error(await desk.call('people.disable', { id: update.id })).code).toBe('DENIED')
		expect(
			value(await desk.call('people.update', { ...update, roles: ['administrator', 'adjuster'], displayName: 'Li W.' }))
				.displayName,
		).toBe('Li W.')
		const other = value(await desk.call('people.add', { ...someone, roles: ['administrator'] }))
		value(await desk.call('people.disable', { id: other.id }))
		expect(value(await desk.call('people.update', { ...update, id: other.id, roles: ['agent'] })).roles).toEqual([
			'agent',
		])
	})
})
