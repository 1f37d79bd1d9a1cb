import i18next from 'i18next'
import { initReactI18next } from 'react-i18next'
import { type Language, languages } from '../../shared/desk-api/session.ts'
import { en } from './en.ts'
import { zhCN } from './zh-CN.ts'

/** The language a person most likely reads, until the desk or the person says otherwise. */
function guessLanguage(): Language {
	return navigator.languages[0]?.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en'
}

export function startWords(): void {
	void i18next.use(initReactI18next).init({
		lng: guessLanguage(),
		fallbackLng: 'en',
		supportedLngs: [...languages],
		ns: ['words'],
		defaultNS: 'words',
		resources: { en: { words: en }, 'zh-CN': { words: zhCN } },
		interpolation: { escapeValue: false }, // React escapes
		initAsync: false,
	})
	document.documentElement.lang = i18next.language
	i18next.on('languageChanged', (language) => {
		document.documentElement.lang = language
	})
}

export function showLanguage(language: Language): void {
	if (i18next.language !== language) void i18next.changeLanguage(language)
}

export function shownLanguage(): Language {
	return i18next.language === 'zh-CN' ? 'zh-CN' : 'en'
}
