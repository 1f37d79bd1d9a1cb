import { useTranslation } from 'react-i18next'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'

export type Step = ClaimView['steps'][number]

const order = ['draft', 'reported', 'assigned', 'inspected', 'estimated', 'review', 'approved', 'settled', 'closed']
export function useStepName(view: ClaimView): (step: Step) => string {
	const { t } = useTranslation()
	return (step) => {
		if (step.take) return t('claim.step.take')
		if (step.to === 'assigned' && !['reported', 'reopened'].includes(view.status)) return t('claim.step.reassign')
		if (view.status === 'review' && order.indexOf(step.to) < order.indexOf('review') && order.includes(step.to))
			return t('claim.step.returned', { status: t(`fields.status.${step.to}`) })
		return t(`claim.step.${step.to}`)
	}
}
