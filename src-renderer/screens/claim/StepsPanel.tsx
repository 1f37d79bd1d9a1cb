import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Guard } from '../../../shared/claims/status.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { Button } from '../../parts/Button.tsx'
import { ShownText } from '../../parts/ShownText.tsx'
import { StatusChip } from '../../parts/StatusChip.tsx'
import { StepDialog } from './StepDialog.tsx'
import { type Step, useStepName } from './step.ts'

/** Steps that end a claim some other way: there, but not in the way. */
const aside = new Set(['denied', 'withdrawn', 'duplicate', 'discarded'])

/** The status and what may be done next, the way forward first; what a step still waits for is said below it. */
export function StepsPanel({ view, blocked }: { view: ClaimView; blocked: boolean }) {
	const { t } = useTranslation()
	const [open, setOpen] = useState<Step | null>(null)
	const name = useStepName(view)
	const forward = view.steps.filter((step) => !aside.has(step.to))
	const other = view.steps.filter((step) => aside.has(step.to))
	const waits = (step: Step) =>
		step.unmet.length === 0 ? null : (
			<p className="step-waits">
				{t('claim.step.notYet', { what: step.unmet.map((guard) => t(`errors.guard.${guard as Guard}`)).join('; ') })}
			</p>
		)
	return (
		<section className="panel-part">
			<h2>
				{t('claim.section.status')} <StatusChip status={view.status} />
			</h2>
			{view.statusReason === '' ? null : (
				<p className="dim">
					<ShownText text={view.statusReason} />
				</p>
			)}
			{view.steps.length === 0 ? <p className="dim">{t('claim.step.nothing')}</p> : null}
			<div className="steps">
				{forward.map((step, at) => (
					<div key={`${step.to}${step.take}`}>
						<Button
							look={at === 0 && step.unmet.length === 0 ? 'main' : 'plain'}
							disabled={blocked || step.unmet.length > 0}
							onPress={() => setOpen(step)}
						>
							{name(step)}
						</Button>
						{waits(step)}
					</div>
				))}
			</div>
			{other.length === 0 ? null : (
				<details className="steps-other">
					<summary>{t('claim.step.more')}</summary>
					<div className="steps">
						{other.map((step) => (
							<div key={step.to}>
								<Button small disabled={blocked || step.unmet.length > 0} onPress={() => setOpen(step)}>
									{name(step)}
								</Button>
								{waits(step)}
							</div>
						))}
					</div>
				</details>
			)}
			{open ? <StepDialog view={view} step={open} name={name(open)} onClose={() => setOpen(null)} /> : null}
		</section>
	)
}
