import { expect, test } from 'vitest'
import { watchState } from '../../src-main/shells/electron/watch-state.ts'

/** A desk whose answers come when, and in the order, a test wants. */
function slowDesk() {
	const answers: ((reply: unknown) => void)[] = []
	let tell: (event: unknown) => void = () => undefined
	const desk = {
		call: () => new Promise((resolve) => answers.push(resolve)),
		listen: (listener: (event: unknown) => void) => {
			tell = listener
			return () => undefined
		},
	}
	return { desk: desk as never, answers, tell: (event: unknown) => tell(event) }
}
const settle = () => new Promise((resolve) => setImmediate(resolve))

test('H21: an answer that a later event overtook is dropped', async () => {
	const { desk, answers, tell } = slowDesk()
	const heard: unknown[] = []
	watchState(desk, (state) => heard.push(state))
	tell({ kind: 'session' })
	answers[1]?.({ ok: true, value: 'locked' })
	answers[0]?.({ ok: true, value: 'open' })
	await settle()
	expect(heard).toEqual(['locked'])
})

test('H21: a desk that is gone counts as locked, and changed claims ask nothing', async () => {
	const { desk, answers, tell } = slowDesk()
	const heard: unknown[] = []
	watchState(desk, (state) => heard.push(state))
	tell({ kind: 'changed', ids: [] })
	expect(answers).toHaveLength(1)
	tell({ kind: 'closed' })
	answers[1]?.({ ok: false, error: { code: 'CLOSED' } })
	await settle()
	expect(heard).toEqual([null])
})
