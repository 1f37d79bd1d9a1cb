import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { type DateText, isDate } from '../../../shared/claims/dates.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { rereadClaims } from '../../desk/queries.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { DateField } from '../../parts/form/DateField.tsx'
import { toast } from '../../state/toasts.ts'
import { useToday } from '../../state/today.ts'

/** The retention rule most offices start from; theirs is typed over it. */
const years = 3

const yearsBefore = (today: DateText): DateText => `${Number(today.slice(0, 4)) - years}-01-01`

/** Ended claims before a date leave the working set. They stay encrypted on the laptop and can be found. */
export function Archive() {
	const { t } = useTranslation()
	const today = useToday()
	const [before, setBefore] = useState(() => yearsBefore(today))
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)

	async function move() {
		if (!isDate(before)) return
		setBusy(true)
		const reply = await desk.call('claims.archive', { beforeDate: before })
		setBusy(false)
		setError(reply.ok ? null : reply.error)
		if (!reply.ok) return
		toast(t('settings.archive.done', { count: reply.value.moved }))
		rereadClaims()
	}

	return (
		<section className="settings-card">
			<h2>{t('settings.archive.title')}</h2>
			<p>{t('settings.archive.lead')}</p>
			<DateField label={t('settings.archive.before')} value={before} onChange={setBefore} today={today} required />
			{error ? <ErrorBanner error={error} /> : null}
			<Button look="main" onPress={move} busy={busy}>
				{t('settings.archive.move')}
			</Button>
		</section>
	)
}
