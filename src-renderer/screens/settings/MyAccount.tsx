import { useTranslation } from 'react-i18next'
import { languages } from '../../../shared/desk-api/session.ts'
import { ChangePassword } from '../../parts/ChangePassword.tsx'
import { Segments } from '../../parts/form/Segments.tsx'
import { keepPref, usePref } from '../../state/prefs.ts'
import { chooseLanguage, useMe } from '../../state/session.ts'
import { readTheme, showTheme, themes } from '../../state/theme.ts'
import { shownLanguage } from '../../words/words.ts'

/** Who is signed in, the password, the language and the looks. */
export function MyAccount() {
	const { t } = useTranslation()
	const me = useMe()
	const theme = readTheme(usePref('theme'))
	return (
		<>
			<section className="settings-card">
				<h2>{t('settings.me.signedInAs')}</h2>
				<dl className="settings-facts">
					<div>
						<dt>{t('settings.people.name')}</dt>
						<dd>
							<bdi>{me.displayName}</bdi>
						</dd>
					</div>
					<div>
						<dt>{t('settings.me.userName')}</dt>
						<dd>
							<bdi>{me.userName}</bdi>
						</dd>
					</div>
					<div>
						<dt>{t('settings.me.roles')}</dt>
						<dd>{me.roles.map((role) => t(`fields.role.${role}`)).join(' · ')}</dd>
					</div>
					<div>
						<dt>{t('settings.me.cities')}</dt>
						<dd>{me.cities === '*' ? t('settings.me.allCities') : me.cities.join(', ')}</dd>
					</div>
				</dl>
			</section>
			<section className="settings-card">
				<h2>{t('settings.me.lookTitle')}</h2>
				<p className="dim">{t('settings.me.languageHint')}</p>
				<Segments
					label={t('settings.me.displayIn')}
					value={shownLanguage()}
					onChange={chooseLanguage}
					options={languages.map((value) => ({ value, label: t(`frame.languageName.${value}`) }))}
				/>
				<Segments
					label={t('settings.me.themeTitle')}
					value={theme}
					onChange={(next) => {
						showTheme(next)
						keepPref('theme', next)
					}}
					options={themes.map((value) => ({ value, label: t(`settings.me.theme.${value}`) }))}
				/>
			</section>
			<section className="settings-card">
				<h2>{t('settings.me.passwordTitle')}</h2>
				<ChangePassword />
			</section>
		</>
	)
}
