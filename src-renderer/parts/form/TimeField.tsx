import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { judgeTime } from './judge.ts'
import { TextField } from './TextField.tsx'

type Props = {
	label: string
	value: string
	onChange: (value: string) => void
	error?: string | null | undefined
	required?: boolean
	disabled?: boolean
	name?: string
	onBlur?: () => void
}

/** A 24-hour time is typed: 21:45, 2145, 930, 9点5分. */
export function TimeField(props: Props) {
	const { t } = useTranslation()
	const [typing, setTyping] = useState(false)
	const judged = judgeTime(props.value)
	const read = judged.kind === 'read' ? judged.value : null
	function commit() {
		setTyping(false)
		if (read !== null && read !== props.value) props.onChange(read)
	}
	return (
		<TextField
			label={props.label}
			value={props.value}
			onChange={(value) => {
				setTyping(true)
				props.onChange(value)
			}}
			onBlur={() => {
				commit()
				props.onBlur?.()
			}}
			onKeyDown={(event) => {
				if (event.key === 'Enter' && !event.nativeEvent.isComposing) commit()
			}}
			error={(judged.kind === 'wrong' && !typing ? t(`intake.control.${judged.code}`) : null) ?? props.error}
			required={props.required ?? false}
			disabled={props.disabled ?? false}
			{...(props.name === undefined ? {} : { name: props.name })}
			placeholder="HH:MM"
			maxLength={20}
			end={read !== null && read !== props.value ? <output className="field-aside">{read}</output> : null}
		/>
	)
}
