import type { ReactNode } from 'react'

/** A part of the form: a group with its name, its boxes on twelve columns. */
export function Section({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
	return (
		<fieldset className="intake-section">
			<legend>{title}</legend>
			<div className="intake-grid">{children}</div>
			{foot ? <div className="intake-foot">{foot}</div> : null}
		</fieldset>
	)
}

/** Takes a row away. Out of the Tab order of a call: reached with the mouse or a screen reader, or by emptying the row. */
export function RemoveRow({ what, onPress }: { what: string; onPress: () => void }) {
	return (
		<button type="button" className="row-remove" title={what} onClick={onPress}>
			<span aria-hidden="true">×</span>
			<span className="for-readers">{what}</span>
		</button>
	)
}
