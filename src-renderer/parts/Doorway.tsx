import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { LanguageChoice } from './LanguageChoice.tsx'
import { Mark } from './Mark.tsx'
import './doorway.css'

type Props = {
	title: string
	/** Site and code, once there is one. */
	place?: ReactNode
	children: ReactNode
	foot?: ReactNode
	wide?: boolean
}

/** The pages before the desk is open: set-up, sign-in, and what keeps it from opening. */
export function Doorway({ title, place, children, foot, wide }: Props) {
	const { t } = useTranslation()
	return (
		<div className="doorway">
			<header className="doorway-head">
				<span className="doorway-brand">
					<Mark />
					<strong>{t('frame.product')}</strong>
				</span>
				<LanguageChoice />
			</header>
			<main className={wide ? 'doorway-main doorway-wide' : 'doorway-main'}>
				<div className="doorway-card">
					<div className="doorway-title">
						<h1>{title}</h1>
						{place ? <p className="dim">{place}</p> : null}
					</div>
					{children}
				</div>
				{foot ? <div className="doorway-foot">{foot}</div> : null}
			</main>
		</div>
	)
}
