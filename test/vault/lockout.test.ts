import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { judgeClock, moveHigh, penaltyMs, waitingSince } from '../../src-main/vault/lockout.ts'
import type { Vault } from '../../src-main/vault/vault.ts'
import { anna, bob, codeOf, type Fresh, makeVault, must, wrong } from './fresh-vault.ts'

const minute = 60_000
const day = 24 * 60 * minute
const record = (dir: string) => join(dir, 'attempts.json')

const tryWrong = (vault: Vault, userName = bob.userName) => vault.unlock({ userName, password: wrong })
async function waitSeconds(vault: Vault, password = bob.password): Promise<number | string> {
	const reply = await vault.unlock({ ...bob, password })
	return !reply.ok && reply.error.code === 'WAIT' ? Number(reply.error.params?.waitSeconds) : codeOf(reply)
}

/** Bob with `count` wrong passwords, each wait sat out but the last. */
async function failTimes(count: number): Promise<Fresh> {
	const fresh = await makeVault('anna and bob')
	for (let i = 1; i <= count; i++) {
		await tryWrong(fresh.vault)
		if (i < count) fresh.clock.pass(penaltyMs(i))
	}
	return fresh
}

test('penalties: none for three, then 30 s, 1, 5, 15, 60, 60 minutes', () => {
	const minutes = Array.from({ length: 9 }, (_, i) => penaltyMs(i + 1) / minute)
	expect(minutes).toEqual([0, 0, 0, 0.5, 1, 5, 15, 60, 60])
})

test('bad inputs 27, 28: restarted at every try, ten wrong passwords wait as announced and close the slot', async () => {
	const { dir, clock, keys, reopen } = await makeVault('anna and bob')
	const answers: unknown[] = []
	for (let i = 1; i <= 10; i++) {
		const reply = await tryWrong(reopen())
		if (!reply.ok) answers.push(reply.error.params ?? reply.error.code)
		const wait = penaltyMs(i)
		if (i < 10 && wait > 0) expect(await waitSeconds(reopen())).toBe(wait / 1_000) // the right password waits too
		clock.pass(wait)
	}
	const waits = [0, 0, 0, 30, 60, 300, 900, 3_600, 3_600]
	expect(answers).toEqual([...waits.map((seconds, i) => ({ left: 9 - i, waitSeconds: seconds })), 'DISABLED'])
	expect(reopen().slotStates().get(bob.userId)).toBe('disabled')
	clock.pass(day)
	expect(await waitSeconds(reopen())).toBe('DISABLED')
	rmSync(record(dir))
	expect(await waitSeconds(reopen())).toBe('DISABLED')
	const last = reopen()
	must(await last.resetSlot({ keys, ...bob, password: 'ninety green lanterns' }))
	expect(last.slotStates().get(bob.userId)).toBe('new')
	expect(await waitSeconds(reopen(), 'ninety green lanterns')).toBe('ok')
	clock.pass(5 * minute) // anna's name, too, waits since the record went missing
	expect(codeOf(await reopen().unlock(anna))).toBe('ok')
})

test('a try during the wait costs nothing, and the wait is not prolonged by it', async () => {
	const { clock, vault } = await failTimes(4)
	clock.pass(10_000)
	for (let i = 0; i < 20; i++) expect(await waitSeconds(vault, wrong)).toBe(20)
	clock.pass(20_000)
	expect(await tryWrong(vault)).toMatchObject({ error: { params: { left: 5 } } })
})

test('a right password forgets the wrong ones and tells how many there were', async () => {
	const { vault, reopen } = await failTimes(3)
	expect(must(await vault.unlock(bob)).findings.failedBefore).toBe(3)
	expect(must(await reopen().unlock(bob)).findings.failedBefore).toBe(0)
	expect(await tryWrong(reopen())).toMatchObject({ error: { params: { left: 9, waitSeconds: 0 } } })
})

test('people are counted apart', async () => {
	const { vault } = await failTimes(5)
	expect(await waitSeconds(vault)).toBe(60)
	expect(codeOf(await vault.unlock(anna))).toBe('ok')
})

test('the only slot is never closed: it stays at the longest wait', async () => {
	const { clock, vault } = await makeVault()
	let last: unknown
	for (let i = 1; i <= 12; i++) {
		last = await tryWrong(vault, anna.userName)
		clock.pass(penaltyMs(i))
	}
	expect(last).toMatchObject({ error: { code: 'WRONG_PASSWORD', params: { left: 1, waitSeconds: 3_600 } } })
	expect(codeOf(await vault.unlock(anna))).toBe('ok')
})

test('a name nobody has gets the same answers as a real one, to the tenth', async () => {
	const { clock, vault } = await makeVault('anna and bob')
	for (let i = 1; i <= 11; i++) {
		expect(await tryWrong(vault, 'nobody')).toEqual(await tryWrong(vault))
		if (penaltyMs(i) > 0 && i < 10) expect(await tryWrong(vault, 'NOBODY')).toEqual(await tryWrong(vault))
		clock.pass(penaltyMs(i))
	}
	expect(codeOf(await tryWrong(vault, 'nobody'))).toBe('DISABLED')
})

