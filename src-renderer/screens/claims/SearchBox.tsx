import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Kbd } from '../../parts/Kbd.tsx'
import { useWish } from '../../parts/shortcuts.ts'
import { setFilter, useList } from '../../state/list.ts'

/** Long enough that a word typed in one go is one question, short enough to feel immediate. */
const askAfterMs = 200

export function SearchBox() {
	const { t } = useTranslation()
	const asked = useList((list) => list.filter.text ?? '')
	const [typed, setTyped] = useState(asked)
	const sent = useRef(asked)
	const box = useRef<HTMLInputElement>(null)
	const composing = useRef(false)
	const timer = useRef<ReturnType<typeof setTimeout>>(undefined)
	const wish = useWish((state) => state.wish)

	useEffect(() => {
		if (wish !== 'search') return
		useWish.setState({ wish: null })
		box.current?.focus()
		box.current?.select()
	}, [wish])

	// The filter was changed elsewhere: a chip removed, a saved filter chosen.
	useEffect(() => {
		if (asked === sent.current) return
		sent.current = asked
		setTyped(asked)
	}, [asked])
	useEffect(() => () => clearTimeout(timer.current), [])

	function ask(text: string, wait = askAfterMs) {
		clearTimeout(timer.current)
		timer.current = setTimeout(() => {
			sent.current = text.trim()
			setFilter({ text: text.trim() })
		}, wait)
	}
	function clear() {
		setTyped('')
		ask('', 0)
	}
	return (
		<div className="claims-search">
			<svg
				viewBox="0 0 16 16"
				width="15"
				height="15"
				aria-hidden="true"
				fill="none"
				stroke="currentColor"
				strokeWidth="1.5"
			>
				<circle cx="7" cy="7" r="4.5" />
				<path d="m10.5 10.5 3.5 3.5" strokeLinecap="round" />
			</svg>
			<input
				ref={box}
				type="search"
				aria-label={t('list.searchLabel')}
				placeholder={t('list.searchHint')}
				value={typed}
				maxLength={200}
				dir="auto"
				autoComplete="off"
				spellCheck={false}
				onCompositionStart={() => {
					composing.current = true
				}}
				onCompositionEnd={(event) => {
					composing.current = false
					ask(event.currentTarget.value)
				}}
				onChange={(event) => {
					setTyped(event.currentTarget.value)
					if (!composing.current) ask(event.currentTarget.value)
				}}
				onKeyDown={(event) => {
					if (event.nativeEvent.isComposing) return
					if (event.key === 'Escape' && typed !== '') {
						event.preventDefault()
						clear()
					} else if (event.key === 'ArrowDown') {
						event.preventDefault()
						document.querySelector<HTMLElement>('.claims-row[tabindex="0"]')?.focus()
					} else if (event.key === 'Enter') ask(typed, 0)
				}}
			/>
			{typed === '' ? (
				<span aria-hidden="true">
					<Kbd keys="/" />
				</span>
			) : (
				<button
					type="button"
					aria-label={t('list.clearSearch')}
					onClick={() => {
						clear()
						box.current?.focus()
					}}
				>
					×
				</button>
			)}
		</div>
	)
}
