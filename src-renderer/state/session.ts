import { create } from 'zustand'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import type { AppState, Language, Me } from '../../shared/desk-api/session.ts'
import { desk } from '../desk/client.ts'
import { forgetAnswers, rereadClaims, rereadPeople } from '../desk/queries.ts'
import type { Link } from '../desk/transport.ts'
import { showLanguage } from '../words/words.ts'
import { forgetList } from './list.ts'
import { goTo } from './route.ts'
import { useToasts } from './toasts.ts'

type Session = {
	/** What the desk last said about itself; null until it answered once. */
	app: AppState | null
	/** Why it did not say anything, when it never did. */
	error: DeskError | null
	link: Link
	/** Milliseconds the desk's clock is ahead of this page's. */
	ahead: number
}

export const useSession = create<Session>(() => ({ app: null, error: null, link: 'up', ahead: 0 }))

/** The person for whom the list and the address remember a place; the next one starts at the list. */
let lastPerson: string | null = null

/** Nothing read from the store, and no name in a message, outlives the lock. */
function forgetAll(): void {
	forgetAnswers()
	useToasts.setState({ toasts: [] })
}

/** Takes over what the desk says about itself: after sign-in, after locking, after each session event. */
export function applyState(app: AppState): void {
	const was = useSession.getState().app
	if (was?.phase === 'open' && app.phase !== 'open') forgetAll()
	if (app.me && app.me.id !== lastPerson) {
		if (lastPerson !== null) {
			forgetList()
			goTo({ screen: 'claims' }, true)
		}
		lastPerson = app.me.id
	}
	if (app.language !== null) showLanguage(app.language)
	useSession.setState({ app, error: null, ahead: app.now - Date.now() })
}

export async function readState(): Promise<void> {
	const reply = await desk.call('app.state', {})
	if (reply.ok) applyState(reply.value)
	else useSession.setState({ error: reply.error })
}

/** Blanks the screen at once, before the desk has answered. */
function blank(): void {
	const { app } = useSession.getState()
	if (app?.phase !== 'open') return
	forgetAll()
	useSession.setState({ app: { ...app, phase: 'sign-in', me: null, mustChangePassword: false } })
}

export async function lock(): Promise<void> {
	blank()
	await desk.call('session.lock', {})
	await readState()
}

/** Follows the desk: its events, and what its answers say between the lines. @returns a function that ends it */
export function followDesk(): () => void {
	const unwatch = desk.watch((link, reply) => {
		if (link !== useSession.getState().link) useSession.setState({ link })
		if (reply.ok || link !== 'up') return
		if (reply.error.code === 'LOCKED') {
			blank()
			void readState()
		}
	})
	const unlisten = desk.listen((event) => {
		switch (event.kind) {
			case 'changed':
				rereadClaims()
				rereadPeople()
				break
			case 'session':
			case 'connected':
				void readState()
				break
			case 'lost':
			case 'closed':
				void readState() // finds out whether the desk is gone or only the stream broke
				break
		}
	})
	void readState()
	return () => {
		unwatch()
		unlisten()
	}
}

/** Shows a language at once and has the desk remember it. */
export function chooseLanguage(language: Language): void {
	showLanguage(language)
	void desk.call('app.language', { language })
}

/** The signed-in person. Only for screens that exist while somebody is signed in. */
export function useMe(): Me {
	const me = useSession((session) => session.app?.me)
	if (!me) throw new Error('nobody is signed in')
	return me
}
