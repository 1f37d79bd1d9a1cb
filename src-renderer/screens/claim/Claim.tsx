import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { errorOf, useAnswer } from '../../desk/queries.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { EmptyState } from '../../parts/EmptyState.tsx'
import { todayOfSite } from '../../parts/form/site-today.ts'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { goTo } from '../../state/route.ts'
import { BackLink, ClaimHead } from './ClaimHead.tsx'
import { ClaimPanel } from './ClaimPanel.tsx'
import { FactsPart } from './FactsPart.tsx'
import { HistoryPart } from './HistoryPart.tsx'
import { DamagesPart, PeoplePart, VehiclesPart } from './ListParts.tsx'
import { MoneyPart } from './MoneyPart.tsx'
import { NotesPart } from './NotesPart.tsx'
import '../../parts/form/layout.css'
import './claim.css'

/** One claim: read, edit section by section, take its next step. */
export function Claim({ id }: { id: string }) {
	const { t } = useTranslation()
	const answer = useAnswer('claims.get', { id })
	const error = errorOf(answer.error)
	useEffect(() => {
		const back = (event: KeyboardEvent) => {
			if (event.key !== 'Escape' || event.defaultPrevented || event.isComposing) return
			if (document.querySelector('[role=dialog], [role=alertdialog], .claim-editing, .calendar-popover')) return
			goTo({ screen: 'claims' })
		}
		window.addEventListener('keydown', back)
		return () => window.removeEventListener('keydown', back)
	}, [])

	if (error && (error.code === 'NOT_FOUND' || !answer.data))
		return (
			<div className="claim-alone">
				<BackLink />
				{error.code === 'NOT_FOUND' ? (
					<EmptyState title={t('claim.missingClaim.title')}>{t('claim.missingClaim.text')}</EmptyState>
				) : (
					<ErrorBanner
						error={error}
						actions={<Button onPress={() => void answer.refetch()}>{t('frame.retry')}</Button>}
					/>
				)}
			</div>
		)
	if (!answer.data)
		return (
			<div className="claim-alone">
				<Skeleton rows={10} />
			</div>
		)
	return <ClaimPage view={answer.data} />
}

function ClaimPage({ view: stored }: { view: ClaimView }) {
	const { t } = useTranslation()
	const [editing, setEditing] = useState<string | null>(null)
	const [clear, setClear] = useState<ClaimView | null>(null)
	const [begun, setBegun] = useState(stored.updatedAt)
	const [error, setError] = useState<DeskError | null>(null)
	// In clear only as long as nothing changed: a change is read masked, and revealing it is asked for again.
	const shown = clear !== null && clear.updatedAt === stored.updatedAt ? clear : stored
	const masked = shown === stored
	const onEditing = (section: string | null) => {
		if (section !== null && editing === null) setBegun(stored.updatedAt)
		setEditing(section)
	}
	async function reveal() {
		const reply = await desk.call('claims.reveal', { id: stored.id })
		if (reply.ok) setClear(reply.value)
		setError(reply.ok ? null : reply.error)
	}
	const hasMasked = stored.located || stored.people.some((one) => one.licenceNo || one.idNo || one.injury)
	const props = {
		view: shown,
		today: todayOfSite(shown.timeZone),
		editing,
		onEditing,
		updatedAt: editing === null ? shown.updatedAt : begun,
		masked,
	}
	return (
		<div className="claim">
			<ClaimHead view={shown} />
			<div className="claim-scroll">
				{error ? <ErrorBanner error={error} /> : null}
				{hasMasked && stored.may.reveal ? (
					<p className="claim-reveal">
						<span>{masked ? t('claim.revealHint') : t('claim.revealed')}</span>
						<Button small disabled={editing !== null} onPress={() => (masked ? void reveal() : setClear(null))}>
							{masked ? t('claim.reveal') : t('claim.hide')}
						</Button>
					</p>
				) : null}
				<FactsPart {...props} />
				<PeoplePart {...props} />
				<VehiclesPart {...props} />
				<DamagesPart {...props} />
				<MoneyPart {...props} />
				<NotesPart view={shown} />
				<HistoryPart view={shown} />
			</div>
			<ClaimPanel view={shown} blocked={editing !== null} />
		</div>
	)
}
