import type { ClaimCore, Person } from './claim.ts'
import { earliestAccident, todayAt } from './dates.ts'

/** One thing wrong with a record. path names the field; code is the key of the message that says what to do. */
export type Issue = { path: string; code: string; params?: Readonly<Record<string, string | number>> }

type Dates = Pick<ClaimCore, 'accidentDate' | 'accidentTime' | 'reportedAt' | 'timeZone'>

/** Making a format takes a quarter of a millisecond, using it a few microseconds; a machine meets few zones. */
const formats = new Map<string, Intl.DateTimeFormat | null>()
const mostFormats = 100

function formatOf(timeZone: string): Intl.DateTimeFormat | null {
	const known = formats.get(timeZone)
	if (known !== undefined) return known
	let made: Intl.DateTimeFormat | null = null
	try {
		made = new Intl.DateTimeFormat('en-US', { timeZone, timeZoneName: 'longOffset' })
	} catch {
		// A zone this machine does not know.
	}
	if (formats.size >= mostFormats) formats.clear()
	formats.set(timeZone, made)
	return made
}

/** Minutes east of UTC of a zone at an instant; 0 for a zone this machine does not know. */
export function zoneOffset(timeZone: string, now: number): number {
	const parts = formatOf(timeZone)?.formatToParts(now)
	const match = /GMT([+-])(\d{2}):(\d{2})/.exec(parts?.find((part) => part.type === 'timeZoneName')?.value ?? '')
	if (!match) return 0
	return (match[1] === '-' ? -1 : 1) * (Number(match[2]) * 60 + Number(match[3]))
}

/** The year on the calendar of a zone: claim numbers carry it. @param now epoch ms */
export const siteYear = (timeZone: string, now: number): number =>
	Number(todayAt(now, zoneOffset(timeZone, now)).slice(0, 4))

/** What contradicts the calendar and so is refused at every level, drafts included. @param now epoch ms */
export function dateIssues(claim: Dates, now: number): Issue[] {
	const issues: Issue[] = []
	const { accidentDate, reportedAt } = claim
	if (accidentDate === null) return issues
	const offset = zoneOffset(claim.timeZone, now)
	if (accidentDate > todayAt(now, offset)) issues.push({ path: 'accidentDate', code: 'future' })
	else if (accidentDate < earliestAccident)
		issues.push({ path: 'accidentDate', code: 'too-old', params: { earliest: earliestAccident } })
	else if (
		reportedAt !== null &&
		todayAt(Date.parse(reportedAt), zoneOffset(claim.timeZone, Date.parse(reportedAt))) < accidentDate
	)
		issues.push({ path: 'reportedAt', code: 'before-accident' })
	return issues
}

type Whole = ClaimCore & {
	people: readonly Pick<Person, 'name' | 'roles'>[]
}

/**
 * The second level ("submit"): what a claim needs before it is reported. It is the core of the fields a loss notice
 * requires (ACORD 2, 报案登记), kept short on purpose: a caller at the roadside has no more at hand, and the rest is
 * asked before the inspection ends. Reported time, injuries and "how sure is the time" have honest defaults.
 * @returns the gaps in the order of the form; empty when the claim may be submitted.
 */
export function missingToSubmit(claim: Whole): Issue[] {
	const gaps: Issue[] = []
	const need = (present: boolean, path: string) => {
		if (!present) gaps.push({ path, code: 'missing' })
	}
	need(claim.accidentDate !== null, 'accidentDate')
	need(claim.place !== '', 'place')
	need(claim.cause !== '', 'cause')
	need(claim.policyNo !== '' || claim.policyUnknownReason !== null, 'policyNo')
	need(
		claim.people.some((one) => one.name !== '' && (one.roles.includes('driver') || one.roles.includes('reporter'))),
		'driver',
	)
	need(claim.injuries !== null, 'injuries')
	need(claim.reportedAt !== null, 'reportedAt')
	return gaps
}
