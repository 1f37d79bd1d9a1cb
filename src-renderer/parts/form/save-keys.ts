import { useEffect, useRef } from 'react'

/** Ctrl+S and Ctrl+Enter (⌘ on a Mac), wherever the keyboard is; not while a dialog asks something. */
export function useSaveKeys(active: boolean, onKey: (key: 's' | 'enter') => void): void {
	const newest = useRef(onKey)
	newest.current = onKey
	useEffect(() => {
		if (!active) return
		const press = (event: KeyboardEvent) => {
			const key = event.key.toLowerCase()
			if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey || event.isComposing) return
			if ((key !== 's' && key !== 'enter') || document.querySelector('[role=dialog], [role=alertdialog]')) return
			event.preventDefault()
			newest.current(key)
		}
		window.addEventListener('keydown', press)
		return () => window.removeEventListener('keydown', press)
	}, [active])
}
