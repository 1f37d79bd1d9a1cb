import { describe, expect, test } from 'vitest'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { verbNames } from '../../shared/desk-api/verbs.ts'
import { type Gate, type Handlers, mostInFlight, register } from '../../src-main/desk/registrar.ts'

type Any = (input: never) => unknown
/** A stand-in that notes what it was given. */
const noting =
	<T>(seen: unknown[], answer: T) =>
	(given: unknown): T => {
		seen.push(given)
		return answer
	}
const id = '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b'

function deskWith(some: Record<string, Any>, gate: Partial<Gate<string>> = {}) {
	const all = Object.fromEntries(verbNames.map((name) => [name, some[name] ?? (() => fail('NOT_FOUND'))]))
	return register(all as unknown as Handlers<string>, {
		admit: () => ok('context'),
		fault: () => ({ code: 'INTERNAL', params: { ref: 'abc123' } }),
		...gate,
	})
}

describe('order of the checks', () => {
	test('H12: names that are no verbs, inherited ones among them, are UNKNOWN_VERB before anything is asked', async () => {
		const asked: unknown[] = []
		const desk = deskWith({}, { admit: noting(asked, ok('context')) })
		for (const name of ['', 'claims', 'claims.gone', '__proto__', 'constructor', 'toString', 'hasOwnProperty', 'then'])
			expect(await desk.call(name, {})).toEqual(fail('UNKNOWN_VERB'))
		for (const name of [null, undefined, 7, {}, ['app.state'], Symbol('s')])
			expect(await desk.call(name as never, {})).toEqual(fail('UNKNOWN_VERB'))
		expect(asked).toEqual([])
	})

	test('R22: a locked desk answers LOCKED to good and bad input alike, and looks at neither', async () => {
		const asked: unknown[] = []
		const desk = deskWith({}, { admit: noting(asked, fail('LOCKED')) })
		let read = false
		const look = () => {
			read = true
		}
		const spy = Object.defineProperty({}, 'id', { get: look, enumerable: true })
		for (const input of [{ id }, { id: 'wrong' }, null, spy, 'x'.repeat(1e6)])
			expect(await desk.call('claims.get', input)).toEqual(fail('LOCKED'))
		expect(read).toBe(false)
		expect(new Set(asked)).toEqual(new Set(['claim.read']))
	})

	test('each verb asks for exactly what its table row needs', async () => {
		const { verbs } = await import('../../shared/desk-api/verbs.ts')
		for (const name of verbNames) {
			const needs: unknown[] = []
			await deskWith({}, { admit: noting(needs, fail('DENIED')) }).call(name, {})
			expect(needs).toEqual([verbs[name].needs])
		}
	})
})

describe('input', () => {
	const seen = (most: { value?: unknown }) =>
		deskWith({
			'claims.note': ((input: unknown) => {
				most.value = input
				return fail('NOT_FOUND')
			}) as Any,
		})

	test('the handler gets a fresh, cleaned copy', async () => {
		const got: { value?: unknown } = {}
		const input = { id, text: '  追尾 \u0007café ' }
		await seen(got).call('claims.note', input)
		expect(got.value).toEqual({ id, text: '追尾 café' })
		expect(got.value).not.toBe(input)
		expect(input.text).toBe('  追尾 \u0007café ')
	})

	test('a field set to undefined is a field left out; -0 is 0', async () => {
		const seen: unknown[] = []
		const desk = deskWith({ 'claims.count': noting(seen, fail('NOT_FOUND')) as Any })
		await desk.call('claims.count', { filter: { text: undefined }, above: -0, days: [] })
		const [got] = seen
		expect(got).toStrictEqual({ filter: {}, above: 0, days: [] })
		expect(Object.is((got as { above: number }).above, 0)).toBe(true)
	})

	test('an object without a prototype is plain', async () => {
		const got: { value?: unknown } = {}
		await seen(got).call('claims.note', Object.assign(Object.create(null), { id, text: 'x' }))
		expect(got.value).toEqual({ id, text: 'x' })
	})

	test('5 MB pasted into a note: TOO_LARGE with the bound, and nothing of the text', async () => {
		const got: { value?: unknown } = {}
		const reply = await seen(got).call('claims.note', { id, text: 'secret '.repeat(750_000) })
		expect(reply).toEqual(fail('TOO_LARGE', { params: { most: 200_000 } }))
		expect(got.value).toBeUndefined()
	})

	test('all texts together count against the bound', async () => {
		const desk = deskWith({})
		const body = 'x'.repeat(400_000)
		expect(await desk.call('drafts.keep', { scope: 'new:1', body })).toEqual(fail('NOT_FOUND'))
		expect(await desk.call('drafts.keep', { scope: 'x'.repeat(300), body })).toEqual(
			fail('TOO_LARGE', { params: { most: 400_200 } }),
		)
	})

	test('issues name the field and the code; a schema message wins', async () => {
		const desk = deskWith({})
		const codes = async (name: string, input: unknown) => {
			const reply = await desk.call(name, input)
			return reply.ok ? [] : reply.error.issues
		}
		expect(await codes('claims.note', { id, text: 'x'.repeat(20_001) })).toEqual([
			{ path: 'text', code: 'too-long', params: { most: 20_000 } },
		])
		expect(await codes('claims.note', { id, text: '' })).toEqual([{ path: 'text', code: 'empty' }])
		expect(await codes('claims.note', { id, text: 'a\0' })).toEqual([{ path: 'text', code: 'ill-formed' }])
		expect(await codes('claims.note', { id: 'x', text: 'a' })).toEqual([{ path: 'id', code: 'wrong-format' }])
		expect(await codes('claims.note', { id })).toEqual([{ path: 'text', code: 'missing' }])
		expect(await codes('claims.note', { id, text: 7 })).toEqual([{ path: 'text', code: 'wrong-type' }])
		expect(await codes('claims.note', { id, text: 'a', Sarah: 1 })).toEqual([{ path: '', code: 'unknown-field' }])
		expect(await codes('claims.archive', { beforeDate: '2026-02-31' })).toEqual([
			{ path: 'beforeDate', code: 'no-such-date' },
		])
		expect(
			await codes('claims.page', { filter: { tags: ['a', 'x'.repeat(41)] }, at: { date: '2026-02-31' }, limit: 201 }),
		).toEqual([
			{ path: 'filter.tags.1', code: 'too-long', params: { most: 40 } },
			{ path: 'at.date', code: 'no-such-date' },
			{ path: 'limit', code: 'too-great', params: { most: 200 } },
		])
		expect(await codes('app.language', { language: 'fr' })).toEqual([{ path: 'language', code: 'not-offered' }])
		expect(await codes('prefs.put', { key: 'theme', value: 'x'.repeat(20_001) })).toEqual([
			{ path: 'value', code: 'too-long', params: { most: 20_000 } },
		])
		expect(await codes('claims.note', { id, text: 'a', 'Sarah Standl': { b: [1n] } })).toEqual([
			{ path: '?.b.0', code: 'wrong-type' },
		])
	})
})

