import { FieldError, Label, Radio, RadioGroup } from 'react-aria-components'
import type { Option } from './Choice.tsx'
import './form.css'

type Props<V extends string> = {
	label: string
	value: V | null
	onChange: (value: V) => void
	options: readonly Option<V>[]
	error?: string | null | undefined
	disabled?: boolean
	name?: string
}

/** A few choices side by side. Arrow keys move; the first letter of a choice or its number (1, 2, 3) picks it. */
export function Segments<V extends string>(props: Props<V>) {
	const pick = (key: string): V | undefined =>
		/^[1-9]$/.test(key)
			? props.options[Number(key) - 1]?.value
			: props.options.find((option) => option.label.toLowerCase().startsWith(key.toLowerCase()))?.value
	return (
		<RadioGroup
			className="field"
			value={props.value}
			onChange={(value) => props.onChange(value as V)}
			orientation="horizontal"
			isDisabled={props.disabled ?? false}
			isInvalid={Boolean(props.error)}
			validationBehavior="aria"
			{...(props.name === undefined ? {} : { 'data-name': props.name })}
		>
			<Label className="field-label">{props.label}</Label>
			{/* biome-ignore lint/a11y/noStaticElementInteractions: the radio buttons inside have the focus and the role */}
			<div
				className="segments"
				onKeyDown={(event) => {
					if (
						props.disabled ||
						event.ctrlKey ||
						event.metaKey ||
						event.altKey ||
						event.key.length !== 1 ||
						event.key === ' '
					)
						return
					const value = pick(event.key)
					if (value === undefined) return
					event.preventDefault()
					props.onChange(value)
					const at = props.options.findIndex((option) => option.value === value)
					event.currentTarget.querySelectorAll<HTMLInputElement>('input[type=radio]')[at]?.focus()
				}}
			>
				{props.options.map((option) => (
					<Radio key={option.value} value={option.value} className="segment">
						{option.label}
					</Radio>
				))}
			</div>
			<FieldError className="field-error">{props.error}</FieldError>
		</RadioGroup>
	)
}
