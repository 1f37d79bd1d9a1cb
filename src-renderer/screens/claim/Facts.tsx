import { useTranslation } from 'react-i18next'
import { ShownText } from '../../parts/ShownText.tsx'

/** wide: half a line. full: a whole line. extra: left out when empty. */
export type FactRow = readonly [field: string, value: string, form?: 'wide' | 'full' | 'extra']

/** Names and values to read. What nobody said yet is said to be so. */
export function Facts({ rows, tags }: { rows: readonly FactRow[]; tags?: readonly string[] }) {
	const { t } = useTranslation()
	return (
		<dl className="facts">
			{rows.map(([field, value, form]) =>
				form === 'extra' && value === '' ? null : (
					<div key={field} className={form ? `fact fact-${form}` : 'fact'}>
						<dt>{t(`claim.field.${field as 'place'}`)}</dt>
						<dd>
							{value === '' ? <span className="fact-blank">{t('claim.blank')}</span> : <ShownText text={value} />}
						</dd>
					</div>
				),
			)}
			{tags ? (
				<div className="fact">
					<dt>{t('claim.field.tags')}</dt>
					<dd>
						{tags.length === 0 ? <span className="fact-blank">{t('claim.blank')}</span> : null}
						{tags.map((tag) => (
							<span key={tag} className="fact-tag">
								<ShownText text={tag} />
							</span>
						))}
					</dd>
				</div>
			) : null}
		</dl>
	)
}
