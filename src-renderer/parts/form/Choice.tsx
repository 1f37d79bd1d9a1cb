import { useId } from 'react'
import { FieldLabel } from './FieldLabel.tsx'
import './form.css'

export type Option<V extends string> = { value: V; label: string }

type Props<V extends string> = {
	label: string
	value: V | ''
	onChange: (value: V | '') => void
	options: readonly Option<V>[]
	/** Words of the empty choice; without it nothing can be un-chosen once chosen. */
	empty?: string
	error?: string | null | undefined
	hint?: string
	required?: boolean
	disabled?: boolean
	autoFocus?: boolean
	name?: string
	onBlur?: () => void
}

/**
 * The platform's own select: the first letter selects without opening it, it is complete by keyboard, and it works at
 * any zoom and under any screen reader.
 */
export function Choice<V extends string>(props: Props<V>) {
	const id = useId()
	const error = props.error
	const note = error || props.hint
	return (
		<div className="field" data-invalid={error ? true : undefined}>
			<label className="field-label" htmlFor={id}>
				<FieldLabel label={props.label} required={props.required ?? false} />
			</label>
			<div className="field-box">
				<select
					id={id}
					className="field-input field-select"
					name={props.name}
					value={props.value}
					required={props.required}
					disabled={props.disabled}
					// biome-ignore lint/a11y/noAutofocus: the screen asks for it where the first thing to do is to choose here
					autoFocus={props.autoFocus}
					aria-invalid={error ? true : undefined}
					aria-describedby={note ? `${id}-note` : undefined}
					onChange={(event) => props.onChange(event.currentTarget.value as V | '')}
					onBlur={props.onBlur}
				>
					{props.empty !== undefined || props.value === '' ? <option value="">{props.empty ?? ''}</option> : null}
					{props.options.map((option) => (
						<option key={option.value} value={option.value}>
							{option.label}
						</option>
					))}
				</select>
			</div>
			{note ? (
				<span id={`${id}-note`} className={error ? 'field-error' : 'field-hint'}>
					{note}
				</span>
			) : null}
		</div>
	)
}
