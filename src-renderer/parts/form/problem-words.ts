import i18next from 'i18next'
import { earliestAccident } from '../../../shared/claims/dates.ts'

/** Words for a refused box. */
export function problemWords(code: string): string {
	for (const key of [`intake.control.${code}`, `errors.issue.${code}`])
		if (i18next.exists(key)) return String(i18next.t(key as 'errors.issue.invalid', { earliest: earliestAccident }))
	return i18next.t('errors.issue.invalid')
}
