import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Currency } from '../../../shared/claims/fields.ts'
import { judgeMoney, writeMoney } from './money.ts'
import { TextField } from './TextField.tsx'

type Props = {
	label: string
	/** What stands in the box; judgeMoney reads it. */
	value: string
	onChange: (value: string) => void
	currency: Currency
	error?: string | null | undefined
	hint?: string
	required?: boolean
	disabled?: boolean
	autoFocus?: boolean
	name?: string
}

export function MoneyField(props: Props) {
	const { t, i18n } = useTranslation()
	const [typing, setTyping] = useState(false)
	const judged = judgeMoney(props.value, props.currency, i18n.language)
	function commit() {
		setTyping(false)
		if (judged.kind !== 'read') return
		const written = writeMoney(judged.value, props.currency, i18n.language)
		if (written !== props.value) props.onChange(written)
	}
	return (
		<TextField
			label={props.label}
			value={props.value}
			onChange={(value) => {
				setTyping(true)
				props.onChange(value)
			}}
			onBlur={commit}
			onKeyDown={(event) => {
				if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
			}}
			error={(judged.kind === 'wrong' && !typing ? t(`intake.control.${judged.code}`) : null) ?? props.error}
			hint={props.hint}
			required={props.required ?? false}
			disabled={props.disabled ?? false}
			autoFocus={props.autoFocus ?? false}
			{...(props.name === undefined ? {} : { name: props.name })}
			inputMode="decimal"
			maxLength={60}
			mono
			end={<span className="field-aside">{props.currency}</span>}
		/>
	)
}
