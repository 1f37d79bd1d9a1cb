import Database from 'better-sqlite3'
import { describe, expect, it } from 'vitest'
import { readOnly } from '../../src-main/store/connection.ts'
import { countSql, type ListFilter, pageSql, planList, policySql } from '../../src-main/store/list.ts'
import { migration } from '../../src-main/store/migrations/001-claims.ts'

function aStore() {
	const db = new Database(':memory:')
	migration.up(db)
	return readOnly(db)
}

const filters: Record<string, Partial<ListFilter>> = {
	none: {},
	'date range': { from: '2026-01-01', to: '2026-02-01' },
	status: { statuses: ['closed'] },
	'two statuses': { statuses: ['closed', 'denied'] },
	category: { categories: ['theft'] },
	'category and status': { categories: ['theft'], statuses: ['closed'] },
	city: { cities: ['SH'] },
	mine: { holder: 'someone' },
	'everything but text': {
		holder: 'x',
		statuses: ['closed'],
		categories: ['theft'],
		cities: ['SH'],
		from: '2026-01-01',
	},
	tags: { tags: ['tow', '高速'] },
	'tag and status': { tags: ['tow'], statuses: ['closed'] },
	text: { text: '追尾 gravel' },
	'text and status': { text: '追尾', statuses: ['closed'] },
	archived: { archived: true },
}

function explain(db: ReturnType<typeof aStore>, text: string, values: object): string[] {
	return (db.prepare(`EXPLAIN QUERY PLAN ${text}`).all(values) as { detail: string }[]).map((row) => row.detail)
}

describe('R10 R11: query plans', () => {
	const db = aStore()
	for (const [name, filter] of Object.entries(filters))
		it(`R11: a page and a count by ${name} use an index in list order: no sort, no scan of the table`, () => {
			const plan = planList(db, { cities: null, holder: null, ...filter })
			if (plan === null) throw new Error('no plan')
			const values = { ...plan.values, ...plan.range, ...plan.arms[0], limit: 51 }
			for (const text of [pageSql(plan, 'DESC'), pageSql(plan, 'ASC'), countSql(plan)]) {
				const steps = explain(db, text, values)
				expect(steps.filter((step) => /TEMP B-TREE|SCAN (c|claim)\b/.test(step))).toEqual([])
				expect(text).not.toMatch(/OFFSET/i)
				if (plan.lead === 'text') expect(steps[0]).toMatch(/^SCAN t VIRTUAL TABLE INDEX \d*:M1/)
				else expect(steps[0]).toMatch(/^SEARCH [ct] USING (COVERING INDEX|INDEX|PRIMARY KEY) .*key>\? AND key<\?/)
			}
		})

	it('R11: the unfiltered list reads nothing but its covering index', () => {
		const plan = planList(db, { cities: null, holder: null })
		if (plan === null) throw new Error('no plan')
		const steps = explain(db, pageSql(plan, 'DESC'), { ...plan.range, ...plan.arms[0], limit: 51 })
		expect(steps).toEqual(['SEARCH c USING COVERING INDEX claim_by_date (archived=? AND key>? AND key<?)'])
	})

	it('R5 R11: the claims of a policy come from its index, in list order', () => {
		const steps = explain(db, policySql, { key: 'A', cities: null })
		expect(steps[0]).toBe('SEARCH c USING INDEX claim_by_policy (policyKey=?)')
		expect(steps.filter((step) => step.includes('TEMP B-TREE'))).toEqual([])
	})

	it('R11: this test would see a sort and a scan', () => {
		const steps = explain(db, 'SELECT * FROM claim ORDER BY place', {})
		expect(steps.join()).toMatch(/SCAN claim.*TEMP B-TREE/)
	})
})
