import { afterEach, describe, expect, test } from 'vitest'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Desk, DeskEvent } from '../../shared/desk-api/verbs.ts'
import { startDesk } from '../../src-main/desk/remote.ts'

const fake = new URL('../support/fake-desk-worker.ts', import.meta.url)
type Loose = { call(name: string, input: unknown): Promise<Reply<unknown>> } & Pick<Desk, 'listen' | 'close'>
const open: Loose[] = []

async function start(): Promise<Loose> {
	const desk = (await startDesk({ dir: 'any' }, fake)) as unknown as Loose
	open.push(desk)
	return desk
}

function record(desk: Loose) {
	const events: DeskEvent[] = []
	const waiting: { wants: DeskEvent; resolve: () => void }[] = []
	desk.listen((event) => {
		events.push(event)
		for (const one of waiting) if (JSON.stringify(one.wants) === JSON.stringify(event)) one.resolve()
	})
	const heard = (wants: DeskEvent) => new Promise<void>((resolve) => waiting.push({ wants, resolve }))
	return { events, heard }
}

afterEach(async () => {
	for (const desk of open.splice(0)) await desk.close()
})

describe('the desk in its thread', () => {
	test('calls are answered, each with its own reply', async () => {
		const desk = await start()
		const replies = await Promise.all(Array.from({ length: 50 }, (_, n) => desk.call('echo', { n })))
		expect(replies).toEqual(Array.from({ length: 50 }, (_, n) => ok({ n })))
		expect(await desk.call('claims.gone', {})).toEqual(fail('UNKNOWN_VERB'))
	})

	test('events reach every listener until it stops listening', async () => {
		const desk = await start()
		const first = record(desk)
		const second: DeskEvent[] = []
		const stop = desk.listen((event) => second.push(event))
		await desk.call('tell', {})
		stop()
		await desk.call('tell', {})
		expect(first.events).toEqual([{ kind: 'session' }, { kind: 'session' }])
		expect(second).toEqual([{ kind: 'session' }])
	})

	test('input that cannot be copied to a thread is VALIDATION, not an exception', async () => {
		const desk = await start()
		const issues = [{ path: '', code: 'wrong-type' }]
		for (const input of [() => 1, { f: () => 1 }, Symbol('s'), new Proxy({}, {}), new WeakMap()])
			expect(await desk.call('echo', input)).toEqual(fail('VALIDATION', { issues }))
		expect(await desk.call('echo', { still: 'works' })).toEqual(ok({ still: 'works' }))
	})

	test('H13: a desk that throws is INTERNAL without its words', async () => {
		expect(await (await start()).call('throw', {})).toEqual(fail('INTERNAL'))
	})

	test('close answers what is at work, refuses what comes later, closes the desk once, and tells it', async () => {
		const desk = await start()
		const { events, heard } = record(desk)
		const reached = heard({ kind: 'changed', ids: ['held'] })
		const letGo = new BroadcastChannel('worker-test-close')
		const held = desk.call('hold', 'worker-test-close')
		await reached
		const closing = desk.close()
		// Its answer tells that the desk has begun to close while a call is at work.
		expect(await desk.call('echo', {})).toEqual(fail('CLOSED'))
		letGo.postMessage('now')
		expect(await held).toEqual(ok('released'))
		letGo.close()
		await closing
		await desk.close()
		expect(events).toEqual([
			{ kind: 'changed', ids: ['held'] },
			{ kind: 'changed', ids: ['closes:1'] },
			{ kind: 'closed' },
		])
		expect(await desk.call('echo', {})).toEqual(fail('CLOSED'))
	})

	test.each(['crash', 'exit'])(
		'a thread that ends (%s): open calls get CLOSED, listeners hear it once',
		async (how) => {
			const desk = await start()
			const { events, heard } = record(desk)
			const reached = heard({ kind: 'changed', ids: ['held'] })
			const held = desk.call('hold', 'worker-test-never')
			await reached
			expect(await desk.call(how, {})).toEqual(fail('CLOSED'))
			expect(await held).toEqual(fail('CLOSED'))
			expect(await desk.call('echo', {})).toEqual(fail('CLOSED'))
			await desk.close()
			expect(events).toEqual([{ kind: 'changed', ids: ['held'] }, { kind: 'closed' }])
		},
	)

	test('a desk that cannot be made rejects the start', async () => {
		await expect(startDesk({ dir: 'refuses' }, fake)).rejects.toThrow('the desk did not start: no desk here')
		await expect(startDesk({ dir: 'dies' }, fake)).rejects.toThrow('the desk ended while it started')
		await expect(startDesk({ dir: 'any' }, new URL('./none.ts', import.meta.url))).rejects.toThrow()
	})
})
