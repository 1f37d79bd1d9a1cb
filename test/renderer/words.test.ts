import i18next, { type TFunction } from 'i18next'
import { beforeAll, describe, expect, test } from 'vitest'
import { roles } from '../../shared/access/roles.ts'
import * as lists from '../../shared/claims/fields.ts'
import { steps } from '../../shared/claims/status.ts'
import { errorCodes } from '../../shared/desk-api/errors.ts'
import { en } from '../../src-renderer/words/en.ts'
import { sayError, sayIssue, sayPassword } from '../../src-renderer/words/say.ts'
import { zhCN } from '../../src-renderer/words/zh-CN.ts'

type Tree = { readonly [key: string]: string | Tree }
function leaves(tree: Tree, path = ''): [string, string][] {
	return Object.entries(tree).flatMap(([key, value]) =>
		typeof value === 'string' ? [[`${path}${key}`, value] as [string, string]] : leaves(value, `${path}${key}.`),
	)
}
const placeholders = (text: string) => [...new Set([...text.matchAll(/\{\{\s*(\w+)/g)].map((match) => match[1]))].sort()

const english = new Map(leaves(en))
const chinese = new Map(leaves(zhCN))

beforeAll(() =>
	i18next.init({
		lng: 'en',
		ns: ['words'],
		defaultNS: 'words',
		resources: { en: { words: en }, 'zh-CN': { words: zhCN } },
		interpolation: { escapeValue: false },
	}),
)

describe('R44: Chinese and English', () => {
	test('both say something under every key, and fill in the same values', () => {
		expect([...chinese.keys()].sort()).toEqual([...english.keys()].sort())
		for (const [key, text] of english) {
			expect(text.trim(), key).not.toBe('')
			expect(chinese.get(key)?.trim(), key).not.toBe('')
			expect(placeholders(chinese.get(key) ?? ''), key).toEqual(placeholders(text))
		}
	})

	test('every failure has what happened, what is safe and what to do, in both', () => {
		for (const language of ['en', 'zh-CN']) {
			const t = i18next.getFixedT(language) as unknown as TFunction<'words'>
			for (const code of errorCodes) {
				const said = sayError(t, {
					code,
					params: { left: 3, waitSeconds: 4, reason: 'common', lost: 2, found: 9, supported: 8 },
				})
				for (const words of [said.title, said.safe, said.todo, ...said.details]) {
					expect(words, code).not.toMatch(/^errors\.|\{\{/)
					expect(words.length, code).toBeGreaterThan(2)
				}
			}
		}
	})

	test('every closed list, role and guard has words', () => {
		const named: [object, readonly string[]][] = [
			[en.fields.status, lists.statuses],
			[en.fields.category, lists.categories],
			[en.fields.triState, lists.triStates],
			[en.fields.timeQuality, lists.timeQualities],
			[en.fields.reportChannel, lists.reportChannels],
			[en.fields.policyUnknownReason, lists.policyUnknownReasons],
			[en.fields.personRole, lists.personRoles],
			[en.fields.vehicleSide, lists.vehicleSides],
			[en.fields.severity, lists.severities],
			[en.fields.police, lists.policeStates],
			[en.fields.role, roles],
			[en.fields.roleMeans, roles],
			[en.errors.guard, [...new Set(steps.flatMap((step) => step.guards))]],
		]
		for (const [words, values] of named) expect(Object.keys(words).sort()).toEqual([...values].sort())
	})

	test('what is unknown to the words is still said, not shown as a key', () => {
		const t = i18next.getFixedT('en') as unknown as TFunction<'words'>
		expect(sayIssue(t, { path: 'x', code: 'toString' })).toBe(en.errors.issue.invalid)
		expect(sayIssue(t, { path: 'x', code: 'too-long', params: { most: 40 } })).toBe('Too long: at most 40 characters')
		expect(sayPassword(t, 'nonsense')).toBe(en.errors.password.other)
	})
})
