import { useTranslation } from 'react-i18next'
import { type City, cities } from '../../../shared/claims/cities.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { cityOf, ownCity, type SetUpForm } from './check.ts'

type Errors = Partial<Record<'city' | 'code' | 'en' | 'timeZone', string>>

const zones = Intl.supportedValuesOf('timeZone').map((zone) => ({ value: zone, label: zone.replaceAll('_', ' ') }))

export function CityChoice({
	form,
	change,
	errors,
}: {
	form: SetUpForm
	change: (part: Partial<SetUpForm>) => void
	errors: Errors
}) {
	const { t, i18n } = useTranslation()
	const city = form.city === ownCity ? null : cityOf(form)
	return (
		<Choice
			label={t('session.setUp.city')}
			value={form.city}
			onChange={(value) => change({ city: value })}
			options={[
				...cities.map((one) => ({
					value: one.code,
					label: `${i18n.language === 'zh-CN' ? one.zh : one.en} (${one.code})`,
				})),
				{ value: ownCity, label: t('session.setUp.anotherCity') },
			]}
			required
			error={errors.city}
			{...(city ? { hint: t('session.setUp.cityHint', { code: city.code }) } : {})}
		/>
	)
}

/** A city that the list does not offer. */
export function OwnCity({ own, change, errors }: { own: City; change: (own: City) => void; errors: Errors }) {
	const { t } = useTranslation()
	return (
		<div className="set-up-grid set-up-own">
			<TextField
				label={t('session.setUp.cityCode')}
				value={own.code}
				onChange={(code) => change({ ...own, code: code.toUpperCase() })}
				maxLength={4}
				mono
				required
				error={errors.code}
				hint={t('session.setUp.cityCodeHint')}
			/>
			<Choice
				label={t('session.setUp.timeZone')}
				value={own.timeZone}
				onChange={(timeZone) => change({ ...own, timeZone })}
				options={zones}
				required
				error={errors.timeZone}
			/>
			<TextField
				label={t('session.setUp.cityEn')}
				value={own.en}
				onChange={(en) => change({ ...own, en })}
				maxLength={limits.name}
				error={errors.en}
			/>
			<TextField
				label={t('session.setUp.cityZh')}
				value={own.zh}
				onChange={(zh) => change({ ...own, zh })}
				maxLength={limits.name}
			/>
		</div>
	)
}
