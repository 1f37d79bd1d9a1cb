import { useTranslation } from 'react-i18next'
import { useAfter } from './after.ts'
import './skeleton.css'

/** Grey lines in the place of what is being read; only when reading takes longer than 200 ms. */
export function Skeleton({ rows }: { rows: number }) {
	const { t } = useTranslation()
	const late = useAfter(true)
	if (!late) return null
	return (
		<div className="skeleton" role="status">
			<span className="for-readers">{t('frame.loading')}</span>
			{Array.from({ length: rows }, (_, at) => at).map((at) => (
				<i key={at} />
			))}
		</div>
	)
}
