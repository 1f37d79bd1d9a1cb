import { useTranslation } from 'react-i18next'
import type { ClaimCore } from '../../../shared/claims/claim.ts'
import {
	categories,
	policeStates,
	policyUnknownReasons,
	reportChannels,
	timeQualities,
	triStates,
} from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { ask } from '../../desk/queries.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { DateField } from '../../parts/form/DateField.tsx'
import { NumberField } from '../../parts/form/NumberField.tsx'
import { Segments } from '../../parts/form/Segments.tsx'
import { TagField } from '../../parts/form/TagField.tsx'
import { TextArea } from '../../parts/form/TextArea.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { TimeField } from '../../parts/form/TimeField.tsx'
import { wallAt } from '../../parts/form/wall-time.ts'
import { Facts } from './Facts.tsx'
import { changedCore, coreOfFacts, type FactsForm, openFacts, problemsOfFacts } from './facts-form.ts'
import { EditablePart } from './SectionPart.tsx'
import { type SectionProps, useWrong } from './section-props.ts'
import { type SectionSpec, useSectionEdit } from './use-section-edit.ts'

type Base = { core: Partial<ClaimCore>; timeZone: string }

function specOf(today: string): SectionSpec<FactsForm, Base> {
	return {
		name: 'facts',
		open: (view) => ({ form: openFacts(view), base: { core: coreOf(view), timeZone: view.timeZone } }),
		revive(kept) {
			const { form, base } = kept as { form?: FactsForm; base?: Base }
			const sound = typeof form?.place === 'string' && Array.isArray(form.tags) && typeof base?.core === 'object'
			return sound ? { form: form as FactsForm, base: base as Base } : null
		},
		problems: (form) => problemsOfFacts(form, today),
		request(form, base) {
			const { was, now } = changedCore(base.core, coreOfFacts(form, base.timeZone, today))
			return Object.keys(now).length === 0 ? null : { was, now }
		},
	}
}

function coreOf(view: ClaimView): Partial<ClaimCore> {
	const fields = Object.keys(coreOfFacts(openFacts(view), view.timeZone, '2100-01-01')) as (keyof ClaimCore)[]
	return Object.fromEntries(fields.map((field) => [field, view[field]]))
}

/** What happened, when, where, under which policy: the section most edits are about. */
export function FactsPart({ view, today, editing, onEditing, updatedAt }: SectionProps) {
	const { t } = useTranslation()
	const edit = useSectionEdit(view, specOf(today), onEditing)
	const wrong = useWrong(edit.issues)
	return (
		<EditablePart
			title={t('claim.section.facts')}
			editName={t('claim.edit')}
			mayEdit={view.may.edit}
			blocked={editing !== null}
			edit={edit}
			newer={updatedAt !== view.updatedAt}
			wrong={wrong}
			boxes={(form) => <Boxes form={form} change={edit.change} wrong={wrong} today={today} />}
		>
			<Read view={view} />
		</EditablePart>
	)
}

function Read({ view }: { view: ClaimView }) {
	const { t } = useTranslation()
	const reported =
		view.reportedAt === null ? '' : Object.values(wallAt(Date.parse(view.reportedAt), view.timeZone)).join(' ')
	const tri = (value: ClaimCore['drivable']) => (value === null ? '' : t(`fields.triState.${value}`))
	const policeWords = [view.police === null ? '' : t(`fields.police.${view.police}`), view.policeReportNo].filter(
		(one) => one !== '',
	)
	return (
		<Facts
			rows={[
				['accidentDate', view.accidentDate ?? ''],
				[
					'accidentTime',
					view.accidentTime
						? `${view.accidentTime} · ${t(`fields.timeQuality.${view.timeQuality}`)}`
						: t('fields.timeQuality.unknown'),
				],
				['category', view.category === null ? '' : t(`fields.category.${view.category}`)],
				['place', view.place, 'wide'],
				[
					'policyNo',
					view.policyNo ||
						(view.policyUnknownReason ? t(`fields.policyUnknownReason.${view.policyUnknownReason}`) : ''),
				],
				['placeRoad', view.placeRoad, 'extra'],
				['placeMarker', view.placeMarker, 'extra'],
				['placeRegion', view.placeRegion, 'extra'],
				[
					'location',
					view.latitude !== null && view.longitude !== null
						? `${view.latitude}, ${view.longitude}`
						: view.located
							? '••••'
							: '',
					'extra',
				],
				['callReason', view.callReason],
				['cause', view.cause, 'wide'],
				['summary', view.summary, 'full'],
				['reportedAt', reported],
				['reportChannel', view.reportChannel === null ? '' : t(`fields.reportChannel.${view.reportChannel}`)],
				['police', policeWords.join(' · ')],
				['drivable', tri(view.drivable)],
				['injuries', tri(view.injuries)],
				['totalLoss', tri(view.totalLoss), 'extra'],
				['faultPercent', view.faultPercent === null ? '' : `${view.faultPercent} %`, 'extra'],
			]}
			tags={view.tags}
		/>
	)
}

