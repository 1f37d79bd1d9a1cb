import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeWhole } from './judge.ts'
import { TextField } from './TextField.tsx'

type Props = {
	label: string
	value: string
	onChange: (value: string) => void
	least: number
	most: number
	/** Shown after the number, for example %. */
	unit?: string
	error?: string | null | undefined
	disabled?: boolean
	name?: string
}

/** A whole number between two bounds, typed. */
export function NumberField(props: Props) {
	const { t } = useTranslation()
	const [typing, setTyping] = useState(false)
	const judged = judgeWhole(props.value, props.least, props.most)
	return (
		<TextField
			label={props.label}
			value={props.value}
			onChange={(value) => {
				setTyping(true)
				props.onChange(value)
			}}
			onBlur={() => {
				setTyping(false)
				if (judged.kind === 'read' && String(judged.value) !== props.value) props.onChange(String(judged.value))
			}}
			error={
				(judged.kind === 'wrong' && !typing
					? t(`intake.control.${judged.code}`, { least: props.least, most: props.most })
					: null) ?? props.error
			}
			disabled={props.disabled ?? false}
			{...(props.name === undefined ? {} : { name: props.name })}
			inputMode="numeric"
			maxLength={20}
			end={props.unit ? <span className="field-aside">{props.unit}</span> : null}
		/>
	)
}
