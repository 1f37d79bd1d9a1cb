import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import './claim-number.css'

const saidMs = 1_600

/** A claim number, big enough to be read aloud, copied with one press. */
export function ClaimNumber({ claimNo }: { claimNo: string }) {
	const { t } = useTranslation()
	const [copied, setCopied] = useState(false)
	async function copy() {
		await navigator.clipboard.writeText(claimNo).catch(() => undefined)
		setCopied(true)
		setTimeout(() => setCopied(false), saidMs)
	}
	return (
		<button type="button" className="claim-number" title={t('intake.copyNumber')} onClick={copy}>
			<span className="claim-number-text">{claimNo}</span>
			<svg viewBox="0 0 16 16" width="14" height="14" aria-hidden="true">
				{copied ? (
					<path d="M3 8.5l3.2 3.2L13 5" fill="none" stroke="currentColor" strokeWidth="1.8" />
				) : (
					<path d="M5.5 5.5v-3h8v8h-3M2.5 5.5h8v8h-8z" fill="none" stroke="currentColor" strokeWidth="1.3" />
				)}
			</svg>
			<span className="for-readers" role="status">
				{copied ? t('intake.copied') : ''}
			</span>
		</button>
	)
}
