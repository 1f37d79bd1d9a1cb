import { useTranslation } from 'react-i18next'
import type { ClaimFilter } from '../../../shared/desk-api/claims.ts'
import { Button } from '../../parts/Button.tsx'
import { clearFilter, setFilter, useList } from '../../state/list.ts'

type Chip = { key: keyof ClaimFilter; name: string; value: string }

/** What narrows the list at the moment, each with a way to remove it. Nothing when nothing does. */
export function ActiveFilters() {
	const { t } = useTranslation()
	const filter = useList((list) => list.filter)
	const chips: Chip[] = []
	if (filter.text) chips.push({ key: 'text', name: t('list.searchLabel'), value: `“${filter.text}”` })
	if (filter.from) chips.push({ key: 'from', name: t('list.from'), value: filter.from })
	if (filter.to) chips.push({ key: 'to', name: t('list.to'), value: filter.to })
	const many = (values: readonly string[]) => values.join(', ')
	if (filter.statuses)
		chips.push({
			key: 'statuses',
			name: t('list.status'),
			value: many(filter.statuses.map((one) => t(`fields.status.${one}`))),
		})
	if (filter.categories)
		chips.push({
			key: 'categories',
			name: t('list.category'),
			value: many(filter.categories.map((one) => t(`fields.category.${one}`))),
		})
	if (filter.tags) chips.push({ key: 'tags', name: t('list.tags'), value: many(filter.tags) })
	if (filter.cities) chips.push({ key: 'cities', name: t('list.city'), value: many(filter.cities) })
	if (filter.mine) chips.push({ key: 'mine', name: t('list.mine'), value: '' })
	if (filter.archived) chips.push({ key: 'archived', name: t('list.archived'), value: '' })
	if (chips.length === 0) return null
	return (
		<ul className="claims-chips">
			{chips.map((chip) => (
				<li key={chip.key} className="claims-chip">
					<span>{chip.name}</span>
					{chip.value ? (
						<bdi className="clip" title={chip.value}>
							{chip.value}
						</bdi>
					) : null}
					<button
						type="button"
						aria-label={t('list.removeFilter', { name: chip.name })}
						onClick={() => setFilter({ [chip.key]: undefined })}
					>
						×
					</button>
				</li>
			))}
			<li>
				<Button look="quiet" small onPress={clearFilter}>
					{t('list.clearAll')}
				</Button>
			</li>
		</ul>
	)
}
