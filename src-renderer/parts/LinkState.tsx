import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { readState, useSession } from '../state/session.ts'
import { Banner } from './Banner.tsx'
import { Button } from './Button.tsx'
import { Doorway } from './Doorway.tsx'
import './link-state.css'

const tryEveryMs = 2_000

/**
 * Lies above the screen, which stays as it is with what was typed, and goes away when the desk answers again. A desk that
 * was started again does not know the page any more.
 */
export function GoneBanner() {
	const { t } = useTranslation()
	const link = useSession((session) => session.link)
	const shown = useSession((session) => session.app !== null)
	const gone = link === 'gone'
	useEffect(() => {
		if (!gone) return
		const timer = setInterval(() => void readState(), tryEveryMs)
		return () => clearInterval(timer)
	}, [gone])
	if (link === 'up' || (link === 'stranger' && !shown)) return null
	return (
		<div className="link-gone">
			<Banner
				tone="warn"
				title={t(`frame.${link}.title`)}
				urgent
				actions={<Button onPress={() => void readState()}>{t('frame.retry')}</Button>}
			>
				<p>{t(`frame.${link}.body`)}</p>
			</Banner>
		</div>
	)
}

/** The desk runs, does not know this page, and never did. */
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
