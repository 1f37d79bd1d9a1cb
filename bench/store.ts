import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { ClaimForm } from '../shared/claims/claim.ts'
import { addDays } from '../shared/claims/dates.ts'
import { lastDay } from '../src-main/demo/calendar.ts'
import { makeRandom } from '../src-main/demo/random.ts'
import { makeSamples } from '../src-main/demo/samples.ts'
import { sessionOf } from '../src-main/desk/core.ts'
import { createDeskWithCore } from '../src-main/desk/desk.ts'
import { keyCeiling, keysOfDay } from '../src-main/store/list-key.ts'
import { compare, type Figure, round } from './figures.ts'
import { measureLoopDelay } from './store-loop.ts'
import { prepareRaw } from './store-raw.ts'
import { fileMB, keepAwake, prepareSite, signIn, timeOpening, value } from './store-site.ts'

/**
 * The desk on a full store, against the raw library in the same process, on the same connection to the same encrypted
 * file: npm run bench -- store --claims 1000000 [--dir FOLDER to keep or reuse the data] [--rounds 400]
 */

const { values } = parseArgs({
	options: { claims: { type: 'string' }, dir: { type: 'string' }, rounds: { type: 'string' } },
})
const claims = Number(values.claims ?? 100_000)
const rounds = Number(values.rounds ?? 400)
const dir = values.dir === undefined ? mkdtempSync(join(tmpdir(), 'fieldclaim-bench-')) : resolve(values.dir)
const common = ['bumper', 'driver', '报案', 'Toyota', '保险杠']
const twoCharacters = ['追尾', '刮擦', '路口', '倒车', '拖车']

/** New forms to save, of accidents in the last two weeks as on a working day, with other records each time. */
function newForms(count: number, seed: number): ClaimForm[] {
	const submitted = [...makeSamples({ count: count * 2, seed })].filter((claim) => claim.submitted)
	return submitted.slice(0, count).map(({ form }, n) => {
		const accidentDate = addDays(lastDay, -(n % 14))
		return { ...form, accidentDate, reportedAt: `${accidentDate}T12:00:00.000Z` }
	})
}

