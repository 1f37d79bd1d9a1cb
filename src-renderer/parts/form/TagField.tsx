import { useEffect, useId, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/claims/text.ts'
import { FieldLabel } from './FieldLabel.tsx'
import { addTags, type TagResult } from './tag-entry.ts'
import './form.css'

type Props = {
	label: string
	value: readonly string[]
	onChange: (tags: string[]) => void
	/** Text typed but not yet a tag; given when it must survive with the form. */
	typed?: string
	onTyped?: (text: string) => void
	suggest?: (prefix: string) => Promise<readonly string[]>
	error?: string | null | undefined
	hint?: string
	disabled?: boolean
	name?: string
}

/** -1 is the box itself: going past either end comes back to it. */
function nextOffer(at: number, step: number, count: number): number {
	const next = at + step
	return next < -1 ? count - 1 : next >= count ? -1 : next
}

const suggestDelayMs = 120
const mostTyped = 1_000

/** Tags as chips: Enter or a comma adds, Backspace in an empty box takes the last one back, ↓ goes into suggestions. */
export function TagField(props: Props) {
	const { t } = useTranslation()
	const id = useId()
	const box = useRef<HTMLInputElement>(null)
	const [own, setOwn] = useState('')
	const typed = props.typed ?? own
	const [refused, setRefused] = useState<TagResult['refused']>(null)
	const [offers, setOffers] = useState<readonly string[]>([])
	const [active, setActive] = useState(-1)
	const [focused, setFocused] = useState(false)
	const suggest = useRef(props.suggest)
	suggest.current = props.suggest

	useEffect(() => {
		if (!focused || !suggest.current) return setOffers([])
		let gone = false
		const timer = setTimeout(async () => {
			const found = await suggest.current?.(typed.trim().slice(0, limits.tag))
			if (!gone) {
				setOffers(found ?? [])
				setActive(-1)
			}
		}, suggestDelayMs)
		return () => {
			gone = true
			clearTimeout(timer)
		}
	}, [typed, focused])

	function type(text: string) {
		setOwn(text)
		props.onTyped?.(text)
	}
	function add(text: string) {
		const result = addTags(props.value, text)
		setRefused(result.refused)
		if (result.tags.length !== props.value.length) props.onChange([...result.tags])
		type(result.rest)
		setOffers([])
		setActive(-1)
	}
	function remove(tag: string) {
		setRefused(null)
		props.onChange(props.value.filter((one) => one !== tag))
	}
	const shown = typed.trim() === '' ? [] : offers.filter((offer) => !props.value.includes(offer)).slice(0, 8)
	const error = refused
		? t(`intake.control.tag-${refused}`, { most: refused === 'too-many' ? limits.tags : limits.tag })
		: props.error
	const note = error || props.hint
	return (
		<div className="field" data-invalid={error ? true : undefined}>
			<label className="field-label" htmlFor={id}>
				<FieldLabel label={props.label} required={false} />
			</label>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: a press beside the text goes into the text, as in any box */}
			<div
				className="field-box tag-box"
				onMouseDown={(event) => {
					if (event.target === event.currentTarget) {
						event.preventDefault()
						box.current?.focus()
					}
				}}
			>
				{props.value.map((tag) => (
					<span key={tag} className="tag-chip">
						<bdi>{tag}</bdi>
						<button type="button" tabIndex={-1} disabled={props.disabled} onClick={() => remove(tag)}>
							<span aria-hidden="true">×</span>
							<span className="for-readers">{t('intake.control.removeTag', { tag })}</span>
						</button>
					</span>
				))}
				<input
					id={id}
					ref={box}
					className="tag-input"
					name={props.name}
					value={typed}
					disabled={props.disabled}
					dir="auto"
					autoComplete="off"
					spellCheck={false}
					role="combobox"
					aria-expanded={shown.length > 0}
					aria-controls={`${id}-list`}
					aria-autocomplete="list"
					aria-activedescendant={active >= 0 && shown[active] !== undefined ? `${id}-${active}` : undefined}
					aria-invalid={error ? true : undefined}
					aria-describedby={note ? `${id}-note` : undefined}
					onFocus={() => setFocused(true)}
					onBlur={() => {
						setFocused(false)
						if (typed.trim() !== '') add(typed)
					}}
					onChange={(event) => {
						const text = event.currentTarget.value
						if (text.length > mostTyped && text.length > typed.length) return setRefused('too-long')
						setRefused(null)
						if (/[,，、;；]$/.test(text)) add(text)
						else type(text)
					}}
					onPaste={(event) => {
						const text = event.clipboardData.getData('text')
						if (text.length <= mostTyped && !/[,，、;；\n\t]/.test(text)) return
						event.preventDefault()
						if (text.length > mostTyped) setRefused('too-long')
						else add(`${typed}${text}`)
					}}
					onKeyDown={(event) => {
						if (event.nativeEvent.isComposing || event.ctrlKey || event.metaKey) return
						if (event.key === 'Enter' && typed.trim() !== '') {
							event.preventDefault()
							add(shown[active] ?? typed)
						} else if (event.key === 'Backspace' && typed === '' && props.value.length > 0) {
							remove(props.value.at(-1) as string)
						} else if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && shown.length > 0) {
							event.preventDefault()
							const step = event.key === 'ArrowDown' ? 1 : -1
							setActive((at) => nextOffer(at, step, shown.length))
						} else if (event.key === 'Escape' && shown.length > 0) {
							event.preventDefault()
							event.stopPropagation()
							setOffers([])
						}
					}}
				/>
				{shown.length > 0 ? (
					<div id={`${id}-list`} role="listbox" aria-label={t('intake.control.suggestions')} className="tag-offers">
						{shown.map((offer, at) => (
							<div
								key={offer}
								id={`${id}-${at}`}
								role="option"
								aria-selected={at === active}
								tabIndex={-1}
								onMouseDown={(event) => {
									event.preventDefault()
									add(offer)
								}}
							>
								<bdi>{offer}</bdi>
							</div>
						))}
					</div>
				) : null}
			</div>
			{note ? (
				<span id={`${id}-note`} className={error ? 'field-error' : 'field-hint'} role={error ? 'alert' : undefined}>
					{note}
				</span>
			) : null}
		</div>
	)
}
