import { useTranslation } from 'react-i18next'
import type { Duplicate } from '../../shared/desk-api/claims.ts'
import { writeRoute } from '../state/route.ts'
import { StatusChip } from './StatusChip.tsx'

/** A panel has room for so many; the desk finds the newest first. */
const mostShown = 8

/** Claims that may tell of the same accident, each with the reason, each a link. */
export function DuplicateRows({ rows }: { rows: readonly Duplicate[] }) {
	const { t } = useTranslation()
	return (
		<ul className="panel-rows">
			{rows.slice(0, mostShown).map((row) => (
				<li key={row.id}>
					<a href={writeRoute({ screen: 'claim', id: row.id })}>
						<span className="panel-line">
							<span className="mono">{row.claimNo}</span>
							<StatusChip status={row.status} />
						</span>
						<span className="panel-line">
							<span>{row.accidentDate ?? t('intake.panel.undated')}</span>
							<bdi className="clip">{row.place}</bdi>
						</span>
						<span className="panel-why">{row.why.map((why) => t(`intake.panel.why.${why}`)).join(' · ')}</span>
					</a>
				</li>
			))}
		</ul>
	)
}
