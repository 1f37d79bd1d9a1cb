import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { type Action, mayEver } from '../../../shared/access/roles.ts'
import { type SettingsPage, settingsPages, writeRoute } from '../../state/route.ts'
import { useMe } from '../../state/session.ts'
import { About } from './About.tsx'
import { Archive } from './Archive.tsx'
import { MyAccount } from './MyAccount.tsx'
import { People } from './People.tsx'
import './settings.css'

const pages: Record<SettingsPage, () => ReactNode> = { me: MyAccount, people: People, archive: Archive, about: About }
const needed: Partial<Record<SettingsPage, Action>> = { people: 'people.read', archive: 'settings.write' }

export function Settings({ page }: { page: SettingsPage }) {
	const { t } = useTranslation()
	const me = useMe()
	const open = settingsPages.filter((one) => {
		const needs = needed[one]
		return needs === undefined || mayEver(me, needs)
	})
	const shown = open.find((one) => one === page) ?? 'me'
	const Page = pages[shown]
	return (
		<div className="settings">
			<header className="settings-head">
				<h1>{t('settings.title')}</h1>
				<nav aria-label={t('settings.title')}>
					{open.map((one) => (
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
				<Page />
			</div>
		</div>
	)
}
