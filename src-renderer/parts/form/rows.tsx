import { useTranslation } from 'react-i18next'
import './layout.css'

/** Takes a row away. Out of the Tab order of a call: reached with the mouse or a screen reader, or by emptying the row. */
export function RemoveRow({ what, onPress }: { what: string; onPress: () => void }) {
	return (
		<button type="button" className="row-remove" title={what} onClick={onPress}>
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
