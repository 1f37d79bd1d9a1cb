import { Checkbox } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { keepPref } from '../../state/prefs.ts'
import { type ColumnId, columnIds, standardColumns, tracksOf } from './columns.ts'
import { Pop } from './PickMany.tsx'

/** Heads for the eye: a row's own name says the same to assistive technology. */
export function ColumnHeads({ columns }: { columns: readonly ColumnId[] }) {
	const { t } = useTranslation()
	return (
		<div className="claims-heads" aria-hidden="true" style={{ ['--tracks' as never]: tracksOf(columns) }}>
			<span />
			<span>{t('list.columns.claimNo')}</span>
			{columns.map((column) => (
				<span key={column} className="clip">
					{t(`list.columns.${column}`)}
				</span>
			))}
		</div>
	)
}

export function ColumnChoice({ columns }: { columns: readonly ColumnId[] }) {
	const { t } = useTranslation()
	return (
		<Pop
			label={t('list.columns.title')}
			end
			icon={
				<svg
					viewBox="0 0 16 16"
					width="16"
					height="16"
					aria-hidden="true"
					fill="none"
					stroke="currentColor"
					strokeWidth="1.4"
				>
					<path d="M2.5 3h11v10h-11zM6.2 3v10M9.8 3v10" />
				</svg>
			}
		>
			<div className="pick-list">
				{columnIds.map((column) => (
					<Checkbox
						key={column}
						className="pick-item"
						isSelected={columns.includes(column)}
						onChange={(on) =>
							keepPref(
								'columns',
								JSON.stringify(columnIds.filter((one) => (one === column ? on : columns.includes(one)))),
							)
						}
					>
						<i aria-hidden="true" />
						{t(`list.columns.${column}`)}
					</Checkbox>
				))}
			</div>
			<Button look="quiet" small onPress={() => keepPref('columns', JSON.stringify(standardColumns))}>
				{t('list.columns.reset')}
			</Button>
		</Pop>
	)
}
