import type { ReactNode } from 'react'
import { TextField as AriaTextField, FieldError, Input, Label, Text } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { useBoundedText } from './bounded.ts'
import { FieldLabel } from './FieldLabel.tsx'
import './form.css'

export type TextFieldProps = {
	label: string
	value: string
	onChange: (value: string) => void
	error?: string | null | undefined
	/** Shown below the box; read with it. */
	hint?: ReactNode
	/** Like a hint, but stands out: something is odd, and may still be right. */
	warning?: string | null | undefined
	type?: 'text' | 'password' | 'tel' | 'search' | 'email'
	autoFocus?: boolean
	required?: boolean
	disabled?: boolean
	readOnly?: boolean
	/** Most UTF-16 units. A longer text is refused whole, never cut. */
	maxLength?: number
	autoComplete?: string
	placeholder?: string
	/** Monospaced, for numbers read aloud. */
	mono?: boolean
	name?: string
	inputMode?: 'text' | 'tel' | 'numeric' | 'decimal'
	onBlur?: () => void
	/** Enter was pressed; input methods that compose do not count. */
	onEnter?: () => void
	onKeyDown?: (event: React.KeyboardEvent<HTMLInputElement>) => void
	/** Inside the box, at its end. */
	end?: ReactNode
	inputRef?: React.Ref<HTMLInputElement>
}

export function TextField(props: TextFieldProps) {
	const { t } = useTranslation()
	const bounded = useBoundedText(props.value, props.onChange, props.maxLength)
	const error = bounded.refusal ? t('intake.control.tooLong', bounded.refusal) : props.error
	const describe = props.warning ?? props.hint
	return (
		<AriaTextField
			className="field"
			value={props.value}
			onChange={bounded.change}
			isInvalid={Boolean(error)}
			isRequired={props.required ?? false}
			isDisabled={props.disabled ?? false}
			isReadOnly={props.readOnly ?? false}
			validationBehavior="aria"
			type={props.type ?? 'text'}
			autoComplete={props.autoComplete ?? 'off'}
			{...(props.name === undefined ? {} : { name: props.name })}
			{...(props.onBlur ? { onBlur: props.onBlur } : {})}
		>
			<Label className="field-label">
				<FieldLabel label={props.label} required={props.required ?? false} />
			</Label>
			<div className="field-box">
				<Input
					ref={props.inputRef ?? null}
					className={props.mono ? 'field-input field-mono' : 'field-input'}
					dir="auto"
					spellCheck={false}
					autoFocus={props.autoFocus ?? false}
					placeholder={props.placeholder ?? ''}
					{...(props.inputMode ? { inputMode: props.inputMode } : {})}
					onPaste={bounded.paste}
					onKeyDown={(event) => {
						props.onKeyDown?.(event)
						if (event.key === 'Enter' && !event.nativeEvent.isComposing && props.onEnter && !event.defaultPrevented) {
							event.preventDefault()
							props.onEnter()
						}
					}}
				/>
				{props.end}
			</div>
			{!error && describe ? (
				<Text slot="description" className={props.warning ? 'field-warning' : 'field-hint'}>
					{describe}
				</Text>
			) : null}
			<FieldError className="field-error">{error}</FieldError>
		</AriaTextField>
	)
}
