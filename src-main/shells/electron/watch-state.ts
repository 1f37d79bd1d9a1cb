import type { AppState } from '../../../shared/desk-api/session.ts'
import type { Desk } from '../../../shared/desk-api/verbs.ts'

/**
 * Reads the desk's state now and after each event that may have changed it.
 * @param heard the newest state, null when the desk is gone; an answer that a later event overtook is dropped
 */
export function watchState(desk: Pick<Desk, 'call' | 'listen'>, heard: (state: AppState | null) => void): () => void {
	let turn = 0
	const read = async () => {
		turn += 1
		const mine = turn
		const reply = await desk.call('app.state', {})
		if (mine === turn) heard(reply.ok ? reply.value : null)
	}
	void read()
	return desk.listen((event) => {
		if (event.kind !== 'changed') void read()
	})
}