async function measure() {
	const { desk, core } = await createDeskWithCore({ dir })
	await signIn(desk)
	const db = sessionOf(core).db
	const raw = prepareRaw(db)
	for (const plan of raw.plans()) console.log(`raw plan: ${plan.join(' | ')}`)
	const asked = raw.sample(4_000).sort((a, b) => a.key - b.key)
	const random = makeRandom(7, 0)
	/** Far down: among the oldest tenth. */
	const deepKey = () => asked[random.int(20, Math.floor(asked.length / 10))]?.key as number
	/** Thirty days that hold claims. */
	const month = () => {
		const to = random.pick(asked).accidentDate
		return { from: addDays(to, -29), to }
	}
	const page = async (input: Parameters<typeof desk.call<'claims.page'>>[1]) =>
		value(await desk.call('claims.page', input))
	const text = async (words: string, least: number) => {
		const { rows } = await page({ filter: { text: words }, at: { first: true }, limit: 50 })
		if (rows.length < least) throw new Error(`searching ${words} found ${rows.length}`)
	}
	const cycle = <T>(list: readonly T[], n: number): T => list[n % list.length] as T
	const match = (words: string) =>
		/^[\x20-\x7e]*$/.test(words)
			? `"${words}"`
			: `"${[...words]
					.slice(1)
					.map((c, at) => [...words][at] + c)
					.join(' ')}"`

	const figures: Record<string, Figure> = {}
	const run = async (
		name: string,
		times: number,
		ours: (n: number) => Promise<unknown>,
		theirs: (n: number) => unknown,
		between?: () => void,
	) => {
		keepAwake(core)
		figures[name] = await compare(times, ours, theirs, between)
		console.log(name.padEnd(16), JSON.stringify(figures[name]))
	}
	await run(
		'pageFirst',
		rounds,
		() => page({ filter: {}, at: { first: true }, limit: 50 }),
		() => raw.page(keyCeiling),
	)
	await run(
		'pageDeep',
		rounds,
		() => page({ filter: {}, at: { after: deepKey() }, limit: 50 }),
		() => raw.page(deepKey()),
	)
	await run(
		'pageFiltered',
		rounds,
		() => page({ filter: { ...month(), statuses: ['closed'], cities: ['GZ'] }, at: { first: true }, limit: 50 }),
		() => {
			const { from, to } = month()
			return raw.filtered('closed', 'GZ', keysOfDay(from).low, keysOfDay(to).high)
		},
	)
	await run(
		'policyLookup',
		rounds,
		async () => value(await desk.call('claims.byPolicy', { policyNo: random.pick(asked).policyNo })),
		() => raw.policy(random.pick(asked).policyKey),
	)
	await run(
		'searchRare',
		rounds,
		() => text(random.pick(asked).policyNo, 1),
		() => raw.search(`"${random.pick(asked).policyKey.toLowerCase()}"`),
	)
	await run(
		'searchCommon',
		rounds,
		(n) => text(cycle(common, n), 50),
		(n) => raw.search(match(cycle(common, n))),
	)
	await run(
		'searchTwoChars',
		rounds,
		(n) => text(cycle(twoCharacters, n), 50),
		(n) => raw.search(match(cycle(twoCharacters, n))),
	)
	const rssMB = Math.round(process.memoryUsage().rss / 1e6)
	const forms = newForms(rounds + 30, 41)
	const rawForms = newForms(rounds + 30, 42).map((form) => JSON.stringify(form))
	await run(
		'saveClaim',
		rounds,
		async (n) =>
			value(await desk.call('claims.save', { id: random.uuid(Date.now()), form: cycle(forms, n), submit: true })),
		(n) => raw.insert(random.uuid(Date.now()), cycle(rawForms, n)),
		// Nobody enters two claims within a second and a half: by then the desk has folded in its log.
		() => core.session?.store.idleCheckpoint(),
	)
	raw.clear()
	await desk.close()
	return { figures: figures as Record<string, Figure>, rssMB }
}

/** @returns one line per bar */
function judge(figures: Record<string, Figure>, loopDelayP99Ms: number): string[] {
	const of = (name: string) => figures[name] as Figure
	const first = of('pageFirst').p50
	const bars: [string, number, number][] = [
		...['pageFirst', 'pageDeep', 'pageFiltered', 'policyLookup'].map((name): [string, number, number] => [
			`${name} / raw`,
			of(name).ratio,
			4,
		]),
		['pageDeep / pageFirst', of('pageDeep').p50 / first, 2],
		['searchCommon / pageFirst', of('searchCommon').p50 / first, 5],
		['searchTwoChars / pageFirst', of('searchTwoChars').p50 / first, 5],
		['saveClaim / raw', of('saveClaim').ratio, 5],
		['saveClaim p99 / p50', of('saveClaim').p99 / of('saveClaim').p50, 10],
		['loop delay p99, ms', loopDelayP99Ms, 20],
	]
	return bars.map(
		([name, found, most]) => `${found <= most ? 'ok    ' : 'MISSED'} ${name}: ${round(found)} (at most ${most})`,
	)
}

try {
	const loadPerSec = await prepareSite(dir, claims)
	const dbMB = fileMB(dir)
	const openMs = round(await timeOpening(dir))
	const { figures, rssMB } = await measure()
	const loopDelayP99Ms = round(await measureLoopDelay(dir, newForms(1_000, 43)))
	for (const line of judge(figures, loopDelayP99Ms)) console.log(line)
	console.log(`RESULT ${JSON.stringify({ claims, loadPerSec, openMs, dbMB, rssMB, ...figures, loopDelayP99Ms })}`)
} finally {
	if (values.dir === undefined) rmSync(dir, { recursive: true, force: true })
}
