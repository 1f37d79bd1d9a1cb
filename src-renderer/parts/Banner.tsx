import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import { sayError } from '../words/say.ts'
import './banner.css'

type Props = {
	tone: 'bad' | 'warn' | 'info' | 'good'
	title: string
	children?: ReactNode
	/** Buttons. */
	actions?: ReactNode
	/** Read out at once when it appears. */
	urgent?: boolean
}

const marks: Record<Props['tone'], string> = { bad: '!', warn: '!', info: 'i', good: '✓' }

export function Banner({ tone, title, children, actions, urgent }: Props) {
	return (
		<div className={`banner banner-${tone}`} role={urgent ? 'alert' : undefined}>
			<span className="banner-mark" aria-hidden="true">
				<i>{marks[tone]}</i>
			</span>
			<div className="banner-words">
				<strong>{title}</strong>
				{children}
				{actions ? <div className="banner-actions">{actions}</div> : null}
			</div>
		</div>
	)
}

/** A failure in three sentences: what happened, what is safe, what to do. */
export function ErrorBanner({ error, actions }: { error: DeskError; actions?: ReactNode }) {
	const { t } = useTranslation()
	const said = sayError(t, error)
	return (
		<Banner tone={error.code === 'WAIT' ? 'warn' : 'bad'} title={said.title} actions={actions} urgent>
			{said.details.length > 0 ? (
				<ul className="banner-details">
					{said.details.map((detail) => (
						<li key={detail}>{detail}</li>
					))}
				</ul>
			) : null}
			<p>
				{said.safe} {said.todo}
			</p>
			{said.reference ? (
				<p className="dim">
					{t('frame.reference')} <span className="mono">{said.reference}</span>
				</p>
			) : null}
		</Banner>
	)
}
