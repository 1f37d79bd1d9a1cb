import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { type Language, languages } from '../../shared/desk-api/session.ts'
import { chooseLanguage } from '../state/session.ts'
import './language-choice.css'

/** The same on every page, so that whoever does not read this language finds the other one. */
export function LanguageChoice() {
	const { t, i18n } = useTranslation()
	const id = useId()
	return (
		<span className="language-choice">
			<label htmlFor={id} className="for-readers">
				{t('frame.language')}
			</label>
			<svg viewBox="0 0 16 16" width="15" height="15" aria-hidden="true" fill="none" stroke="currentColor">
				<circle cx="8" cy="8" r="6.2" />
				<path d="M1.8 8h12.4M8 1.8c2 1.9 2.6 4 2.6 6.2S10 12.3 8 14.2C6 12.3 5.4 10.2 5.4 8S6 3.7 8 1.8z" />
			</svg>
			<select id={id} value={i18n.language} onChange={(event) => chooseLanguage(event.currentTarget.value as Language)}>
				{languages.map((language) => (
					<option key={language} value={language} lang={language}>
						{t(`frame.languageName.${language}`)}
					</option>
				))}
			</select>
		</span>
	)
}
