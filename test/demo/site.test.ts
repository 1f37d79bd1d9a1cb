import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it, onTestFinished } from 'vitest'
import { isClaimNo } from '../../shared/claims/numbers.ts'
import { judgeFolder, logins, makeSite } from '../../src-main/demo/site.ts'
import { aForm } from '../support/claim.ts'
import { aFolder, error, lightKdf, openDesk, signIn, value } from '../support/desk.ts'

const child = fileURLToPath(new URL('./make-site-child.ts', import.meta.url))
const small = { count: 150, kdf: lightKdf }

describe('the demo site', () => {
	it('lets its three people in, each with a role; numbers go on where the samples end', async () => {
		const dir = join(aFolder(), 'demo')
		value(await makeSite(dir, small))
		const { desk } = await openDesk(dir)
		const open = value(await signIn(desk, 'auditor', logins.auditor))
		expect([open.me?.roles, open.mustChangePassword]).toEqual([['auditor'], false])
		expect(error(await desk.call('claims.note', { id: open.me?.id as string, text: 'x' })).code).toBe('DENIED')
		expect(value(await signIn(desk, 'supervisor', logins.supervisor)).me?.roles).toEqual(['supervisor'])
		const state = value(await signIn(desk, 'demo', logins.demo))
		expect(state.cities.map((city) => city.code).sort()).toEqual(['BJ', 'GZ', 'SH'])
		expect(value(await desk.call('claims.count', { filter: {}, days: ['2026-11-19'] }))).toMatchObject({
			total: 150,
			days: { '2026-11-19': 1 },
		})
		const [reference] = value(await desk.call('claims.byPolicy', { policyNo: '546 452' }))
		expect(reference).toMatchObject({
			accidentDate: '2026-11-19',
			party: 'Sarah Standl',
			status: 'assigned',
			assignedName: '林晓',
		})
		const serial = (claimNo: string) => Number(claimNo.split('-')[3])
		const next = value(await desk.call('intake.open', { id: null, fresh: true }))
		expect(isClaimNo(next.claimNo)).toBe(true)
		expect(serial(next.claimNo)).toBe(serial(reference?.claimNo ?? '') + 1)
		expect(value(await desk.call('claims.save', { id: next.id, form: aForm(), submit: true })).claimNo).toBe(
			next.claimNo,
		)
	})

	it('leaves nothing half-made when it is killed, and the next start makes it whole', async () => {
		const parent = aFolder()
		const dir = join(parent, 'demo')
		const making = spawn(process.execPath, [child, dir], { stdio: ['ignore', 'pipe', 'inherit'] })
		onTestFinished(() => void making.kill('SIGKILL'))
		// The child says so in the middle of loading.
		await once(making.stdout, 'data')
		making.kill('SIGKILL')
		await once(making, 'exit')
		expect(existsSync(dir)).toBe(false)
		expect(readdirSync(parent)).toEqual(['.demo.new'])
		value(await makeSite(dir, small))
		expect(readdirSync(parent)).toEqual(['demo'])
		expect(judgeFolder(dir)).toBe('demo')
		const { desk } = await openDesk(dir)
		value(await signIn(desk, 'demo', logins.demo))
		expect(value(await desk.call('claims.count', { filter: {}, days: [] })).total).toBe(150)
	})

	it('never touches a folder that is not a demo’s, nor a demo that is open', async () => {
		const dir = join(aFolder(), 'mine')
		mkdirSync(dir)
		writeFileSync(join(dir, 'claims.db'), 'mine')
		expect(error(await makeSite(dir, small)).code).toBe('EXISTS')
		expect(readFileSync(join(dir, 'claims.db'), 'utf8')).toBe('mine')
		const demo = join(aFolder(), 'demo')
		value(await makeSite(demo, small))
		const before = readFileSync(join(demo, 'keyslots.a'))
		const { desk } = await openDesk(demo)
		expect(error(await makeSite(demo, small)).code).toBe('IN_USE')
		await desk.close()
		expect(readFileSync(join(demo, 'keyslots.a')).equals(before)).toBe(true)
	})
})