describe('answers', () => {
	test('H13: an exception becomes its code; no stack, statement, path or name leaves', async () => {
		const secrets =
			'SqliteError: UNIQUE constraint failed at /home/ann/claims.db INSERT INTO claim VALUES (Sarah Standl)'
		const leaky = () => ({
			code: 'INTERNAL' as const,
			params: { ref: 'e7f2', sql: secrets, path: '/home/ann/claims.db', n: 3 },
			issues: [{ path: secrets, code: 'x' }],
			stack: secrets,
		})
		for (const thrown of [new Error(secrets), secrets, null, { code: secrets }]) {
			const desk = deskWith(
				{
					'app.state': () => {
						throw thrown
					},
				},
				{ fault: leaky },
			)
			expect(await desk.call('app.state', {})).toEqual(fail('INTERNAL', { params: { ref: 'e7f2', n: 3 } }))
		}
		const rejecting = deskWith({ 'app.state': () => Promise.reject(new Error(secrets)) })
		expect(await rejecting.call('app.state', {})).toEqual(fail('INTERNAL', { params: { ref: 'abc123' } }))
	})

	test('H13: a gate that fails itself is INTERNAL and nothing more', async () => {
		const broken = () => {
			throw new Error('/secret/path')
		}
		expect(await deskWith({}, { admit: broken, fault: broken }).call('app.state', {})).toEqual(fail('INTERNAL'))
		const odd = deskWith({}, { admit: broken, fault: () => ({ code: '/secret/path' }) as never })
		expect(await odd.call('app.state', {})).toEqual(fail('INTERNAL'))
	})

	test('H13: a refusal carries the fields of an error and no others', async () => {
		const desk = deskWith({
			'session.lock': () => ({ ok: false, error: { code: 'GUARD', issues: [], stack: 'x', cause: 1 } }),
		})
		expect(await desk.call('session.lock', {})).toStrictEqual({ ok: false, error: { code: 'GUARD', issues: [] } })
	})

	test('an answer the output schema refuses is a broken promise and is thrown, in tests', async () => {
		const desk = deskWith({ 'session.lock': () => ok('not null') as Reply<unknown> })
		await expect(desk.call('session.lock', {})).rejects.toThrow(/session\.lock answers what its output schema refuses/)
	})

	test('more calls at work than the bound are BUSY; the place is given back', async () => {
		let release = () => {}
		const gate = new Promise<void>((resolve) => {
			release = resolve
		})
		const desk = deskWith({ 'session.lock': () => gate.then(() => ok(null)) })
		const calls = Array.from({ length: mostInFlight }, () => desk.call('session.lock', {}))
		expect(await desk.call('session.lock', {})).toEqual(fail('BUSY'))
		release()
		expect(new Set((await Promise.all(calls)).map((reply) => reply.ok))).toEqual(new Set([true]))
		expect(await desk.call('session.lock', {})).toEqual(ok(null))
	})

	test('a table with a gap or an extra handler is not registered', () => {
		const gate: Gate<null> = { admit: () => ok(null), fault: () => ({ code: 'INTERNAL' }) }
		const all = Object.fromEntries(verbNames.map((name) => [name, () => fail('NOT_FOUND')]))
		const { 'app.state': _, ...less } = all
		expect(() => register(less as never, gate)).toThrow('verb app.state has no handler')
		expect(() => register({ ...all, 'claims.purge': () => ok(null) } as never, gate)).toThrow(
			'handler claims.purge has no verb',
		)
	})
})
