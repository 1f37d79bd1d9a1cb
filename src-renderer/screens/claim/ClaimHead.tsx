import { useTranslation } from 'react-i18next'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { ClaimNumber } from '../../parts/ClaimNumber.tsx'
import { Kbd } from '../../parts/Kbd.tsx'
import { ShownText } from '../../parts/ShownText.tsx'
import { StatusChip } from '../../parts/StatusChip.tsx'
import { writeRoute } from '../../state/route.ts'
import { useSession } from '../../state/session.ts'

export function BackLink() {
	const { t } = useTranslation()
	return (
		<a className="claim-back" href={writeRoute({ screen: 'claims' })}>
			<span aria-hidden="true">←</span> {t('claim.back')}
			<span aria-hidden="true">
				<Kbd keys="Esc" />
			</span>
		</a>
	)
}

/** What tells one claim from another, always in sight. */
export function ClaimHead({ view }: { view: ClaimView }) {
	const { t, i18n } = useTranslation()
	const city = useSession((session) => session.app?.cities.find((one) => one.code === view.city))
	const cityName = city ? (i18n.language === 'zh-CN' ? city.zh : city.en) : view.city
	const when = [view.accidentDate ?? t('claim.head.undated'), view.accidentTime ?? ''].join(' ').trim()
	const policy =
		view.policyNo ||
		(view.policyUnknownReason ? t(`fields.policyUnknownReason.${view.policyUnknownReason}`) : t('claim.blank'))
	const facts = [
		[t('claim.head.accident'), when, false],
		[t('claim.head.place'), view.place || t('claim.blank'), true],
		[t('claim.head.policy'), policy, false],
		[t('claim.head.city'), cityName, false],
		[t('claim.head.assigned'), view.assignedTo?.name || t('claim.head.nobody'), false],
	] as const
	return (
		<header className="claim-head">
			<div className="claim-head-line">
				<BackLink />
				<h1>
					<ClaimNumber claimNo={view.claimNo} />
				</h1>
				<StatusChip status={view.status} />
				{view.archived ? <span className="fact-tag">{t('claim.head.archived')}</span> : null}
				{view.aliases.length > 0 ? (
					<span className="dim">{t('claim.head.alsoKnown', { numbers: view.aliases.join(', ') })}</span>
				) : null}
				{view.keptClaim ? (
					<a href={writeRoute({ screen: 'claim', id: view.keptClaim.id })}>
						{t('claim.head.keptClaim')} {view.keptClaim.claimNo}
					</a>
				) : null}
			</div>
			<dl className="claim-head-facts">
				{facts.map(([name, value, grows]) => (
					<div key={name} className={grows ? 'head-fact head-fact-grows' : 'head-fact'}>
						<dt>{name}</dt>
						<dd title={value}>
							<ShownText text={value} />
						</dd>
					</div>
				))}
			</dl>
		</header>
	)
}
