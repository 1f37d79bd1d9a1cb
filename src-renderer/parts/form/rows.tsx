import { useTranslation } from 'react-i18next'
import './layout.css'

/** Takes a row away. skip: not a stop of Tab, for a row that is still blank and so stands for nothing. */
export function RemoveRow({ what, onPress, skip }: { what: string; onPress: () => void; skip?: boolean }) {
	return (
		<button type="button" className="row-remove" tabIndex={skip ? -1 : undefined} title={what} onClick={onPress}>
			<span aria-hidden="true">×</span>
			<span className="for-readers">{what}</span>
		</button>
	)
}

export function AddRow({ label, onPress }: { label: string; onPress: () => void }) {
	return (
		<button type="button" className="row-add" onClick={onPress}>
			<span aria-hidden="true">+</span> {label}
		</button>
	)
}

/** Labels of repeated boxes: the first has the plain name, the next ones a number. */
export function useNumbered() {
	const { t } = useTranslation()
	return (label: string, at: number) => (at === 0 ? label : t('intake.numbered', { label, at: at + 1 }))
}
