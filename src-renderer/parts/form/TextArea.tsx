import { useLayoutEffect, useRef } from 'react'
import { TextArea as AriaTextArea, TextField as AriaTextField, FieldError, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useBoundedText } from './bounded.ts'
import { FieldLabel } from './FieldLabel.tsx'
import './form.css'

type Props = {
	label: string
	value: string
	onChange: (value: string) => void
	error?: string | null | undefined
	hint?: string
	required?: boolean
	disabled?: boolean
	autoFocus?: boolean
	maxLength?: number
	name?: string
	/** Lines shown when empty; the box grows with the text. */
	rows?: number
	onBlur?: () => void
}

const mostRows = 14

export function TextArea(props: Props) {
	const { t } = useTranslation()
	const box = useRef<HTMLTextAreaElement>(null)
	const bounded = useBoundedText(props.value, props.onChange, props.maxLength)
	const error = bounded.refusal ? t('intake.control.tooLong', bounded.refusal) : props.error
	const rows = props.rows ?? 2
	useLayoutEffect(() => {
		const area = box.current
		if (!area || area.value !== props.value) return
		area.style.height = 'auto'
		area.style.height = `${Math.min(area.scrollHeight, mostRows * 20)}px`
	}, [props.value])
	return (
		<AriaTextField
			className="field"
			value={props.value}
			onChange={bounded.change}
			isInvalid={Boolean(error)}
			isRequired={props.required ?? false}
			isDisabled={props.disabled ?? false}
			validationBehavior="aria"
			{...(props.name === undefined ? {} : { name: props.name })}
			{...(props.onBlur ? { onBlur: props.onBlur } : {})}
		>
			<Label className="field-label">
				<FieldLabel label={props.label} required={props.required ?? false} />
			</Label>
			<div className="field-box">
				<AriaTextArea
					ref={box}
					className="field-input field-area"
					dir="auto"
					rows={rows}
					autoFocus={props.autoFocus ?? false}
					spellCheck={false}
					onPaste={bounded.paste}
				/>
			</div>
			{!error && props.hint ? (
				<Text slot="description" className="field-hint">
					{props.hint}
				</Text>
			) : null}
			<FieldError className="field-error">{error}</FieldError>
		</AriaTextField>
	)
}
