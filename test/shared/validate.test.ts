import { describe, expect, test } from 'vitest'
import { dateIssues, missingToSubmit, zoneOffset } from '../../shared/claims/validate.ts'
import { aForm, aPerson } from '../support/claim.ts'

const codes = (claim: Parameters<typeof missingToSubmit>[0]) => missingToSubmit(claim).map((gap) => gap.path)

describe('R4: what is missing to submit', () => {
	test('a whole claim misses nothing', () => expect(codes(aForm())).toEqual([]))

	test('an empty claim misses everything, in the order of the form', () => {
		const empty = aForm({
			accidentDate: null,
			place: '',
			cause: '',
			policyNo: '',
			people: [],
			injuries: null,
			reportedAt: null,
		})
		expect(codes(empty)).toEqual(['accidentDate', 'place', 'cause', 'policyNo', 'driver', 'injuries', 'reportedAt'])
		expect(missingToSubmit(empty).every((gap) => gap.code === 'missing')).toBe(true)
	})

	test.for([
		['accidentDate', { accidentDate: null }],
		['place', { place: '' }],
		['cause', { cause: '' }],
		['policyNo', { policyNo: '' }],
		['driver', { people: [] }],
		['injuries', { injuries: null }],
		['reportedAt', { reportedAt: null }],
	] as const)('%s alone is named', ([path, gap]) =>
		expect(codes(aForm({ ...gap, people: 'people' in gap ? [] : [aPerson()] }))).toEqual([path]),
	)

	test('a reason why the policy number is unknown is an answer, and so is "unknown" for injuries', () => {
		expect(codes(aForm({ policyNo: '', policyUnknownReason: 'not-at-hand', injuries: 'unknown' }))).toEqual([])
	})

	test('a driver or a reporter with a name will do; a witness, or one without a name, will not', () => {
		const withPeople = (...people: Parameters<typeof aPerson>[0][]) => codes(aForm({ people: people.map(aPerson) }))
		expect(withPeople({ roles: ['reporter'] })).toEqual([])
		expect(withPeople({ roles: ['witness'] })).toEqual(['driver'])
		expect(withPeople({ roles: ['driver'], name: '' })).toEqual(['driver'])
		expect(withPeople({ roles: ['witness'] }, { roles: ['witness', 'driver'] })).toEqual([])
	})
})

describe('R8: an accident is neither in the future nor after its report', () => {
	// 2026-03-14 11:30 UTC: still the 13th at UTC-12, already the 15th at UTC+14.
	const now = Date.parse('2026-03-14T11:30:00Z')
	const issues = (timeZone: string, accidentDate: string | null, reportedAt: string | null = null) =>
		dateIssues({ timeZone, accidentDate, reportedAt, accidentTime: null }, now).map((one) => `${one.path} ${one.code}`)

	test.for([
		['Etc/GMT+12', -720, '2026-03-13'],
		['America/St_Johns', -150, '2026-03-14'],
		['UTC', 0, '2026-03-14'],
		['Asia/Kathmandu', 345, '2026-03-14'],
		['Asia/Shanghai', 480, '2026-03-14'],
		['Pacific/Auckland', 780, '2026-03-15'],
		['Etc/GMT-14', 840, '2026-03-15'],
	] as const)('%s: today passes, tomorrow does not', ([zone, offset, today]) => {
		expect(zoneOffset(zone, now)).toBe(offset)
		const tomorrow = new Date(Date.parse(today) + 86_400_000).toISOString().slice(0, 10)
		expect(issues(zone, today)).toEqual([])
		expect(issues(zone, tomorrow)).toEqual(['accidentDate future'])
	})

	test('a zone changes its offset with the season', () => {
		expect(zoneOffset('Europe/London', Date.parse('2026-01-15T12:00:00Z'))).toBe(0)
		expect(zoneOffset('Europe/London', Date.parse('2026-07-15T12:00:00Z'))).toBe(60)
	})

	test('a zone nobody knows counts as UTC and does not throw', () => {
		expect(zoneOffset('Mars/Olympus', now)).toBe(0)
		expect(issues('', '2026-03-14')).toEqual([])
	})

	test('reported before the accident is refused, in the wall time of the accident', () => {
		expect(issues('Asia/Shanghai', '2026-03-14', '2026-03-13T15:59:59.000Z')).toEqual(['reportedAt before-accident'])
		expect(issues('Asia/Shanghai', '2026-03-14', '2026-03-13T16:00:00.000Z')).toEqual([])
		expect(issues('UTC', '2026-03-14', '2026-03-13T16:00:00.000Z')).toEqual(['reportedAt before-accident'])
	})

	test('before 1950 is a typing error; no date is no issue', () => {
		expect(issues('UTC', '1949-12-31')).toEqual(['accidentDate too-old'])
		expect(issues('UTC', '1950-01-01')).toEqual([])
		expect(issues('UTC', null, '1900-01-01T00:00:00.000Z')).toEqual([])
	})
})
