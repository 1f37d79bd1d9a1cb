import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import { text } from 'node:stream/consumers'
import { cities } from '../../shared/claims/cities.ts'
import type { ClaimForm } from '../../shared/claims/claim.ts'
import { addDays, todayAt } from '../../shared/claims/dates.ts'
import { zoneOffset } from '../../shared/claims/validate.ts'
import type { Language } from '../../shared/desk-api/session.ts'
import type { Input } from '../../shared/desk-api/verbs.ts'
import { nodeProgram } from './desk-process.ts'
import { firstUser } from './pages.ts'

/** A data folder with a site and claims, made before the shell of a test starts on it. */

const shanghai = cities[0] as (typeof cities)[number]

type SeedClaim = { form: Partial<ClaimForm>; submit?: boolean }
/** Claims begin as the reference call's, of yesterday, with what `form` gives. */
export type Seed = { language?: Language; siteName?: string; claims?: readonly SeedClaim[] }
/** What the making process is told. */
export type SiteOrder = { dir: string; setUp: Input<'setup.create'>; claims: readonly SeedClaim[] }
export type MadeClaim = { id: string; claimNo: string }

/** A wall date at the site. @param days before today */
export function daysAgo(days: number): string {
	const now = Date.now()
	return addDays(todayAt(now, zoneOffset(shanghai.timeZone, now)), -days)
}

/** @returns the claims, in the order of the seed */
export async function makeSite(dir: string, seed: Seed): Promise<MadeClaim[]> {
	const usual = { accidentDate: daysAgo(1), reportedAt: new Date().toISOString() }
	const order: SiteOrder = {
		dir,
		setUp: {
			...firstUser,
			siteName: seed.siteName ?? 'Pudong branch',
			city: shanghai,
			language: seed.language ?? 'en',
		},
		claims: (seed.claims ?? []).map(({ form, ...more }) => ({ ...more, form: { ...usual, ...form } })),
	}
	const child = spawn(nodeProgram, [join(import.meta.dirname, 'make-site-child.ts')], {
		env: { ...process.env, NODE_OPTIONS: '' },
		stdio: ['pipe', 'pipe', 'inherit'],
		windowsHide: true,
	})
	const closed = once(child, 'close')
	child.stdin.end(JSON.stringify(order))
	const said = await text(child.stdout)
	await closed
	if (child.exitCode !== 0) throw new Error('The site of the test could not be made')
	return JSON.parse(said) as MadeClaim[]
}
