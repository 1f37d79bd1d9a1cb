import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { v7 as uuidv7 } from 'uuid'
import { expect, onTestFinished } from 'vitest'
import type { Role } from '../../shared/access/roles.ts'
import { cities } from '../../shared/claims/cities.ts'
import type { ClaimView } from '../../shared/desk-api/claims.ts'
import type { DeskError, Reply } from '../../shared/desk-api/errors.ts'
import type { Desk } from '../../shared/desk-api/verbs.ts'
import { createDeskWithCore } from '../../src-main/desk/desk.ts'
import type { Clock } from '../../src-main/vault/clock.ts'
import { aForm } from './claim.ts'

export const password = 'wet gravel on the ring road'
export const temporary = 'temporary gravel for monday'
/** The lowest cost a slot may have: tests try many passwords. */
export const lightKdf = { m: 65_536, t: 2, p: 1 }

export type TestClock = Clock & { advance(ms: number): void; setWall(ms: number): void }

/** A clock the test moves: 2026-11-20 10:00 in Shanghai. */
export function aClock(): TestClock {
	let wall = Date.parse('2026-11-20T02:00:00.000Z')
	let monotonic = 1_000
	return {
		now: () => wall,
		monotonic: () => monotonic,
		advance(ms) {
			wall += ms
			monotonic += ms
		},
		setWall(ms) {
			wall = ms
		},
	}
}

export function aFolder(): string {
	const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-'))
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
	return dir
}

export function value<T>(reply: Reply<T>): T {
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`)
	return reply.value
}

export function error(reply: Reply<unknown>): DeskError {
	expect(reply.ok).toBe(false)
	return (reply as { error: DeskError }).error
}

export async function openDesk(dir: string, clock: TestClock = aClock()) {
	const made = await createDeskWithCore({ dir, clock, kdf: lightKdf, version: 'test' })
	onTestFinished(() => made.desk.close())
	return { ...made, dir, clock }
}

export const site = {
	siteName: '上海浦东营业部',
	city: cities[0] as (typeof cities)[number],
	displayName: 'Li Wei',
	userName: 'liwei',
	password,
	language: 'zh-CN' as const,
}

/** A desk set up and signed in as administrator and adjuster. */
export async function aDesk(clock: TestClock = aClock()) {
	const opened = await openDesk(aFolder(), clock)
	value(await opened.desk.call('setup.create', site))
	return opened
}

export const signIn = (desk: Desk, userName: string, word: string) =>
	desk.call('session.signIn', { userName, password: word, acceptLoss: false })

/** Adds a person with these roles (signed in as administrator before) and signs that person in. */
export async function becomeSomeone(desk: Desk, userName: string, roles: Role[], granted: '*' | string[] = '*') {
	const own = `${userName} has a long password`
	value(
		await desk.call('people.add', {
			userName,
			displayName: userName,
			roles,
			cities: granted,
			temporaryPassword: temporary,
		}),
	)
	value(await signIn(desk, userName, temporary))
	value(await desk.call('session.changePassword', { current: temporary, next: own }))
	return own
}

/** Saves a claim through the desk as New claim does. */
export async function addClaim(desk: Desk, more: Parameters<typeof aForm>[0] = {}, submit = true): Promise<ClaimView> {
	return value(await desk.call('claims.save', { id: uuidv7(), form: aForm(more), submit }))
}
