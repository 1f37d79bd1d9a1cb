import { useTranslation } from 'react-i18next'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { useAnswer } from '../../desk/queries.ts'
import { DuplicateRows } from '../../parts/DuplicateRows.tsx'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { SyncDot } from '../../parts/SyncDot.tsx'
import { writeRoute } from '../../state/route.ts'
import { StepsPanel } from './StepsPanel.tsx'

/** Beside the claim: what to do next, what is missing, what may be the same case, where the record is. */
export function ClaimPanel({ view, blocked }: { view: ClaimView; blocked: boolean }) {
	const { t } = useTranslation()
	return (
		<aside className="claim-panel" aria-label={t('claim.section.status')}>
			{view.status === 'draft' && view.may.edit ? (
				<section className="panel-part">
					{view.missing.length > 0 ? (
						<>
							<h2>
								{t('claim.section.missing')} <span className="panel-count">{view.missing.length}</span>
							</h2>
							<ul className="claim-missing">
								{view.missing.map((issue) => (
									<li key={issue.path}>{t(`intake.missing.${issue.path as 'place'}`)}</li>
								))}
							</ul>
						</>
					) : null}
					<a className="button button-main" href={writeRoute({ screen: 'new', id: view.id })}>
						{t('claim.continue')}
					</a>
				</section>
			) : null}
			<StepsPanel view={view} blocked={blocked} />
			<Duplicates view={view} />
			<section className="panel-part">
				<p className="panel-sync">
					<SyncDot state={view.sync} /> {t(`claim.sync.${view.sync}`)}
				</p>
				<p className="dim">{t('claim.head.created', { at: stampTime(view.createdAt), name: view.createdBy.name })}</p>
			</section>
		</aside>
	)
}

function Duplicates({ view }: { view: ClaimView }) {
	const { t } = useTranslation()
	const plates = view.vehicles.map((one) => one.plate).filter((one) => one !== '')
	const phones = view.people.map((one) => one.phone).filter((one) => one !== '')
	const known = view.policyNo !== '' || plates.length > 0 || phones.length > 0
	const found = useAnswer(
		'claims.duplicates',
		{
			id: view.id,
			policyNo: view.policyNo,
			accidentDate: view.accidentDate,
			plates: plates.slice(0, 20),
			phones: phones.slice(0, 40),
		},
		{ enabled: known, keep: true },
	)
	const rows = found.data ?? []
	if (rows.length === 0) return null
	return (
		<section className="panel-part panel-warn">
			<h2>
				{t('intake.panel.duplicates')} <span className="panel-count">{rows.length}</span>
			</h2>
			<DuplicateRows rows={rows} />
		</section>
	)
}
