import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DateText } from '../../../shared/claims/dates.ts'
import { DateField } from '../../parts/form/DateField.tsx'
import { setFilter, useList } from '../../state/list.ts'

/** One end of the range. What is typed is asked when the box is left or Enter is pressed. */
function RangeEnd({ end, label, today }: { end: 'from' | 'to'; label: string; today: DateText }) {
	const kept = useList((list) => list.filter[end] ?? '')
	const [typed, setTyped] = useState<string>(kept)
	useEffect(() => setTyped(kept), [kept])
	return (
		<DateField
			label={label}
			value={typed}
			today={today}
			future
			onChange={setTyped}
			onCommit={(date) => {
				if ((date ?? '') === kept || (date === null && typed.trim() !== '')) return
				setFilter({ [end]: date ?? undefined })
			}}
		/>
	)
}

export function DateRange({ today }: { today: DateText }) {
	const { t } = useTranslation()
	return (
		<div className="claims-dates">
			<RangeEnd end="from" label={t('list.from')} today={today} />
			<RangeEnd end="to" label={t('list.to')} today={today} />
		</div>
	)
}
