import { describe, expect, it } from 'vitest'
import {
	aDesk,
	addClaim,
	aFolder,
	becomeSomeone,
	error,
	openDesk,
	password,
	signIn,
	site,
	value,
} from '../support/desk.ts'

describe('R21: signing in', () => {
	it('first run sets up a site, signs in its first user, and a second set-up is refused', async () => {
		const { desk } = await openDesk(aFolder())
		expect(value(await desk.call('app.state', {})).phase).toBe('set-up')
		const state = value(await desk.call('setup.create', site))
		expect(state).toMatchObject({
			phase: 'open',
			site: { name: site.siteName, city: { code: 'SH' } },
			language: 'zh-CN',
		})
		expect(state.me?.roles).toEqual(['administrator', 'adjuster'])
		expect(error(await desk.call('setup.create', site)).code).toBe('EXISTS')
	})

	it('a weak first password is refused with its reason and leaves no site behind', async () => {
		const { desk, dir } = await openDesk(aFolder())
		expect(error(await desk.call('setup.create', { ...site, password: 'short' }))).toEqual({
			code: 'WEAK_PASSWORD',
			params: { reason: 'too-short' },
		})
		await desk.close()
		expect(value(await (await openDesk(dir)).desk.call('app.state', {})).phase).toBe('set-up')
	})

	it('R20 R21: after a restart the data needs the password again, and is all there', async () => {
		const { desk, dir } = await aDesk()
		const { id, claimNo } = await addClaim(desk)
		await desk.close()
		const again = await openDesk(dir)
		expect(value(await again.desk.call('app.state', {})).phase).toBe('sign-in')
		expect(error(await again.desk.call('claims.get', { id })).code).toBe('LOCKED')
		expect(error(await signIn(again.desk, site.userName, 'wrong password, quite long')).code).toBe('WRONG_PASSWORD')
		value(await signIn(again.desk, site.userName, password))
		expect(value(await again.desk.call('claims.get', { id })).claimNo).toBe(claimNo)
	})

	it('locking ends the session at once; verbs answer LOCKED', async () => {
		const { desk } = await aDesk()
		const told: string[] = []
		desk.listen((event) => told.push(event.kind))
		value(await desk.call('session.lock', {}))
		expect(told).toEqual(['session'])
		expect(error(await desk.call('claims.page', { filter: {}, at: { first: true }, limit: 50 })).code).toBe('LOCKED')
		expect(value(await desk.call('app.state', {})).me).toBeNull()
	})

	it('ten wrong passwords disable the slot; another administrator opens it with a new password; nothing is lost', async () => {
		const { desk, clock } = await aDesk()
		const { id } = await addClaim(desk)
		const own = await becomeSomeone(desk, 'second', ['administrator'])
		value(await desk.call('session.lock', {}))
		for (let attempt = 1; attempt <= 10; attempt += 1) {
			clock.advance(3_700_000)
			const refused = error(await signIn(desk, site.userName, `wrong password number ${attempt}`))
			expect(refused.code).toBe(attempt < 10 ? 'WRONG_PASSWORD' : 'DISABLED')
		}
		clock.advance(3_700_000)
		expect(error(await signIn(desk, site.userName, password)).code).toBe('DISABLED')
		value(await signIn(desk, 'second', own))
		const first = value(await desk.call('people.list', {})).find((one) => one.userName === site.userName)
		expect(first?.state).toBe('disabled')
		value(
			await desk.call('people.resetPassword', {
				id: first?.id as string,
				temporaryPassword: 'a temporary word for you',
			}),
		)
		expect(value(await signIn(desk, site.userName, 'a temporary word for you')).mustChangePassword).toBe(true)
		expect(error(await desk.call('claims.get', { id })).code).toBe('MUST_CHANGE_PASSWORD')
		value(
			await desk.call('session.changePassword', {
				current: 'a temporary word for you',
				next: 'gravel in my own shoes',
			}),
		)
		expect(value(await desk.call('claims.get', { id })).id).toBe(id)
	})

	it('a changed password counts at once and after a restart; the old one is refused', async () => {
		const { desk, dir } = await aDesk()
		const next = 'another road, another stone'
		expect(error(await desk.call('session.changePassword', { current: 'not the right password', next })).code).toBe(
			'WRONG_PASSWORD',
		)
		value(await desk.call('session.changePassword', { current: password, next }))
		await desk.close()
		const again = await openDesk(dir)
		expect(error(await signIn(again.desk, site.userName, password)).code).toBe('WRONG_PASSWORD')
		value(await signIn(again.desk, site.userName, next))
	})

	it("an unfinished form survives locking and is its owner's alone", async () => {
		const { desk } = await aDesk()
		const form = value(await desk.call('intake.open', { id: null, fresh: false }))
		value(await desk.call('drafts.keep', { scope: form.scope, body: '{"place":"世纪大道"}' }))
		await becomeSomeone(desk, 'other', ['adjuster'])
		expect(value(await desk.call('intake.list', {}))).toEqual([])
		value(await signIn(desk, site.userName, password))
		expect(value(await desk.call('intake.open', { id: null, fresh: false }))).toMatchObject({
			claimNo: form.claimNo,
			body: '{"place":"世纪大道"}',
		})
	})
})
