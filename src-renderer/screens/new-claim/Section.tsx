import type { ReactNode } from 'react'
import '../../parts/form/layout.css'

/** A part of the form: a group with its name, its boxes on twelve columns. */
export function Section({ title, children, foot }: { title: string; children: ReactNode; foot?: ReactNode }) {
	return (
		<fieldset className="intake-section">
			<legend>{title}</legend>
			<div className="form-grid">{children}</div>
			{foot ? <div className="row-adds section-foot">{foot}</div> : null}
		</fieldset>
	)
}
