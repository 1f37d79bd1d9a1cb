import { useTranslation } from 'react-i18next'
import { clockTime } from '../../parts/form/calendar-words.ts'
import type { KeepState } from '../../parts/form/keep-draft.ts'

/** Where what was typed is: on the disk, on its way, or nowhere but in this window. */
export function SavedMark({ state }: { state: KeepState }) {
	const { t } = useTranslation()
	if (state.kind === 'failed')
		return (
			<span className="saved-mark saved-not" role="alert">
				<i aria-hidden="true">!</i>
				{t('intake.notSaved', { reason: t(`errors.code.${state.error.code}.title`) })}
			</span>
		)
	return (
		<span className="saved-mark" data-kind={state.kind}>
			<i aria-hidden="true" />
			{state.kind === 'saved'
				? t('intake.saved', { time: clockTime(state.savedAt) })
				: state.kind === 'saving'
					? t('intake.saving')
					: t('intake.nothingYet')}
		</span>
	)
}
