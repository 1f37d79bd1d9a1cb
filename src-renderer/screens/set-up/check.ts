import { type City, cities, cityCodePattern } from '../../../shared/claims/cities.ts'

/** What the set-up page holds while it is filled in. city: a code of the list, or 'own'. */
export type SetUpForm = {
	siteName: string
	city: string
	own: City
	displayName: string
	userName: string
	password: string
	confirm: string
}

export type SetUpProblem =
	| {
			field: 'siteName' | 'city' | 'code' | 'en' | 'zh' | 'timeZone' | 'userName' | 'password' | 'confirm'
			words: 'needSite' | 'needCity' | 'needCode' | 'needName' | 'needZone' | 'needUser' | 'differ' | 'empty'
	  }
	| { field: 'code'; words: 'codeTaken'; owner: City }

export const ownCity = 'own'

/** An empty page. The city is a guess from this machine's time zone, to be looked at and changed. */
export function startForm(): SetUpForm {
	const timeZone = Intl.DateTimeFormat().resolvedOptions().timeZone
	const here = cities.find((city) => city.timeZone === timeZone) ?? cities[0]
	return {
		siteName: '',
		city: here?.code ?? '',
		own: { code: '', en: '', zh: '', timeZone },
		displayName: '',
		userName: '',
		password: '',
		confirm: '',
	}
}

/** The city chosen or described; null while neither. A name in one language serves for both. */
export function cityOf(form: SetUpForm): City | null {
	if (form.city !== ownCity) return cities.find((city) => city.code === form.city) ?? null
	const { code, timeZone } = form.own
	const en = form.own.en.trim() || form.own.zh.trim()
	const zh = form.own.zh.trim() || form.own.en.trim()
	return { code: code.trim().toUpperCase(), en, zh, timeZone }
}

/** What is wrong with the page, in its order. How good the password is, the vault judges. */
export function checkSetUp(form: SetUpForm): SetUpProblem[] {
	const problems: SetUpProblem[] = []
	if (form.siteName.trim() === '') problems.push({ field: 'siteName', words: 'needSite' })
	const city = cityOf(form)
	if (city === null) problems.push({ field: 'city', words: 'needCity' })
	else if (form.city === ownCity) {
		const owner = cities.find((one) => one.code === city.code)
		if (!cityCodePattern.test(city.code)) problems.push({ field: 'code', words: 'needCode' })
		else if (owner) problems.push({ field: 'code', words: 'codeTaken', owner })
		if (city.en === '') problems.push({ field: 'en', words: 'needName' })
		if (city.timeZone === '') problems.push({ field: 'timeZone', words: 'needZone' })
	}
	if (form.userName.trim() === '') problems.push({ field: 'userName', words: 'needUser' })
	if (form.password === '') problems.push({ field: 'password', words: 'empty' })
	else if (form.confirm !== form.password) problems.push({ field: 'confirm', words: 'differ' })
	return problems
}
