import { describe, expect, it } from 'vitest'
import { aDesk, addClaim, value } from '../support/desk.ts'

/** Mulberry32. */
function seeded(seed: number): () => number {
	let state = seed
	return () => {
		state = (state + 0x6d2b79f5) | 0
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state)
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32
	}
}

describe('pages and counts against a plain model', () => {
	it.each([1, 2, 3])('seed %i: every filter walks forward and back over exactly its claims', async (seed) => {
		const { desk } = await aDesk()
		const random = seeded(seed)
		const pick = <T>(list: readonly T[]): T => list[Math.floor(random() * list.length)] as T
		const dates = ['2026-11-01', '2026-11-02', '2026-11-02', '2026-11-19', null, '1950-01-01']
		const tags = ['a', 'b', 'c']
		const ids: string[] = []
		const read = async (id: string) => value(await desk.call('claims.get', { id }))
		for (let turn = 0; turn < 60; turn++) {
			const draft = {
				accidentDate: pick(dates),
				reportedAt: null,
				tags: tags.filter(() => random() < 0.5),
				cause: pick(['追尾 kerb', 'kerbstone', '追尾事故']),
				category: pick(['glass', 'fire', null] as const),
			}
			if (random() < 0.6 || ids.length === 0) ids.push((await addClaim(desk, draft, false)).id)
			else {
				const claim = await read(pick(ids))
				const { accidentDate, tags: had, cause } = claim
				if (claim.status === 'draft' && random() < 0.3)
					value(
						await desk.call('claims.step', {
							id: claim.id,
							from: 'draft',
							to: 'discarded',
							reason: 'x',
							assignee: null,
							keptClaimNo: null,
							settlementMinor: null,
						}),
					)
				else
					value(
						await desk.call('claims.edit', {
							id: claim.id,
							was: { accidentDate, tags: had, cause },
							now: { accidentDate: draft.accidentDate, tags: draft.tags, cause: draft.cause },
						}),
					)
			}
			if (turn === 40) value(await desk.call('claims.archive', { beforeDate: '2026-11-02' }))
		}
		const claims = await Promise.all(ids.map(read))
		const day = (date: string | null) => date ?? '9999-99-99'
		const filters = [
			{},
			{ archived: true },
			{ tags: ['a', 'b'] },
			{ tags: ['b', 'a', 'c'], archived: true },
			{ from: '2026-11-02' },
			{ to: '2026-11-02', archived: true },
			{ from: '2026-11-02', to: '2026-11-02' },
			{ statuses: ['draft' as const, 'discarded' as const], archived: true },
			{ statuses: ['discarded' as const], tags: ['a'] },
			{ categories: ['glass' as const, 'fire' as const], tags: ['c'] },
			{ mine: true, archived: true },
			{ text: '追尾' },
			{ text: '追尾', archived: true, tags: ['a'] },
			{ text: 'kerbst' },
			{ text: 'kerb', statuses: ['draft' as const] },
			{ text: '追尾', from: '2026-11-02', to: '2026-11-19' },
		]
		for (const filter of filters) {
			const f = filter as Record<string, never> & {
				tags?: string[]
				statuses?: string[]
				categories?: string[]
				from?: string
				to?: string
				text?: string
				archived?: boolean
			}
			const wanted = claims.filter(
				(one) =>
					(f.archived || !one.archived) &&
					(!f.tags || one.tags.some((tag) => f.tags?.includes(tag))) &&
					(!f.statuses || f.statuses.includes(one.status)) &&
					(!f.categories || f.categories.includes(one.category ?? '')) &&
					(!f.from || (one.accidentDate !== null && one.accidentDate >= f.from)) &&
					(!f.to || (one.accidentDate !== null && one.accidentDate <= f.to)) &&
					(!f.text ||
						(f.text === 'kerbst'
							? one.cause.includes('kerbst')
							: f.text === 'kerb'
								? one.cause === '追尾 kerb'
								: one.cause.includes(f.text))),
			)
			const forward = []
			let page = value(await desk.call('claims.page', { filter, at: { first: true }, limit: 3 }))
			expect(page.more.before).toBe(false)
			forward.push(...page.rows)
			while (page.more.after) {
				page = value(await desk.call('claims.page', { filter, at: { after: forward.at(-1)?.key as number }, limit: 3 }))
				expect(page.more.before).toBe(true)
				forward.push(...page.rows)
			}
			expect(forward.map((row) => row.id).sort(), JSON.stringify(filter)).toEqual(wanted.map((one) => one.id).sort())
			expect(forward.map((row) => day(row.accidentDate))).toEqual(
				forward
					.map((row) => day(row.accidentDate))
					.sort()
					.reverse(),
			)
			if (forward.length === 0) continue
			const back = [forward.at(-1) as (typeof forward)[0]]
			for (;;) {
				page = value(
					await desk.call('claims.page', { filter, at: { before: (back[0] as (typeof forward)[0]).key }, limit: 2 }),
				)
				back.unshift(...page.rows)
				if (!page.more.before) break
			}
			expect(back.map((row) => row.id)).toEqual(forward.map((row) => row.id))
			const counts = value(
				await desk.call('claims.count', {
					filter,
					days: ['2026-11-02', ''],
					above: forward[2]?.key ?? (forward[0]?.key as number),
				}),
			)
			expect(counts).toEqual({
				total: forward.length,
				above: forward[2] ? 2 : 0,
				days: {
					'2026-11-02': forward.filter((row) => row.accidentDate === '2026-11-02').length,
					'': forward.filter((row) => row.accidentDate === null).length,
				},
			})
			for (const date of ['2026-11-02', '1940-01-01', '2026-12-31']) {
				const at = value(await desk.call('claims.page', { filter, at: { date }, limit: 200 }))
				expect(at.rows.map((row) => row.id)).toEqual(
					forward.filter((row) => row.accidentDate !== null && row.accidentDate <= date).map((row) => row.id),
				)
				expect(at.more.before).toBe(forward.some((row) => row.accidentDate === null || row.accidentDate > date))
			}
		}
	})
})
