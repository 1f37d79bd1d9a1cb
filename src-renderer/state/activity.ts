import { desk } from '../desk/client.ts'

/** The desk locks after idle minutes; it hears of a person at work at most this often. */
const touchEveryMs = 30_000

/** Tells the desk that somebody is there, on real input only. @returns a function that ends it */
export function followActivity(): () => void {
	let last = Date.now()
	const noticed = (event: Event) => {
		if (!event.isTrusted) return
		const now = Date.now()
		if (now - last < touchEveryMs) return
		last = now
		void desk.call('session.touch', {})
	}
	const kinds = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const
	for (const kind of kinds) window.addEventListener(kind, noticed, { passive: true, capture: true })
	return () => {
		for (const kind of kinds) window.removeEventListener(kind, noticed, { capture: true })
	}
}
