import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { Button } from '../../parts/Button.tsx'
import { Doorway } from '../../parts/Doorway.tsx'
import { readState } from '../../state/session.ts'
import { sayError } from '../../words/say.ts'
import './trouble.css'

/** The store cannot be used: what happened, what is safe, what to do. */
export function Trouble({ error }: { error: DeskError }) {
	const { t } = useTranslation()
	const said = sayError(t, error)
	return (
		<Doorway title={said.title}>
			<div className="trouble" role="alert">
				{said.details.map((detail) => (
					<p key={detail}>{detail}</p>
				))}
				<h2>{t('session.trouble.safe')}</h2>
				<p>{said.safe}</p>
				<h2>{t('session.trouble.todo')}</h2>
				<p>{said.todo}</p>
				{said.reference ? (
					<p className="dim">
						{t('frame.reference')} <span className="mono">{said.reference}</span>
					</p>
				) : null}
			</div>
			<div>
				<Button onPress={() => void readState()}>{t('session.trouble.retry')}</Button>
			</div>
		</Doorway>
	)
}
