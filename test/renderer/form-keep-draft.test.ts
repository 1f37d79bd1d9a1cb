import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { type KeepState, keepDraft } from '../../src-renderer/parts/form/keep-draft.ts'

beforeEach(() => void vi.useFakeTimers())
afterEach(() => void vi.useRealTimers())

/** A desk that answers when the test says so. */
function slowDesk() {
	const calls: { body: string; answer: (reply: Reply<{ savedAt: string }>) => void }[] = []
	let text = ''
	const states: KeepState[] = []
	const keeper = keepDraft({
		read: () => text,
		save: (body) => new Promise((answer) => calls.push({ body, answer })),
		onState: (state) => states.push(state),
	})
	return {
		calls,
		states,
		keeper,
		type(next: string) {
			text = next
			keeper.changed()
		},
		async answer(at: number, reply: Reply<{ savedAt: string }> = ok({ savedAt: `t${at}` })) {
			calls[at]?.answer(reply)
			await vi.advanceTimersByTimeAsync(0)
		},
	}
}

describe('R4: what is typed is kept', () => {
	test('within 400 ms of the last keystroke', async () => {
		const desk = slowDesk()
		desk.type('a')
		await vi.advanceTimersByTimeAsync(400)
		expect(desk.calls.map((call) => call.body)).toEqual(['a'])
		await desk.answer(0)
		expect(desk.keeper.state()).toEqual({ kind: 'saved', savedAt: 't0' })
	})

	test('at least every second while typing goes on without a pause', async () => {
		const desk = slowDesk()
		for (let at = 0; at < 40; at++) {
			desk.type(`k${at}`)
			await vi.advanceTimersByTimeAsync(100)
			for (let call = 0; call < desk.calls.length; call++) await desk.answer(call)
		}
		expect(desk.calls.length).toBeGreaterThanOrEqual(4)
	})

	test('one save at a time, the newest text last', async () => {
		const desk = slowDesk()
		desk.type('one')
		await vi.advanceTimersByTimeAsync(400)
		desk.type('two')
		await vi.advanceTimersByTimeAsync(5_000)
		desk.type('three')
		await vi.advanceTimersByTimeAsync(5_000)
		expect(desk.calls.map((call) => call.body)).toEqual(['one'])
		await desk.answer(0)
		expect(desk.keeper.state().kind).toBe('saving')
		await vi.advanceTimersByTimeAsync(400)
		expect(desk.calls.map((call) => call.body)).toEqual(['one', 'three'])
		await desk.answer(1)
		expect(desk.keeper.state().kind).toBe('saved')
	})

	test('a failed save is said, and tried again with the newest text', async () => {
		const desk = slowDesk()
		desk.type('one')
		await vi.advanceTimersByTimeAsync(400)
		await desk.answer(0, fail('DISK_FULL'))
		expect(desk.keeper.state()).toEqual({ kind: 'failed', error: { code: 'DISK_FULL' }, savedAt: null })
		desk.type('one two')
		await vi.advanceTimersByTimeAsync(2_000)
		expect(desk.calls[1]?.body).toBe('one two')
		await desk.answer(1)
		expect(desk.keeper.state()).toEqual({ kind: 'saved', savedAt: 't1' })
	})

	test('a failed save is tried again although nothing more is typed', async () => {
		const desk = slowDesk()
		desk.type('one')
		await vi.advanceTimersByTimeAsync(400)
		await desk.answer(0, fail('BUSY'))
		await vi.advanceTimersByTimeAsync(2_000)
		expect(desk.calls.map((call) => call.body)).toEqual(['one', 'one'])
		await desk.answer(1)
		expect(desk.keeper.state()).toEqual({ kind: 'saved', savedAt: 't1' })
	})

	test('two flushes during a save in flight lead to one further save', async () => {
		const desk = slowDesk()
		desk.type('one')
		await vi.advanceTimersByTimeAsync(400)
		desk.type('two')
		let done = 0
		for (let at = 0; at < 2; at++)
			void desk.keeper.flush().then(() => {
				done += 1
			})
		await desk.answer(0)
		expect(done).toBe(0)
		desk.type('three')
		void desk.keeper.flush()
		await vi.advanceTimersByTimeAsync(0)
		expect(desk.calls.map((call) => call.body)).toEqual(['one', 'two'])
		await desk.answer(1)
		expect(desk.calls.map((call) => call.body)).toEqual(['one', 'two', 'three'])
		await desk.answer(2)
		expect(done).toBe(2)
	})

	test('flush waits for the save in flight and for what was typed during it', async () => {
		const desk = slowDesk()
		desk.type('one')
		await vi.advanceTimersByTimeAsync(400)
		desk.type('two')
		let done: KeepState | null = null
		void desk.keeper.flush().then((state) => {
			done = state
		})
		await desk.answer(0)
		expect(done).toBeNull()
		await desk.answer(1)
		expect(desk.calls.map((call) => call.body)).toEqual(['one', 'two'])
		expect(done).toEqual({ kind: 'saved', savedAt: 't1' })
	})

	test('after stop nothing is saved any more', async () => {
		const desk = slowDesk()
		desk.type('one')
		await desk.keeper.stop()
		await vi.advanceTimersByTimeAsync(5_000)
		expect(desk.calls).toEqual([])
	})
})
