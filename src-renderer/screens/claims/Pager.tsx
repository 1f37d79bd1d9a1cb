import { type FormEvent, useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DateText, readDate } from '../../../shared/claims/dates.ts'
import { Button } from '../../parts/Button.tsx'
import { DateField } from '../../parts/form/DateField.tsx'
import { Kbd } from '../../parts/Kbd.tsx'
import { useWish } from '../../parts/shortcuts.ts'
import { turnTo, useList } from '../../state/list.ts'
import { Pop } from './PickMany.tsx'

function GoToDate({ today }: { today: DateText }) {
	const { t } = useTranslation()
	const [open, setOpen] = useState(false)
	const [typed, setTyped] = useState('')
	const wish = useWish((state) => state.wish)
	useEffect(() => {
		if (wish !== 'date') return
		useWish.setState({ wish: null })
		setOpen(true)
	}, [wish])

	function go(date: DateText | null) {
		if (date === null) return
		useList.setState({ focus: true })
		turnTo({ date })
		setOpen(false)
		setTyped('')
	}
	return (
		<Pop label={t('list.goToDate')} open={open} onOpen={setOpen}>
			<form
				className="pick-keep"
				onSubmit={(event: FormEvent) => {
					event.preventDefault()
					go(readDate(typed, today))
				}}
			>
				<DateField
					label={t('list.goToDate')}
					value={typed}
					onChange={setTyped}
					today={today}
					autoFocus
					hint={t('list.goToDateHint')}
				/>
				<Button type="submit" small disabled={readDate(typed, today) === null}>
					{t('list.go')}
				</Button>
			</form>
		</Pop>
	)
}

type Props = {
	shown: number
	above: number | undefined
	total: number | undefined
	more: { before: boolean; after: boolean }
	today: DateText
	onTurn: (to: 'next' | 'previous' | 'first') => void
}

/** Turning pages never waits for the counts; they appear when they are there. */
export function Pager({ shown, above, total, more, today, onTurn }: Props) {
	const { t, i18n } = useTranslation()
	const number = new Intl.NumberFormat(i18n.language)
	return (
		<footer className="claims-foot">
			<nav aria-label={t('list.pages')}>
				<Button small disabled={!more.before} onPress={() => onTurn('first')} label={t('list.first')}>
					<span aria-hidden="true">«</span>
				</Button>
				<Button small disabled={!more.before} onPress={() => onTurn('previous')}>
					<span aria-hidden="true">‹</span> {t('list.previous')}
				</Button>
				<Button small disabled={!more.after} onPress={() => onTurn('next')}>
					{t('list.next')} <span aria-hidden="true">›</span>
				</Button>
			</nav>
			<span className="claims-position" aria-live="polite">
				{shown === 0
					? ''
					: above === undefined || total === undefined
						? t('list.counting')
						: t('list.position', {
								from: number.format(above + 1),
								to: number.format(above + shown),
								total: number.format(total),
							})}
			</span>
			<GoToDate today={today} />
			<span className="claims-keys" aria-hidden="true">
				<span>
					<Kbd keys="↑" /> <Kbd keys="↓" /> {t('list.keys.choose')}
				</span>
				<span>
					<Kbd keys="Enter" /> {t('list.keys.open')}
				</span>
				<span>
					<Kbd keys="g" /> <Kbd keys="d" /> {t('list.keys.date')}
				</span>
				<span>
					<Kbd keys="?" /> {t('list.keys.all')}
				</span>
			</span>
		</footer>
	)
}
