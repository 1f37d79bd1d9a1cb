import { dateIssues, missingToSubmit } from '../../../shared/claims/validate.ts'
import { judgeDate, judgeText, judgeTime, judgeWhole } from '../../parts/form/judge.ts'
import type { NewForm } from './form.ts'
import { boxOf, claimOf, type Site } from './form-claim.ts'

export type Problem = { box: string; code: string }

/** What cannot be saved as a claim, drafts included: text that is no date, time or number, and what contradicts the calendar. */
export function problemsOf(form: NewForm, site: Site, now: number): Problem[] {
	const problems: Problem[] = []
	const judge = (box: string, judged: { kind: string; code?: string }) => {
		if (judged.kind === 'wrong') problems.push({ box, code: judged.code as string })
	}
	judge('accidentDate', judgeDate(form.accidentDate, site.today, false))
	judge('accidentTime', judgeTime(form.accidentTime))
	judge('reportDate', judgeDate(form.reportDate, site.today, false))
	judge('reportTime', judgeTime(form.reportTime))
	for (const row of form.vehicles) judge(`${row.id}.year`, judgeWhole(row.year, 1900, 2100))
	for (const [box, value] of Object.entries(form))
		if (typeof value === 'string' && judgeText(value)) problems.push({ box, code: 'ill-formed' })
	for (const row of [form.reporter, ...form.drivers, ...form.others, ...form.vehicles, ...form.damages])
		for (const [field, value] of Object.entries(row))
			if (typeof value === 'string' && judgeText(value))
				problems.push({ box: `${row.id}.${field}`, code: 'ill-formed' })
	for (const issue of dateIssues(claimOf(form, site), now)) {
		const box = boxOf(issue.path, form, site)
		if (box !== null && !problems.some((one) => one.box === box)) problems.push({ box, code: issue.code })
	}
	return problems
}

export type Gap = { path: string; box: string }

/** What is missing to submit, in the order of the form, each with the box to fill. */
export function gapsOf(form: NewForm, site: Site): Gap[] {
	return missingToSubmit(trimmed(claimOf(form, site))).map(({ path }) => ({
		path,
		box: boxOf(path, form, site) ?? path,
	}))
}

/** Blanks do not fill a box: the desk trims, so the list must see it the same way. */
function trimmed(claim: ReturnType<typeof claimOf>): ReturnType<typeof claimOf> {
	const bare = { ...claim, place: claim.place.trim(), cause: claim.cause.trim(), policyNo: claim.policyNo.trim() }
	return { ...bare, people: claim.people.map((one) => ({ ...one, name: one.name.trim() })) }
}
