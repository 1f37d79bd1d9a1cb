import { Checkbox, CheckboxGroup, FieldError, Label } from 'react-aria-components'
import '../../parts/pick.css'
import './ticks.css'

type Props = {
	label: string
	options: readonly { value: string; label: string; hint?: string }[]
	chosen: readonly string[]
	onChange: (chosen: string[]) => void
	error?: string | null | undefined
}

/** Check boxes under one name. */
export function Ticks({ label, options, chosen, onChange, error }: Props) {
	return (
		<CheckboxGroup
			className="field"
			value={[...chosen]}
			onChange={onChange}
			isInvalid={Boolean(error)}
			validationBehavior="aria"
		>
			<Label className="field-label">{label}</Label>
			<div className="ticks">
				{options.map((option) => (
					<Checkbox key={option.value} value={option.value} className="pick-item tick">
						<i aria-hidden="true" />
						<span>
							{option.label}
							{option.hint ? <small className="dim">{option.hint}</small> : null}
						</span>
					</Checkbox>
				))}
			</div>
			<FieldError className="field-error">{error}</FieldError>
		</CheckboxGroup>
	)
}
