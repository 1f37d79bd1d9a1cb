import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { deskNow, todayOfSite } from '../../parts/form/site-today.ts'
import { wallAt } from '../../parts/form/wall-time.ts'
import { Skeleton } from '../../parts/Skeleton.tsx'
import { goTo } from '../../state/route.ts'
import { useSession } from '../../state/session.ts'
import { EntryForm } from './EntryForm.tsx'
import { blankForm, type NewForm, readBody } from './form.ts'
import { currencyOf, formOf, type Site } from './form-claim.ts'
import './new-claim.css'

/** kept: what was typed and not saved as a claim. draft: a draft claim taken up again. fresh: nothing yet. */
type Opened = { id: string; claimNo: string; form: NewForm; origin: 'kept' | 'draft' | 'fresh'; savedAt: string | null }

function useSite(): Site {
	const timeZone = useSession((session) => session.app?.site?.city.timeZone) ?? 'UTC'
	return { timeZone, currency: currencyOf(timeZone), today: todayOfSite(timeZone) }
}

type Found = { ok: true; value: Opened } | { ok: false; error: DeskError }

/** The form in progress of an id; for a draft claim without one, the form of the claim. */
async function open(id: string, timeZone: string): Promise<Found> {
	const reply = await desk.call('intake.open', { id, fresh: false })
	if (!reply.ok) return reply
	const draft = reply.value
	const base = { id: draft.id, claimNo: draft.claimNo }
	const kept = draft.body === '' ? null : readBody(draft.body)
	if (kept) return { ok: true, value: { ...base, form: kept, origin: 'kept', savedAt: draft.savedAt } }
	const claim = await desk.call('claims.get', { id: draft.id })
	if (claim.ok) return { ok: true, value: { ...base, form: formOf(claim.value), origin: 'draft', savedAt: null } }
	if (claim.error.code !== 'NOT_FOUND') return claim
	return { ok: true, value: { ...base, form: blankForm(wallAt(deskNow(), timeZone)), origin: 'fresh', savedAt: null } }
}

/**
 * New claim: the form named in the address. Without a name it is this person's form in progress, else a new one with
 * its number; the address then names it, so that reloading and going back find the same form.
 */
export function NewClaim({ id }: { id: string | null }) {
	const { t } = useTranslation()
	const site = useSite()
	const [opened, setOpened] = useState<Opened | null>(null)
	const [error, setError] = useState<DeskError | null>(null)
	const [tries, setTries] = useState(0)
	const { timeZone } = site

	// biome-ignore lint/correctness/useExhaustiveDependencies: tries is what "try again" changes
	useEffect(() => {
		let gone = false
		async function show() {
			if (id === null) {
				const reply = await desk.call('intake.open', { id: null, fresh: false })
				if (gone) return
				if (reply.ok) goTo({ screen: 'new', id: reply.value.id }, true)
				else setError(reply.error)
				return
			}
			const found = await open(id, timeZone)
			if (gone) return
			setError(found.ok ? null : found.error)
			if (found.ok) setOpened(found.value)
		}
		void show()
		return () => {
			gone = true
		}
	}, [id, timeZone, tries])

	async function startFresh() {
		const reply = await desk.call('intake.open', { id: null, fresh: true })
		if (reply.ok) goTo({ screen: 'new', id: reply.value.id })
		else setError(reply.error)
	}

	if (error)
		return (
			<div className="intake-alone">
				<ErrorBanner
					error={error}
					actions={<Button onPress={() => setTries(tries + 1)}>{t('intake.tryAgain')}</Button>}
				/>
			</div>
		)
	if (!opened)
		return (
			<div className="intake-alone">
				<Skeleton rows={8} />
			</div>
		)
	return <EntryForm key={opened.id} opened={opened} site={site} onFresh={startFresh} />
}
