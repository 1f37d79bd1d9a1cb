import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guard } from '../../../shared/claims/status.ts'
import { limits } from '../../../shared/claims/text.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { queryClient, rereadClaims, useAnswer } from '../../desk/queries.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Dialog } from '../../parts/Dialog.tsx'
import { Choice } from '../../parts/form/Choice.tsx'
import { MoneyField } from '../../parts/form/MoneyField.tsx'
import { judgeMoney, writeMoney } from '../../parts/form/money.ts'
import { TextArea } from '../../parts/form/TextArea.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { toast } from '../../state/toasts.ts'
import type { Step } from './step.ts'

type Props = { view: ClaimView; step: Step; name: string; onClose: () => void }

const own = ['no-such-claim', 'not-assignable', 'already-submitted'] as const

/** Asks what a step needs, and takes it. Nothing typed here is lost to a refusal: the dialog stays open and says why. */
export function StepDialog({ view, step, name, onClose }: Props) {
	const { t, i18n } = useTranslation()
	const asks = (guard: Guard) => step.asks.includes(guard)
	const people = useAnswer('people.assignees', {}, { enabled: asks('assignee') })
	const [reason, setReason] = useState('')
	const [assignee, setAssignee] = useState('')
	const [keptClaimNo, setKept] = useState('')
	const [settlement, setSettlement] = useState(
		view.settlementMinor === null ? '' : writeMoney(view.settlementMinor, view.currency, i18n.language),
	)
	const [tried, setTried] = useState(false)
	const [busy, setBusy] = useState(false)
	const [error, setError] = useState<DeskError | null>(null)
	const judged = judgeMoney(settlement, view.currency, i18n.language)
	const gaps: Partial<Record<Guard, boolean>> = {
		reason: asks('reason') && reason.trim() === '',
		'inspection-note': asks('inspection-note') && reason.trim() === '',
		assignee: asks('assignee') && assignee === '',
		'kept-claim': asks('kept-claim') && keptClaimNo.trim() === '',
		settlement: asks('settlement') && judged.kind !== 'read',
	}
	const gapWords = (guard: Guard) => (tried && gaps[guard] ? t('errors.issue.empty') : null)
	const ownIssue = error?.issues
		?.map((issue) => issue.code)
		.find((code) => (own as readonly string[]).includes(code)) as (typeof own)[number] | undefined

	async function take() {
		setTried(true)
		if (busy || Object.values(gaps).some(Boolean)) return
		setBusy(true)
		const reply = await desk.call('claims.step', {
			id: view.id,
			from: view.status,
			to: step.to,
			reason,
			assignee: assignee === '' ? null : assignee,
			keptClaimNo: keptClaimNo.trim() === '' ? null : keptClaimNo.trim(),
			settlementMinor: asks('settlement') && judged.kind === 'read' ? judged.value : null,
		})
		setBusy(false)
		if (!reply.ok) {
			if (reply.error.code === 'CONFLICT') rereadClaims()
			return setError(reply.error)
		}
		queryClient.setQueryData(['claims.get', { id: view.id }], reply.value)
		rereadClaims()
		toast(t('claim.step.done', { status: t(`fields.status.${reply.value.status}`) }))
		onClose()
	}
	return (
		<Dialog
			title={name.replace(/…$/, '')}
			onClose={onClose}
			actions={
				<>
					<Button onPress={onClose}>{t('frame.cancel')}</Button>
					<Button look="main" autoFocus={step.asks.length === 0} busy={busy} onPress={() => void take()}>
						{name.replace(/…$/, '')}
					</Button>
				</>
			}
		>
			<p className="dim">
				{t('claim.step.title', { from: t(`fields.status.${view.status}`), to: t(`fields.status.${step.to}`) })} ·{' '}
				{view.claimNo}
			</p>
			{error ? ownIssue ? null : <ErrorBanner error={error} /> : null}
			{asks('assignee') ? (
				<Choice
					label={t('claim.step.assignee')}
					value={assignee}
					onChange={setAssignee}
					empty={t('intake.notChosen')}
					options={(people.data ?? []).map((one) => ({ value: one.id, label: one.displayName }))}
					error={gapWords('assignee') ?? (ownIssue === 'not-assignable' ? t('claim.step.issue.not-assignable') : null)}
					autoFocus
				/>
			) : null}
			{asks('kept-claim') ? (
				<TextField
					label={t('claim.step.keptClaimNo')}
					value={keptClaimNo}
					onChange={setKept}
					maxLength={limits.code}
					mono
					autoFocus
					onEnter={() => void take()}
					error={gapWords('kept-claim') ?? (ownIssue === 'no-such-claim' ? t('claim.step.issue.no-such-claim') : null)}
				/>
			) : null}
			{asks('settlement') ? (
				<MoneyField
					label={t('claim.step.settlement')}
					value={settlement}
					onChange={setSettlement}
					currency={view.currency}
					autoFocus
					error={gapWords('settlement')}
				/>
			) : null}
			{asks('inspection-note') ? (
				<TextArea
					label={t('claim.step.inspectionNote')}
					hint={t('claim.step.inspectionHint')}
					value={reason}
					onChange={setReason}
					maxLength={limits.line}
					autoFocus
					error={gapWords('inspection-note')}
				/>
			) : asks('reason') ? (
				<TextField
					label={t('claim.step.reason')}
					value={reason}
					onChange={setReason}
					maxLength={limits.line}
					autoFocus={!asks('assignee')}
					onEnter={() => void take()}
					error={gapWords('reason')}
				/>
			) : null}
		</Dialog>
	)
}
