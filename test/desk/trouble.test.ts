import {
	closeSync,
	copyFileSync,
	existsSync,
	mkdirSync,
	openSync,
	readFileSync,
	renameSync,
	rmSync,
	truncateSync,
	writeFileSync,
	writeSync,
} from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { aDesk, addClaim, aFolder, error, openDesk, password, signIn, site, value } from '../support/desk.ts'

/** A desk with a claim, closed, its folder free to be damaged. */
async function aClosedDesk() {
	const { desk, dir } = await aDesk()
	const claim = await addClaim(desk)
	await desk.close()
	return { dir, claim, db: join(dir, 'claims.db') }
}
const signInTo = async (dir: string) => signIn((await openDesk(dir)).desk, site.userName, password)

describe('R20 R32: a store that is not as it was left', () => {
	it('two desks on one folder: the second says so and touches nothing', async () => {
		const { desk, dir } = await aDesk()
		const second = await openDesk(dir)
		expect(value(await second.desk.call('app.state', {}))).toMatchObject({ phase: 'trouble', trouble: 'IN_USE' })
		expect(error(await second.desk.call('setup.create', site)).code).toBe('IN_USE')
		expect(error(await signIn(second.desk, site.userName, password)).code).toBe('IN_USE')
		expect(value(await desk.call('app.state', {})).phase).toBe('open')
		await desk.close()
		expect(value(await second.desk.call('app.state', {}))).toMatchObject({ phase: 'sign-in', trouble: null })
		value(await signIn(second.desk, site.userName, password))
	})

	it('F8: a zero-length database is damage, never a new store', async () => {
		const { dir, db } = await aClosedDesk()
		truncateSync(db, 0)
		expect(error(await signInTo(dir)).code).toBe('DAMAGED')
		expect(readFileSync(db)).toHaveLength(0)
	})

	it('a missing database beside key slots is told apart from a damaged one', async () => {
		const { dir, db } = await aClosedDesk()
		rmSync(db)
		expect(error(await signInTo(dir)).code).toBe('MISSING_FILE')
		expect(existsSync(db)).toBe(false)
	})

	it('F4: a flipped byte is damage although the password is right; a wrong password stays a wrong password', async () => {
		const { dir, db } = await aClosedDesk()
		const bytes = readFileSync(db)
		const at = openSync(db, 'r+')
		writeSync(at, Buffer.from([(bytes[100] as number) ^ 1]), 0, 1, 100)
		closeSync(at)
		expect(error(await signInTo(dir)).code).toBe('DAMAGED')
		const { desk } = await openDesk(aFolder())
		await desk.close()
	})

	it('key slots gone beside a database: no new site is set up over it', async () => {
		const { dir } = await aClosedDesk()
		for (const name of ['keyslots.a', 'keyslots.b']) renameSync(join(dir, name), join(dir, `${name}.away`))
		const { desk } = await openDesk(dir)
		expect(value(await desk.call('app.state', {}))).toMatchObject({ phase: 'trouble', trouble: 'MISSING_FILE' })
		expect(error(await desk.call('setup.create', site)).code).toBe('MISSING_FILE')
		for (const name of ['keyslots.a', 'keyslots.b']) renameSync(join(dir, `${name}.away`), join(dir, name))
		expect(value(await desk.call('app.state', {})).phase).toBe('sign-in')
	})

	it('F8 F9: an older copy of the database is noticed, and opened only when the person says so; that is audited', async () => {
		const { dir, claim, db } = await aClosedDesk()
		copyFileSync(db, `${db}.old`)
		const { desk } = await openDesk(dir)
		value(await signIn(desk, site.userName, password))
		value(await desk.call('claims.note', { id: claim.id, text: 'later' }))
		await desk.close()
		copyFileSync(`${db}.old`, db)
		const again = await openDesk(dir)
		const refused = error(await signIn(again.desk, site.userName, password))
		expect(refused.code).toBe('ROLLED_BACK')
		expect(refused.params?.lost).toBeGreaterThan(0)
		value(await again.desk.call('session.signIn', { userName: site.userName, password, acceptLoss: true }))
		expect(value(await again.desk.call('claims.get', { id: claim.id })).notes).toEqual([])
		const events = again.core.session?.db.prepare('SELECT event FROM audit').pluck().all()
		expect(events).toContain('store.rolled-back')
	})

	it('a set-up that was killed before it was whole leaves a folder that can be set up', async () => {
		const dir = aFolder()
		const { desk } = await openDesk(dir)
		value(await desk.call('setup.create', site))
		await desk.close()
		expect(existsSync(join(dir, '.new'))).toBe(false)
		const half = aFolder()
		mkdirSync(join(half, '.new'))
		writeFileSync(join(half, '.new', 'keyslots.b'), 'half')
		const again = await openDesk(half)
		expect(value(await again.desk.call('app.state', {})).phase).toBe('set-up')
		value(await again.desk.call('setup.create', site))
	})

	it('a set-up that was killed while moving into place is finished at the next start', async () => {
		const { dir } = await aClosedDesk()
		mkdirSync(join(dir, '.new'))
		for (const name of ['keyslots.a', 'keyslots.b']) renameSync(join(dir, name), join(dir, '.new', name))
		writeFileSync(join(dir, '.new', 'ready'), '')
		expect((await signInTo(dir)).ok).toBe(true)
	})

	it('closing twice is harmless, and verbs answer CLOSED', async () => {
		const { desk } = await aDesk()
		await desk.close()
		await desk.close()
		expect(error(await desk.call('app.state', {})).code).toBe('CLOSED')
	})
})
