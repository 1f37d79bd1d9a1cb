import { ToggleButton } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import type { DateText } from '../../../shared/claims/dates.ts'
import { categories, statuses } from '../../../shared/claims/fields.ts'
import { ask } from '../../desk/queries.ts'
import { TagField } from '../../parts/form/TagField.tsx'
import { setFilter, useList } from '../../state/list.ts'
import { useSession } from '../../state/session.ts'
import { DateRange } from './DateRange.tsx'
import { PickMany, Pop } from './PickMany.tsx'
import { SavedFilters } from './SavedFilters.tsx'

const suggestTags = (prefix: string) => ask('claims.tags', { prefix }).catch(() => [])

/** Every filter of the list. All that are set must hold. */
export function Filters({ today }: { today: DateText }) {
	const { t, i18n } = useTranslation()
	const filter = useList((list) => list.filter)
	const cities = useSession((session) => session.app?.cities) ?? []
	const tags = filter.tags ?? []
	return (
		<search className="claims-filters" aria-label={t('list.filters')}>
			<DateRange today={today} />
			<PickMany
				label={t('list.status')}
				options={statuses.map((value) => ({ value, label: t(`fields.status.${value}`) }))}
				chosen={filter.statuses ?? []}
				onChange={(chosen) => setFilter({ statuses: chosen })}
			/>
			<PickMany
				label={t('list.category')}
				options={categories.map((value) => ({ value, label: t(`fields.category.${value}`) }))}
				chosen={filter.categories ?? []}
				onChange={(chosen) => setFilter({ categories: chosen })}
			/>
			<Pop label={t('list.tags')} value={tags.length === 0 ? t('list.any') : String(tags.length)} on={tags.length > 0}>
				<div className="pick-tags">
					<TagField
						label={t('list.tags')}
						value={tags}
						onChange={(chosen) => setFilter({ tags: chosen.slice(0, 10) })}
						suggest={suggestTags}
					/>
				</div>
			</Pop>
			{cities.length > 1 ? (
				<PickMany
					label={t('list.city')}
					options={cities.map((city) => ({
						value: city.code,
						label: `${i18n.language === 'zh-CN' ? city.zh : city.en} (${city.code})`,
					}))}
					chosen={filter.cities ?? []}
					onChange={(chosen) => setFilter({ cities: chosen })}
				/>
			) : null}
			<ToggleButton className="pick" isSelected={filter.mine ?? false} onChange={(mine) => setFilter({ mine })}>
				{t('list.mine')}
			</ToggleButton>
			<ToggleButton
				className="pick"
				isSelected={filter.archived ?? false}
				onChange={(archived) => setFilter({ archived })}
			>
				{t('list.archived')}
			</ToggleButton>
			<SavedFilters />
		</search>
	)
}
