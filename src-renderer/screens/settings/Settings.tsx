import { useTranslation } from 'react-i18next'
import { mayEver } from '../../../shared/access/roles.ts'
import { type SettingsPage, settingsPages, writeRoute } from '../../state/route.ts'
import { useMe } from '../../state/session.ts'
import { About } from './About.tsx'
import { MyAccount } from './MyAccount.tsx'
import { People } from './People.tsx'
import './settings.css'

export function Settings({ page }: { page: SettingsPage }) {
	const { t } = useTranslation()
	const me = useMe()
	const seesPeople = mayEver(me, 'people.read')
	const shown = page === 'people' && !seesPeople ? 'me' : page
	return (
		<div className="settings">
			<header className="settings-head">
				<h1>{t('settings.title')}</h1>
				<nav aria-label={t('settings.title')}>
					{settingsPages
						.filter((one) => one !== 'people' || seesPeople)
						.map((one) => (
							<a
								key={one}
								href={writeRoute({ screen: 'settings', page: one })}
								aria-current={one === shown ? 'page' : undefined}
							>
								{t(`settings.pages.${one}`)}
							</a>
						))}
				</nav>
			</header>
			<div className="settings-body">
				{shown === 'me' ? <MyAccount /> : shown === 'people' ? <People /> : <About />}
			</div>
		</div>
	)
}
