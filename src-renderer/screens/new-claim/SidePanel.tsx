import { useTranslation } from 'react-i18next'
import type { FormDraft } from '../../../shared/desk-api/claims.ts'
import { useAnswer } from '../../desk/queries.ts'
import { useSettled } from '../../parts/after.ts'
import { DuplicateRows } from '../../parts/DuplicateRows.tsx'
import { clockTime } from '../../parts/form/calendar-words.ts'
import { Kbd } from '../../parts/Kbd.tsx'
import { writeRoute } from '../../state/route.ts'
import type { Gap } from './check-form.ts'
import { readBody } from './form.ts'
import { claimOf } from './form-claim.ts'
import { focusBox, useFormPlace, useFormValue } from './form-context.ts'

/** Beside the form: what is missing, what may be the same case, what else waits, and the keys. */
export function SidePanel({ gaps }: { gaps: readonly Gap[] }) {
	const { t } = useTranslation()
	return (
		<aside className="intake-panel" aria-label={t('intake.panel.name')}>
			<Missing gaps={gaps} />
			<Duplicates />
			<Unfinished />
			<Keys />
		</aside>
	)
}

function Missing({ gaps }: { gaps: readonly Gap[] }) {
	const { t } = useTranslation()
	if (gaps.length === 0)
		return (
			<section className="panel-part panel-ready">
				<h2>{t('intake.panel.ready')}</h2>
				<p>{t('intake.panel.readyText')}</p>
			</section>
		)
	return (
		<section className="panel-part">
			<h2>
				{t('intake.panel.missing')} <span className="panel-count">{gaps.length}</span>
			</h2>
			<ul className="panel-gaps">
				{gaps.map((gap) => (
					<li key={gap.path}>
						<button type="button" onClick={() => focusBox(gap.box)}>
							<i aria-hidden="true" />
							{t(`intake.missing.${gap.path as 'place'}`)}
						</button>
					</li>
				))}
			</ul>
		</section>
	)
}

const settleMs = 350
const mostShown = 6

function Duplicates() {
	const { t } = useTranslation()
	const { site, id } = useFormPlace()
	const form = useFormValue((model) => model.form)
	const settled = useSettled(form, settleMs)
	const claim = claimOf(settled, site)
	const given = (list: readonly string[]) => [
		...new Set(list.map((one) => one.trim()).filter((one) => one !== '' && one.isWellFormed())),
	]
	const plates = given(claim.vehicles.map((one) => one.plate)).slice(0, 20)
	const phones = given(claim.people.map((one) => one.phone)).slice(0, 40)
	const policyNo = given([claim.policyNo])[0] ?? ''
	const enough = policyNo !== '' || plates.length > 0 || phones.length > 0
	const found = useAnswer(
		'claims.duplicates',
		{ id, policyNo, accidentDate: claim.accidentDate, plates, phones },
		{ enabled: enough, keep: true },
	)
	const rows = enough ? (found.data ?? []) : []
	return (
		<section className={rows.length > 0 ? 'panel-part panel-warn' : 'panel-part'}>
			<h2>
				{t('intake.panel.duplicates')} {rows.length > 0 ? <span className="panel-count">{rows.length}</span> : null}
			</h2>
			<div aria-live="polite">
				{rows.length === 0 ? (
					<p className="dim">{enough ? t('intake.panel.noDuplicates') : t('intake.panel.duplicatesWait')}</p>
				) : (
					<DuplicateRows rows={rows} />
				)}
			</div>
		</section>
	)
}

/** What a form in progress is about, in the words typed into it. */
function gist(draft: FormDraft): string {
	const form = readBody(draft.body)
	if (!form) return ''
	const name = form.reporter.name || form.drivers.map((row) => row.name).find((one) => one !== '') || ''
	return [form.accidentDate, form.place, name, form.policyNo, form.cause].filter((one) => one.trim() !== '').join(' · ')
}

function Unfinished() {
	const { t } = useTranslation()
	const { id } = useFormPlace()
	const list = useAnswer('intake.list', {})
	const others = (list.data ?? []).filter((draft) => draft.id !== id && draft.savedAt !== null && draft.body !== '')
	if (others.length === 0) return null
	return (
		<section className="panel-part">
			<h2>
				{t('intake.panel.unfinished')} <span className="panel-count">{others.length}</span>
			</h2>
			<ul className="panel-rows">
				{others.slice(0, mostShown).map((draft) => (
					<li key={draft.id}>
						<a href={writeRoute({ screen: 'new', id: draft.id })}>
							<span className="panel-line">
								<span className="mono">{draft.claimNo}</span>
								<span className="dim">{draft.savedAt ? clockTime(draft.savedAt) : ''}</span>
							</span>
							<bdi className="clip">{gist(draft) || t('intake.panel.noWords')}</bdi>
						</a>
					</li>
				))}
			</ul>
		</section>
	)
}

function Keys() {
	const { t } = useTranslation()
	const keys = [
		['Tab', t('intake.panel.keyNext')],
		['↑ ↓', t('intake.panel.keyDate')],
		['Alt ↓', t('intake.panel.keyCalendar')],
		['1 2 3', t('intake.panel.keyPick')],
		['Enter', t('intake.panel.keyAdd')],
		['Ctrl S', t('intake.panel.keySave')],
		['Ctrl Enter', t('intake.panel.keySubmit')],
	] as const
	return (
		<section className="panel-part panel-keys">
			<h2>{t('intake.panel.keys')}</h2>
			<dl>
				{keys.map(([key, words]) => (
					<div key={key}>
						<dt>
							<Kbd keys={key} />
						</dt>
						<dd>{words}</dd>
					</div>
				))}
			</dl>
		</section>
	)
}
