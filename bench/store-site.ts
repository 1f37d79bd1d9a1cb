import { existsSync, mkdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { type City, cities } from '../shared/claims/cities.ts'
import type { Reply } from '../shared/desk-api/errors.ts'
import type { Desk } from '../shared/desk-api/verbs.ts'
import { deedsOf, loadClaims } from '../src-main/demo/load.ts'
import { type SampleClaim, withoutHistory } from '../src-main/demo/sample-claim.ts'
import { makeSamples } from '../src-main/demo/samples.ts'
import { type Core, sessionOf } from '../src-main/desk/core.ts'
import { createDeskWithCore } from '../src-main/desk/desk.ts'
import { openStore } from '../src-main/store/open.ts'
import { percentile } from './figures.ts'

/** A site filled with samples, and signing in to it. */

export const login = { userName: 'bench', password: 'slow gravel under fast wheels' }

export function value<T>(reply: Reply<T>): T {
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`)
	return reply.value
}

export const signIn = async (desk: Desk): Promise<void> =>
	void value(await desk.call('session.signIn', { ...login, acceptLoss: false }))

export const keepAwake = (core: Core): void => {
	if (core.session !== null) core.session.touched = core.clock.monotonic()
}

/** Claims made up at a time, before the clock runs. */
const batchSize = 5_000

function* inBatches<T>(items: Iterable<T>): Generator<T[]> {
	let batch: T[] = []
	for (const item of items) {
		batch.push(item)
		if (batch.length < batchSize) continue
		yield batch
		batch = []
	}
	if (batch.length > 0) yield batch
}

/** @returns claims written per second; making them up does not count */
async function load(core: Core, claims: number): Promise<number> {
	const session = sessionOf(core)
	let spent = 0
	let done = 0
	for (const batch of inBatches<SampleClaim>(makeSamples({ count: claims }))) {
		const deeds = batch.flatMap((claim) => deedsOf(withoutHistory(claim), true))
		const started = performance.now()
		done += await loadClaims(core, session, deeds, { perTransaction: 2_000 })
		spent += performance.now() - started
		keepAwake(core)
		if (done % 50_000 === 0) console.log(`loaded ${done} claims, ${Math.round(done / (spent / 1000))} a second`)
	}
	if (done !== claims) throw new Error(`loaded ${done} of ${claims} claims`)
	return Math.round(done / (spent / 1000))
}

/** Makes the site in the folder unless it is there. @returns claims a second when it was loaded */
export async function prepareSite(dir: string, claims: number): Promise<number> {
	const known = join(dir, 'bench.json')
	if (existsSync(known)) {
		const found = JSON.parse(readFileSync(known, 'utf8')) as { claims: number; loadPerSec: number }
		if (found.claims !== claims) throw new Error(`${dir} holds ${found.claims} claims, not ${claims}`)
		return found.loadPerSec
	}
	mkdirSync(dir, { recursive: true })
	const { desk, core } = await createDeskWithCore({ dir })
	try {
		const city = cities[0] as City
		value(await desk.call('setup.create', { siteName: 'Bench', city, displayName: 'Bench', ...login, language: 'en' }))
		const loadPerSec = await load(core, claims)
		writeFileSync(known, JSON.stringify({ claims, loadPerSec }))
		return loadPerSec
	} finally {
		await desk.close()
	}
}

/** Median of opening the store with its key in hand: every check of a start, without deriving the key. */
export async function timeOpening(dir: string): Promise<number> {
	const { desk, core } = await createDeskWithCore({ dir })
	try {
		const state = core.vault.state()
		if (state.kind !== 'ready') throw new Error('no site')
		const { keys } = value(await core.vault.unlock(login))
		const times = Array.from({ length: 9 }, () => {
			const started = performance.now()
			const store = value(openStore({ dir, key: keys.db, deviceId: state.deviceId, fresh: false }))
			const took = performance.now() - started
			store.close()
			return took
		})
		keys.wipe()
		return percentile(times, 0.5)
	} finally {
		await desk.close()
	}
}

export const fileMB = (dir: string): number => Math.round(statSync(join(dir, 'claims.db')).size / 1e6)