test.each(['counted in this run', 'counted before a restart'])(
	'bad input 29: within a run the wall clock neither shortens nor prolongs a wait %s',
	async (when) => {
		const { clock, vault: first, reopen } = await failTimes(6)
		const vault = when === 'counted in this run' ? first : reopen()
		expect(await waitSeconds(vault)).toBe(300)
		for (const jump of [-365 * day, 3_650 * day, -60 * minute, 4 * minute]) {
			clock.setWall(clock.now() + jump)
			expect(await waitSeconds(vault)).toBe(300)
		}
		clock.pass(5 * minute)
		expect(await waitSeconds(vault)).toBe('ok')
	},
)

test.each([
	['back an hour', -60 * minute],
	['back a year', -365 * day],
	['ahead ten years', 3_650 * day],
])('bad input 29: restarted with the clock %s, the wait starts again in full, once', async (_what, jump) => {
	const { clock, reopen } = await failTimes(6)
	clock.pass(4 * minute)
	clock.setWall(clock.now() + jump)
	expect(await waitSeconds(reopen())).toBe(300)
	clock.pass(3 * minute)
	expect(await waitSeconds(reopen())).toBe(120)
	clock.pass(2 * minute)
	const { findings } = must(await reopen().unlock(bob))
	expect(findings.clockMovedBack).toBe(jump < 0)
	expect(must(await reopen().unlock(bob)).findings.clockMovedBack).toBe(false)
})

test('bad input 29: ahead ten years and back again is no free try and no endless lock', async () => {
	const { clock, reopen } = await failTimes(6)
	const home = clock.now()
	clock.setWall(home + 3_650 * day)
	expect(await waitSeconds(reopen())).toBe(300)
	clock.pass(5 * minute)
	await tryWrong(reopen()) // the seventh, counted in the wrong year
	clock.setWall(home + 6 * minute)
	expect(await waitSeconds(reopen())).toBe(900)
	clock.pass(15 * minute)
	expect(await waitSeconds(reopen())).toBe('ok')
})

test('the mark of the highest time believed follows, gives way to a clock set back, and leaps 30 days at most', () => {
	expect(judgeClock(1_000 * day, 1_000 * day - 5 * minute)).toBe('none')
	expect(judgeClock(1_000 * day, 1_000 * day - 5 * minute - 1)).toBe('back')
	expect(judgeClock(1_000 * day, 1_031 * day)).toBe('forward')
	expect(moveHigh(1_000 * day, 1_001 * day, false)).toBe(1_001 * day)
	expect(moveHigh(1_000 * day, 1_000 * day - minute, false)).toBe(1_000 * day)
	expect(moveHigh(1_000 * day, 900 * day, false)).toBe(900 * day)
	expect(moveHigh(1_000 * day, 5_000 * day, false)).toBe(1_000 * day)
	expect(moveHigh(1_000 * day, 5_000 * day, true)).toBe(1_030 * day)
	expect(waitingSince(5_000 * day, 1_000 * day, 5_001 * day)).toBe(5_000 * day)
})

test.each([
	['deleted', (file: string) => rmSync(file)],
	['emptied', (file: string) => writeFileSync(file, '')],
	['edited', (file: string) => writeFileSync(file, readFileSync(file, 'utf8').replace('"failures":3', '"failures":0'))],
	['not an object', (file: string) => writeFileSync(file, 'null')],
])('bad input 30: attempts.json %s starts at the 5 minute step', async (_how, spoil) => {
	const { dir, clock, reopen } = await failTimes(3)
	spoil(record(dir))
	expect(await waitSeconds(reopen())).toBe(300)
	clock.pass(5 * minute)
	expect(await tryWrong(reopen())).toMatchObject({ error: { params: { left: 3, waitSeconds: 900 } } })
	clock.pass(15 * minute)
	expect(must(await reopen().unlock(bob)).findings).toMatchObject({ attemptRecordLost: true, failedBefore: 7 })
	expect(await tryWrong(reopen())).toMatchObject({ error: { params: { left: 9 } } })
})

test('bad input 30: an older copy put back is noticed', async () => {
	const { dir, vault, reopen } = await failTimes(1)
	const old = readFileSync(record(dir))
	await tryWrong(vault)
	writeFileSync(record(dir), old)
	expect(await waitSeconds(reopen())).toBe(300)
})

test('bad input 30: losing the record late does not give back tries', async () => {
	const { dir, clock, reopen } = await failTimes(8)
	rmSync(record(dir))
	const vault = reopen()
	clock.pass(60 * minute)
	expect(await tryWrong(vault)).toMatchObject({ error: { params: { left: 1 } } })
})

test('bad input 30: a record of another store does not count here', async () => {
	const { dir, reopen } = await failTimes(1)
	const other = await failTimes(2)
	writeFileSync(record(dir), readFileSync(record(other.dir)))
	expect(await waitSeconds(reopen())).toBe(300)
})

test('no record is missed before the first try', async () => {
	const { vault, reopen } = await makeVault('anna and bob')
	expect(vault.slotStates().size).toBe(2)
	expect(must(await reopen().unlock(bob)).findings).toEqual({
		failedBefore: 0,
		attemptRecordLost: false,
		clockMovedBack: false,
	})
})
