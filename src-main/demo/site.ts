import { existsSync, mkdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { type City, cities } from '../../shared/claims/cities.ts'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { audit, type Core, type Session, write } from '../desk/core.ts'
import { createDeskWithCore } from '../desk/desk.ts'
import { writeAccount } from '../store/accounts.ts'
import { lockFolder } from '../store/folder-lock.ts'
import { adoptBlock } from '../store/numbers.ts'
import { moveOver } from '../store/replace-file.ts'
import type { Clock } from '../vault/clock.ts'
import type { KdfParams } from '../vault/kdf.ts'
import { samplesEnd } from './calendar.ts'
import { deedsOf, loadClaims } from './load.ts'
import { demoBlock, makeMinter } from './minter.ts'
import { makeSamples } from './samples.ts'
import { demoUser, type Staff, staff } from './staff.ts'

/** Passphrases of the people who can sign in to the demo. They protect made-up claims only. */
export const logins: Readonly<Record<'demo' | 'supervisor' | 'auditor', string>> = {
	demo: 'three red lanterns at dusk',
	supervisor: 'seven grey herons by the lock',
	auditor: 'nine quiet ledgers in a row',
}

/** In the folder of a demo, so that nothing else is ever taken for one and replaced. */
const marker = 'demo.json'

export type FolderKind = 'none' | 'demo' | 'other'

/** other: a folder that is not a demo's; it is never touched. */
export function judgeFolder(dir: string): FolderKind {
	if (existsSync(join(dir, marker))) return 'demo'
	return existsSync(dir) ? 'other' : 'none'
}

/** The desk's clock while a demo is made: it is moved through the three years, wall and monotonic time together. */
function makeClock(start: number): Clock & { moveTo(ms: number): void } {
	const origin = performance.now()
	let ahead = 0
	const passed = (): number => performance.now() - origin + ahead
	return {
		now: () => Math.floor(start + passed()),
		monotonic: passed,
		moveTo(ms) {
			ahead = Math.max(ahead, ms - start)
		},
	}
}

export type SiteOptions = {
	count: number
	kdf?: KdfParams
	signal?: AbortSignal
	/** Share of the deeds written so far, 0–1. */
	onProgress?: (share: number) => void
}

/** Gives one of the staff a key slot with a password of his own, as an administrator and then he himself would. */
async function giveLogin(core: Core, session: Session, person: Staff, password: string): Promise<Reply<null>> {
	const { id: userId, userName, displayName } = person
	const temporary = `temporary for ${password}`
	const opens = person.roles.includes('administrator')
	const added = await core.vault.addSlot({ keys: session.keys, userId, userName, password: temporary, opens })
	if (!added.ok) return added
	return core.vault.changePassword({ userId, userName, displayName, current: temporary, next: password })
}

async function fillSite(
	core: Core,
	session: Session,
	clock: ReturnType<typeof makeClock>,
	options: SiteOptions,
): Promise<Reply<null>> {
	const people = staff.map((one) => (one.userName === demoUser.userName ? { ...one, id: session.account.id } : one))
	write(core, session, [], (db) => {
		for (const person of people) {
			writeAccount(db, person)
			if (person.id !== session.account.id) audit(core, session, db, 'people.add', person.id, { roles: person.roles })
		}
	})
	// Key derivation works in other threads meanwhile.
	const named = (userName: string): Staff => people.find((one) => one.userName === userName) as Staff
	const given = (async () => {
		const first = await giveLogin(core, session, named('supervisor'), logins.supervisor)
		return first.ok ? giveLogin(core, session, named('auditor'), logins.auditor) : first
	})()
	const minter = makeMinter()
	const deeds = [...makeSamples({ count: options.count, people }, minter)].flatMap((claim) => deedsOf(claim))
	deeds.sort((a, b) => a.at - b.at)
	const loaded = await loadClaims(core, session, deeds, {
		perTransaction: 1_000,
		...(options.signal && { signal: options.signal }),
		onProgress(done, at) {
			clock.moveTo(at)
			// The desk locks itself when nobody touches it for ten minutes; here months pass in between.
			session.touched = clock.monotonic()
			session.since = clock.monotonic()
			options.onProgress?.(done / deeds.length)
		},
	})
	const logged = await given
	if (!logged.ok) return logged
	if (loaded < deeds.length) return fail('CLOSED')
	clock.moveTo(samplesEnd)
	session.touched = clock.monotonic()
	session.since = clock.monotonic()
	write(core, session, [], (db) => adoptBlock(db, demoBlock, minter.next(demoBlock)))
	return ok(null)
}

/** Builds the whole site in a folder of its own. */
async function buildSite(dir: string, options: SiteOptions): Promise<Reply<null>> {
	const clock = makeClock(Date.parse(demoUser.createdAt))
	const { desk, core } = await createDeskWithCore({ dir, clock, ...(options.kdf && { kdf: options.kdf }) })
	try {
		const { userName, displayName } = demoUser
		const city = cities.find((one) => one.code === 'SH') as City
		const siteName = '上海浦东示范营业部'
		const made = await desk.call('setup.create', {
			siteName,
			city,
			displayName,
			userName,
			password: logins.demo,
			language: 'zh-CN',
		})
		if (!made.ok) return made
		const { session } = core
		const state = core.vault.state()
		if (session === null || state.kind !== 'ready') throw new Error('set up, but not signed in')
		const named = cities.filter((one) => ['SH', 'BJ', 'GZ'].includes(one.code))
		const labelled = core.vault.setLabel({ ...state.label, cities: named })
		return labelled.ok ? await fillSite(core, session, clock, options) : labelled
	} finally {
		await desk.close()
	}
}

/** Takes the folder to make sure that no desk has it open; errors are those of lockFolder. */
function checkFree(dir: string): Reply<null> {
	const locked = lockFolder(dir)
	if (!locked.ok) return locked
	locked.value.release()
	return ok(null)
}

/**
 * Makes a demo site, or makes it anew. It is built beside its place and moved there when it is whole, so that one that
 * was interrupted leaves nothing but a folder which the next attempt clears away.
 *
 * Errors: EXISTS when the folder holds anything but a demo; IN_USE when a desk has it, or its new copy, open; CLOSED when
 * the signal ended it; those of setup.create.
 */
export async function makeSite(dir: string, options: SiteOptions): Promise<Reply<null>> {
	const kind = judgeFolder(dir)
	if (kind === 'other') return fail('EXISTS')
	const parent = dirname(dir)
	mkdirSync(parent, { recursive: true })
	const building = join(parent, `.${basename(dir)}.new`)
	const replaced = join(parent, `.${basename(dir)}.old`)
	for (const folder of [building, ...(kind === 'demo' ? [dir] : [])]) {
		const free = existsSync(folder) ? checkFree(folder) : ok(null)
		if (!free.ok) return free
	}
	for (const folder of [building, replaced]) rmSync(folder, { recursive: true, force: true })
	const built = await buildSite(building, options)
	if (!built.ok) {
		rmSync(building, { recursive: true, force: true })
		return built
	}
	writeFileSync(join(building, marker), `${JSON.stringify({ claims: options.count })}\n`, { flush: true, mode: 0o600 })
	if (kind === 'demo') renameSync(dir, replaced)
	moveOver(building, dir)
	rmSync(replaced, { recursive: true, force: true })
	return ok(null)
}

/** How many claims the demo was made with. */
export function claimsIn(dir: string): number {
	const { claims } = JSON.parse(readFileSync(join(dir, marker), 'utf8')) as { claims: number }
	return claims
}