type BoxesProps = {
	form: FactsForm
	change: (form: FactsForm) => void
	wrong: (path: string) => string | null
	today: string
}

function Boxes({ form, change, wrong, today }: BoxesProps) {
	const { t } = useTranslation()
	const bind = <K extends keyof FactsForm>(name: K) => ({
		name,
		value: form[name],
		onChange: (value: FactsForm[K]) => change({ ...form, [name]: value }),
		error: wrong(name),
	})
	const answers = triStates.map((value) => ({ value, label: t(`fields.triState.${value}`) }))
	const tri = (name: 'drivable' | 'injuries' | 'totalLoss') => ({
		...bind(name),
		value: form[name] || null,
		options: answers,
	})
	const empty = t('intake.notChosen')
	return (
		<div className="form-grid">
			<div className="w3">
				<DateField {...bind('accidentDate')} label={t('claim.field.accidentDate')} today={today} />
			</div>
			<div className="w2">
				<TimeField {...bind('accidentTime')} label={t('claim.field.accidentTime')} />
			</div>
			<div className="w4">
				<Segments
					{...bind('timeQuality')}
					label={t('claim.field.timeQuality')}
					options={timeQualities.map((value) => ({ value, label: t(`fields.timeQuality.${value}`) }))}
				/>
			</div>
			<div className="w3">
				<Choice
					{...bind('category')}
					label={t('claim.field.category')}
					empty={empty}
					options={categories.map((value) => ({ value, label: t(`fields.category.${value}`) }))}
				/>
			</div>
			<div className="w8">
				<TextField {...bind('place')} label={t('claim.field.place')} maxLength={limits.line} />
			</div>
			<div className="w4">
				<TextField {...bind('placeRegion')} label={t('claim.field.placeRegion')} maxLength={limits.line} />
			</div>
			<div className="w6">
				<TextField {...bind('placeRoad')} label={t('claim.field.placeRoad')} maxLength={limits.line} />
			</div>
			<div className="w6">
				<TextField {...bind('placeMarker')} label={t('claim.field.placeMarker')} maxLength={limits.line} />
			</div>
			<div className="w4">
				<TextField {...bind('callReason')} label={t('claim.field.callReason')} maxLength={limits.line} />
			</div>
			<div className="w8">
				<TextArea {...bind('cause')} label={t('claim.field.cause')} maxLength={limits.paragraph} rows={1} />
			</div>
			<div className="w12">
				<TextArea {...bind('summary')} label={t('claim.field.summary')} maxLength={limits.paragraph} rows={2} />
			</div>
			<div className="w4">
				<TextField {...bind('policyNo')} label={t('claim.field.policyNo')} maxLength={limits.code} mono />
			</div>
			<div className="w4">
				<Choice
					{...bind('policyUnknownReason')}
					label={t('intake.box.policyUnknownReason')}
					empty={empty}
					options={policyUnknownReasons.map((value) => ({ value, label: t(`fields.policyUnknownReason.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<TagField
					name="tags"
					label={t('claim.field.tags')}
					value={form.tags}
					onChange={(tags) => change({ ...form, tags, tagTyped: '' })}
					typed={form.tagTyped}
					onTyped={(tagTyped) => change({ ...form, tagTyped })}
					suggest={(prefix) => ask('claims.tags', { prefix }).catch(() => [])}
				/>
			</div>
			<div className="w4">
				<Choice
					{...bind('reportChannel')}
					label={t('claim.field.reportChannel')}
					empty={empty}
					options={reportChannels.map((value) => ({ value, label: t(`fields.reportChannel.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<DateField
					{...bind('reportDate')}
					label={t('claim.box.reportDate')}
					today={today}
					error={wrong('reportDate') ?? wrong('reportedAt')}
				/>
			</div>
			<div className="w4">
				<TimeField {...bind('reportTime')} label={t('claim.box.reportTime')} />
			</div>
			<div className="w4">
				<Segments {...tri('drivable')} label={t('claim.field.drivable')} />
			</div>
			<div className="w4">
				<Segments {...tri('injuries')} label={t('claim.field.injuries')} />
			</div>
			<div className="w4">
				<Segments {...tri('totalLoss')} label={t('claim.field.totalLoss')} />
			</div>
			<div className="w4">
				<NumberField {...bind('faultPercent')} label={t('claim.field.faultPercent')} least={0} most={100} unit="%" />
			</div>
			<div className="w4">
				<Choice
					{...bind('police')}
					label={t('claim.field.police')}
					empty={empty}
					options={policeStates.map((value) => ({ value, label: t(`fields.police.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<TextField {...bind('policeReportNo')} label={t('claim.field.policeReportNo')} maxLength={limits.code} mono />
			</div>
		</div>
	)
}
