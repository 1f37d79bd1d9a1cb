import type { ClaimCore } from '../../../shared/claims/claim.ts'
import { cleanText } from '../../../shared/claims/text.ts'
import type { Issue } from '../../../shared/claims/validate.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { judgeDate, judgeText, judgeTime, judgeWhole } from '../../parts/form/judge.ts'
import { addTags } from '../../parts/form/tag-entry.ts'
import { instantOf, wallAt } from '../../parts/form/wall-time.ts'

/** The section "Facts" while it is edited: text as typed. */
const texts = [
	'policyNo',
	'callReason',
	'place',
	'placeRegion',
	'placeRoad',
	'placeMarker',
	'cause',
	'summary',
	'policeReportNo',
] as const
const choices = [
	'policyUnknownReason',
	'reportChannel',
	'category',
	'drivable',
	'injuries',
	'totalLoss',
	'police',
] as const

export type FactsForm = Record<(typeof texts)[number], string> & {
	[K in (typeof choices)[number]]: NonNullable<ClaimCore[K]> | ''
} & {
	accidentDate: string
	accidentTime: string
	timeQuality: ClaimCore['timeQuality']
	reportDate: string
	reportTime: string
	tags: string[]
	tagTyped: string
	faultPercent: string
}

export function openFacts(view: ClaimView): FactsForm {
	const reported =
		view.reportedAt === null ? { date: '', time: '' } : wallAt(Date.parse(view.reportedAt), view.timeZone)
	return {
		...(Object.fromEntries(texts.map((field) => [field, view[field]])) as Record<(typeof texts)[number], string>),
		...(Object.fromEntries(choices.map((field) => [field, view[field] ?? ''])) as Pick<
			FactsForm,
			(typeof choices)[number]
		>),
		accidentDate: view.accidentDate ?? '',
		accidentTime: view.accidentTime ?? '',
		timeQuality: view.timeQuality,
		reportDate: reported.date,
		reportTime: reported.time,
		tags: [...view.tags],
		tagTyped: '',
		faultPercent: view.faultPercent === null ? '' : String(view.faultPercent),
	}
}

const read = <T>(judged: { kind: string; value?: T }): T | null => (judged.kind === 'read' ? (judged.value as T) : null)

/** What the form says about each field of the claim. The zone of the claim places its wall times. */
export function coreOfFacts(form: FactsForm, timeZone: string, today: string): Partial<ClaimCore> {
	const date = read(judgeDate(form.reportDate, today, false))
	const time = read(judgeTime(form.reportTime))
	return {
		...Object.fromEntries(texts.map((field) => [field, cleanText(form[field])])),
		...Object.fromEntries(choices.map((field) => [field, form[field] === '' ? null : form[field]])),
		accidentDate: read(judgeDate(form.accidentDate, today, false)),
		accidentTime: read(judgeTime(form.accidentTime)),
		timeQuality: form.timeQuality,
		reportedAt: date === null || time === null ? null : instantOf({ date, time }, timeZone),
		tags: [...addTags(form.tags, form.tagTyped).tags],
		faultPercent: read(judgeWhole(form.faultPercent, 0, 100)),
	}
}

/** Text that cannot be read; nothing is saved while it stands. */
export function problemsOfFacts(form: FactsForm, today: string): Issue[] {
	const issues: Issue[] = []
	const judge = (path: string, judged: { kind: string; code?: string }) => {
		if (judged.kind === 'wrong') issues.push({ path, code: judged.code as string })
	}
	judge('accidentDate', judgeDate(form.accidentDate, today, false))
	judge('accidentTime', judgeTime(form.accidentTime))
	judge('reportDate', judgeDate(form.reportDate, today, false))
	judge('reportTime', judgeTime(form.reportTime))
	judge('faultPercent', judgeWhole(form.faultPercent, 0, 100))
	for (const field of texts) if (judgeText(form[field])) issues.push({ path: field, code: 'ill-formed' })
	return issues
}

/**
 * The fields that differ from what the screen showed, with both values. A report time shown to the minute is the same
 * report time, whatever its seconds.
 */
export function changedCore(
	base: Partial<ClaimCore>,
	next: Partial<ClaimCore>,
): { was: Partial<ClaimCore>; now: Partial<ClaimCore> } {
	const changed = (Object.keys(next) as (keyof ClaimCore)[]).filter((field) => {
		const [was, now] = [base[field] ?? null, next[field] ?? null]
		if (field === 'reportedAt' && was !== null && now !== null)
			return String(was).slice(0, 16) !== String(now).slice(0, 16)
		return JSON.stringify(was) !== JSON.stringify(now)
	})
	const pick = (from: Partial<ClaimCore>) => Object.fromEntries(changed.map((field) => [field, from[field] ?? null]))
	return { was: pick(base), now: pick(next) }
}
