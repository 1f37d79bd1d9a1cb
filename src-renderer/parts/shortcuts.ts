import { useEffect, useRef } from 'react'
import { create } from 'zustand'
import { goTo, useRoute } from '../state/route.ts'
import { lock } from '../state/session.ts'

/** What a screen is asked to do by a key pressed anywhere. It is asked once, when it is on the screen. */
export type Wish = 'search' | 'date' | null
export const useWish = create<{ wish: Wish }>(() => ({ wish: null }))

/** Two-key shortcuts: the second key must follow the first within this time. */
const sequenceMs = 1_500

function isTyping(target: EventTarget | null): boolean {
	if (!(target instanceof HTMLElement)) return false
	return target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName)
}

function wishOnList(wish: Wish): void {
	if (useRoute.getState().route.screen !== 'claims') goTo({ screen: 'claims' })
	useWish.setState({ wish })
}

/** Keys that work on every screen. Letters only outside boxes, and never while a dialog is open. */
export function useShortcuts({ mayCreate, onSheet }: { mayCreate: boolean; onSheet: () => void }): void {
	const live = useRef({ mayCreate, onSheet })
	live.current = { mayCreate, onSheet }
	useEffect(() => {
		let first = 0
		const press = (event: KeyboardEvent) => {
			if (event.isComposing || event.defaultPrevented) return
			if ((event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey && event.key.toLowerCase() === 'l') {
				event.preventDefault()
				void lock()
				return
			}
			if (event.ctrlKey || event.metaKey || event.altKey || isTyping(event.target)) return
			if (document.querySelector('[role="dialog"],[role="alertdialog"]')) return
			const second = event.timeStamp - first < sequenceMs
			first = 0
			const act = (todo: () => void) => {
				event.preventDefault()
				todo()
			}
			if (second && event.key === 'd') return act(() => wishOnList('date'))
			if (second && event.key === 'l') return act(() => goTo({ screen: 'claims' }))
			if (event.key === 'g') first = event.timeStamp
			else if (event.key === 'n' && live.current.mayCreate) act(() => goTo({ screen: 'new', id: null }))
			else if (event.key === '/') act(() => wishOnList('search'))
			else if (event.key === '?') act(live.current.onSheet)
		}
		window.addEventListener('keydown', press)
		return () => window.removeEventListener('keydown', press)
	}, [])
}
