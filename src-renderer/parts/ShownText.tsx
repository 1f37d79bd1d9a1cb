import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { splitHidden } from './hidden-characters.ts'
import './shown-text.css'

/** Text somebody typed: never markup, kept apart from the direction of its surroundings, with nothing invisible in it. */
export function ShownText({ text }: { text: string }) {
	const { t } = useTranslation()
	const pieces = splitHidden(text)
	return (
		<bdi className="shown-text">
			{pieces.map((piece, at) => {
				// biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other identity
				if ('text' in piece) return <Fragment key={at}>{piece.text}</Fragment>
				return (
					// biome-ignore lint/suspicious/noArrayIndexKey: the pieces have no other identity
					<span key={at} className="hidden-character" title={t('claim.hidden', { code: piece.hidden })}>
						{piece.hidden}
					</span>
				)
			})}
		</bdi>
	)
}
