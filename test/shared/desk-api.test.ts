import { describe, expect, test } from 'vitest'
import { z } from 'zod'
import { actions } from '../../shared/access/roles.ts'
import { errorCodes } from '../../shared/desk-api/errors.ts'
import { verbNames, verbs } from '../../shared/desk-api/verbs.ts'

const open = Object.entries(verbs).filter(([, one]) => one.needs === 'nothing')

describe('R22: every verb says what it needs', () => {
	test.for(verbNames)('%s has a need, an input, an output and a bound', (name) => {
		const one = verbs[name]
		expect(['nothing', 'session', ...actions]).toContain(one.needs)
		expect(one.input).toBeInstanceOf(z.ZodType)
		expect(one.output).toBeInstanceOf(z.ZodType)
		expect(one.most).toBeGreaterThan(0)
		expect(one.most).toBeLessThanOrEqual(1_000_000)
		expect(name).toMatch(/^[a-z]+\.[a-zA-Z]+$/)
	})

	test.for(verbNames)('%s takes an object and no key it does not know', (name) => {
		const { input } = verbs[name]
		for (const wrong of [undefined, null, 0, '', 'x', true, []]) expect(input.safeParse(wrong).success).toBe(false)
		const stray = input.safeParse({ stray: 1 })
		expect(stray.success).toBe(false)
		expect(stray.error?.issues.some((issue) => issue.code === 'unrecognized_keys')).toBe(true)
	})

	test('before sign-in only these answer', () => {
		expect(open.map(([name]) => name).sort()).toEqual([
			'app.language',
			'app.state',
			'session.lock',
			'session.signIn',
			'setup.create',
			'vault.judge',
		])
	})

	test('error codes are distinct, and plain capitals', () => {
		expect(new Set(errorCodes).size).toBe(errorCodes.length)
		for (const code of errorCodes) expect(code).toMatch(/^[A-Z]+(_[A-Z]+)*$/)
	})
})
