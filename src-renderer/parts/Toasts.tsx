import { useTranslation } from 'react-i18next'
import { dropToast, useToasts } from '../state/toasts.ts'
import './toasts.css'

/** The live region is always there, so that what appears in it is read out. */
export function Toasts() {
	const { t } = useTranslation()
	const toasts = useToasts((state) => state.toasts)
	return (
		<div className="toasts" role="status" aria-live="polite">
			{toasts.map((one) => (
				<div key={one.id} className={`toast toast-${one.tone}`}>
					<span>{one.text}</span>
					<button type="button" aria-label={t('frame.dismiss')} onClick={() => dropToast(one.id)}>
						×
					</button>
				</div>
			))}
		</div>
	)
}
