import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { readState, useSession } from '../state/session.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Doorway } from './Doorway.tsx'
import './link-state.css'

const tryEveryMs = 2_000

/** Lies above the screen, which stays as it is with what was typed, and goes away when the desk answers again. */
export function GoneBanner() {
	const { t } = useTranslation()
	const gone = useSession((session) => session.link === 'gone')
	useEffect(() => {
		if (!gone) return
		const timer = setInterval(() => void readState(), tryEveryMs)
		return () => clearInterval(timer)
	}, [gone])
	if (!gone) return null
	return (
		<div className="link-gone">
			<Banner
				tone="warn"
				title={t('frame.gone.title')}
				urgent
				actions={<Button onPress={() => void readState()}>{t('frame.retry')}</Button>}
			>
				<p>{t('frame.gone.body')}</p>
			</Banner>
		</div>
	)
}

/** The desk runs and does not know this page. */
export function Stranger() {
	const { t } = useTranslation()
	return (
		<Doorway title={t('frame.stranger.title')}>
			<p>{t('frame.stranger.body')}</p>
			<p>
				<code className="link-address mono">http://127.0.0.1:…/#token=…</code>
			</p>
			<div>
				<Button onPress={() => void readState()}>{t('frame.retry')}</Button>
			</div>
		</Doorway>
	)
}
