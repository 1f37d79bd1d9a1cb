import { type ClipboardEvent, useState } from 'react'
import { type Refusal, refuseLong } from './judge.ts'

/**
 * A text box with a limit that never cuts: a change or paste beyond it is refused whole and what was there stays.
 * The paste is judged before the browser inserts it, so that megabytes never reach the box.
 */
export function useBoundedText(value: string, onChange: (value: string) => void, most = Number.POSITIVE_INFINITY) {
	const [refusal, setRefusal] = useState<Refusal | null>(null)
	return {
		refusal,
		change(next: string) {
			const refused = refuseLong(value, next, most)
			setRefusal(refused)
			if (!refused) onChange(next)
		},
		paste(event: ClipboardEvent<HTMLInputElement | HTMLTextAreaElement>) {
			const box = event.currentTarget
			const selected = (box.selectionEnd ?? 0) - (box.selectionStart ?? 0)
			const next = value.length - selected + event.clipboardData.getData('text').length
			if (next <= most) return
			event.preventDefault()
			setRefusal({ most, got: next })
		},
	}
}
