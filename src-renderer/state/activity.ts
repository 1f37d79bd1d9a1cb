import { desk } from '../desk/client.ts'
import { lock, useSession } from './session.ts'

/** The desk locks after idle minutes; it hears of a person at work at most this often. */
const touchEveryMs = 30_000
const lookEveryMs = 10_000

/**
 * Tells the desk that somebody is there, on real input only. The desk decides when it locks; a desk that is gone cannot,
 * so then the page blanks itself after the same time. @returns a function that ends it
 */
export function followActivity(): () => void {
	let told = Date.now()
	let seen = told
	const noticed = (event: Event) => {
		if (!event.isTrusted) return
		seen = Date.now()
		if (seen - told < touchEveryMs) return
		told = seen
		void desk.call('session.touch', {})
	}
	const kinds = ['keydown', 'pointerdown', 'wheel', 'pointermove'] as const
	for (const kind of kinds) window.addEventListener(kind, noticed, { passive: true, capture: true })
	const timer = setInterval(() => {
		const { app, link } = useSession.getState()
		if (link !== 'up' && Date.now() - seen > (app?.idleMinutes ?? 0) * 60_000) void lock()
	}, lookEveryMs)
	return () => {
		clearInterval(timer)
		for (const kind of kinds) window.removeEventListener(kind, noticed, { capture: true })
	}
}
