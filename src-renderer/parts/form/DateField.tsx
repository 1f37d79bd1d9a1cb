import { type CalendarDate, parseDate } from '@internationalized/date'
import { useRef, useState } from 'react'
import {
	Button,
	Calendar,
	CalendarCell,
	CalendarGrid,
	Dialog,
	Heading,
	I18nProvider,
	Popover,
} from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { type DateText, earliestAccident } from '../../../shared/claims/dates.ts'
import { todayHere, weekday } from './calendar-words.ts'
import { judgeDate, stepDate } from './judge.ts'
import { TextField } from './TextField.tsx'

type Props = {
	label: string
	/** What stands in the box: a date, or text that is not one (yet). */
	value: string
	onChange: (value: string) => void
	/** Leaving the box or Enter: the date read, or null when empty or unreadable. */
	onCommit?: (date: DateText | null) => void
	/** The desk's today; this machine's when not given. */
	today?: DateText
	future?: boolean
	error?: string | null | undefined
	hint?: string
	required?: boolean
	disabled?: boolean
	autoFocus?: boolean
	name?: string
	onBlur?: () => void
}

/** A date is typed: 2026-03-14, 0314, 3-14, yesterday, 昨天. ↑ and ↓ step a day, Alt+↓ opens the calendar. */
export function DateField(props: Props) {
	const { t, i18n } = useTranslation()
	const today = props.today ?? todayHere()
	const future = props.future ?? false
	const box = useRef<HTMLInputElement>(null)
	const [typing, setTyping] = useState(false)
	const [open, setOpen] = useState(false)
	const judged = judgeDate(props.value, today, future)
	const wrong =
		judged.kind === 'wrong' && !typing ? t(`intake.control.${judged.code}`, { earliest: earliestAccident }) : null
	const read = judged.kind === 'read' ? judged.value : null

	function commit() {
		setTyping(false)
		if (read !== null && read !== props.value) props.onChange(read)
		props.onCommit?.(read)
	}
	function choose(date: DateText) {
		setTyping(false)
		props.onChange(date)
		props.onCommit?.(date)
	}
	const understood =
		read === null ? '' : read === props.value ? weekday(read, i18n.language) : `${read} ${weekday(read, i18n.language)}`
	return (
		<>
			<TextField
				label={props.label}
				value={props.value}
				inputRef={box}
				onChange={(value) => {
					setTyping(true)
					props.onChange(value)
				}}
				onBlur={() => {
					commit()
					props.onBlur?.()
				}}
				onKeyDown={(event) => {
					if (event.nativeEvent.isComposing) return
					if ((event.altKey && event.key === 'ArrowDown') || event.key === 'F4') {
						event.preventDefault()
						setOpen(true)
					} else if (event.key === 'ArrowUp' || event.key === 'ArrowDown') {
						event.preventDefault()
						const next = stepDate(props.value, today, future, event.key === 'ArrowUp' ? 1 : -1)
						if (next !== null) choose(next)
					} else if (event.key === 'Enter') commit()
				}}
				error={wrong ?? props.error}
				hint={props.hint}
				required={props.required ?? false}
				disabled={props.disabled ?? false}
				autoFocus={props.autoFocus ?? false}
				{...(props.name === undefined ? {} : { name: props.name })}
				placeholder="YYYY-MM-DD"
				maxLength={40}
				end={
					<>
						<output className="field-aside">{understood}</output>
						<Button
							className="field-button"
							excludeFromTabOrder
							preventFocusOnPress
							isDisabled={props.disabled ?? false}
							onPress={() => setOpen(true)}
						>
							<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true">
								<path
									d="M2.5 4h11v9.5h-11zM2.5 7h11M5.5 2v3M10.5 2v3"
									fill="none"
									stroke="currentColor"
									strokeWidth="1.3"
								/>
							</svg>
							<span className="for-readers">{t('intake.control.calendar')}</span>
						</Button>
					</>
				}
			/>
			<Popover
				className="calendar-popover"
				triggerRef={box}
				isOpen={open}
				onOpenChange={setOpen}
				placement="bottom start"
			>
				<Dialog className="calendar-dialog" aria-label={t('intake.control.calendar')}>
					<I18nProvider locale={i18n.language}>
						<Calendar
							className="calendar"
							aria-label={t('intake.control.calendar')}
							autoFocus
							defaultValue={read === null ? null : parseDate(read)}
							defaultFocusedValue={parseDate(read ?? today)}
							minValue={parseDate(earliestAccident)}
							{...(future ? {} : { maxValue: parseDate(today) })}
							onChange={(value: CalendarDate) => {
								choose(value.toString())
								setOpen(false)
							}}
						>
							<header className="calendar-head">
								<Button slot="previous" className="calendar-turn">
									‹
								</Button>
								<Heading className="calendar-month" />
								<Button slot="next" className="calendar-turn">
									›
								</Button>
							</header>
							<CalendarGrid className="calendar-grid" weekdayStyle="short">
								{(date) => <CalendarCell date={date} className="calendar-cell" />}
							</CalendarGrid>
						</Calendar>
					</I18nProvider>
				</Dialog>
			</Popover>
		</>
	)
}
