import { useTranslation } from 'react-i18next'
import type { Issue } from '../../../shared/claims/validate.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { problemWords } from '../../parts/form/problem-words.ts'

export type SectionProps = {
	view: ClaimView
	today: string
	/** The section being edited, if any. */
	editing: string | null
	onEditing: (section: string | null) => void
	/** When the claim was changed last, as of when editing began. */
	updatedAt: string
	/** Sensitive entries of the view are masked. */
	masked: boolean
}

/** Words for what is wrong with the box of a path. */
export function useWrong(issues: readonly Issue[]): (path: string) => string | null {
	useTranslation()
	return (path) => {
		const issue = issues.find((one) => one.path === path)
		return issue ? problemWords(issue.code) : null
	}
}
