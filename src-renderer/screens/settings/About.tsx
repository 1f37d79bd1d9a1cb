import { useTranslation } from 'react-i18next'
import { useSession } from '../../state/session.ts'

export function About() {
	const { t, i18n } = useTranslation()
	const app = useSession((session) => session.app)
	const city = app?.site?.city
	const facts: [string, string][] = [
		[t('settings.about.version'), app?.version ?? ''],
		[t('settings.about.site'), app?.site?.name ?? ''],
		[t('settings.about.city'), city ? `${i18n.language === 'zh-CN' ? city.zh : city.en} (${city.code})` : ''],
		[t('settings.about.timeZone'), city?.timeZone ?? ''],
		[t('settings.about.idle'), t('settings.about.minutes', { count: app?.idleMinutes ?? 0 })],
		[t('settings.about.storage'), t('settings.about.storageBody')],
	]
	return (
		<section className="settings-card">
			<h2>{t('frame.product')}</h2>
			<dl className="settings-facts">
				{facts.map(([name, value]) => (
					<div key={name}>
						<dt>{name}</dt>
						<dd>
							<bdi>{value}</bdi>
						</dd>
					</div>
				))}
			</dl>
		</section>
	)
}
