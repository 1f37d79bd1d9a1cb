import { v7 as newId } from 'uuid'
import type { ClaimForm, Damage, Person, Vehicle } from '../../../shared/claims/claim.ts'
import { type Currency, currencies } from '../../../shared/claims/fields.ts'
import { cleanText } from '../../../shared/claims/text.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import { judgeDate, judgeTime, judgeWhole } from '../../parts/form/judge.ts'
import { addTags } from '../../parts/form/tag-entry.ts'
import { instantOf, wallAt } from '../../parts/form/wall-time.ts'
import {
	blankForm,
	damageRowOf,
	type NewForm,
	type PersonRow,
	personRowOf,
	type VehicleRow,
	vehicleRowOf,
} from './form.ts'

export type Site = { timeZone: string; currency: Currency; today: string }

const zoneCurrency: ReadonlyArray<readonly [RegExp, Currency]> = [
	[/^Asia\/Hong_Kong$/, 'HKD'],
	[/^Asia\/Singapore$/, 'SGD'],
	[/^Asia\/Tokyo$/, 'JPY'],
	[/^Asia\/Seoul$/, 'KRW'],
	[/^Asia\//, 'CNY'],
	[/^Europe\/London$/, 'GBP'],
	[/^Europe\//, 'EUR'],
]

/** The currency a site of this zone counts in at first; each claim may say otherwise. */
export function currencyOf(timeZone: string): Currency {
	return zoneCurrency.find(([zone]) => zone.test(timeZone))?.[1] ?? 'USD'
}

/** True when a driver is the reporter: named the same and not said to be somebody else. */
export function isReporter(form: Pick<NewForm, 'reporter'>, driver: PersonRow): boolean {
	const name = cleanText(driver.name)
	return !driver.apart && name !== '' && name === cleanText(form.reporter.name)
}

const read = <T>(judged: { kind: string; value?: T }): T | null => (judged.kind === 'read' ? (judged.value as T) : null)

function personOf(row: PersonRow): Person {
	return {
		id: row.id,
		name: row.name,
		roles: [...row.roles],
		phone: row.phone,
		address: row.address,
		vehicleId: row.vehicleId === '' ? null : row.vehicleId,
		licenceClass: row.licenceClass,
	}
}

function isBlankPerson(row: PersonRow): boolean {
	return (row.name + row.phone + row.address + row.licenceClass).trim() === ''
}

function isBlankVehicle(row: VehicleRow): boolean {
	const { plate, make, model, colour, vin, year, whereSeen, otherInsurer, otherPolicyNo, towed } = row
	return (plate + make + model + colour + vin + year + whereSeen + otherInsurer + otherPolicyNo + towed).trim() === ''
}

function vehicleOf(row: VehicleRow): Vehicle {
	const { year, towed, ...rest } = row
	return { ...rest, year: read(judgeWhole(year, 1900, 2100)), towed: towed === '' ? null : towed }
}

/** The people of the form, and for each the row it came from. */
function peopleOf(form: NewForm): { people: Person[]; rows: PersonRow[] } {
	const same = form.drivers.filter((driver) => isReporter(form, driver))
	const reporter = personOf(form.reporter)
	reporter.roles = ['reporter', ...(form.reporterInsured ? (['insured'] as const) : [])]
	for (const role of form.reporter.roles)
		if (!['reporter', 'insured', 'driver'].includes(role)) reporter.roles.push(role)
	const driver = same[0]
	if (driver) {
		reporter.roles.push('driver')
		reporter.vehicleId = driver.vehicleId === '' ? null : driver.vehicleId
		if (reporter.phone.trim() === '') reporter.phone = driver.phone
	}
	const rows = [...form.drivers.filter((one) => !isReporter(form, one)), ...form.others].filter(
		(row) => !isBlankPerson(row),
	)
	const people = rows.map(personOf)
	if (isBlankPerson(form.reporter)) return { people, rows }
	return { people: [reporter, ...people], rows: [form.reporter, ...rows] }
}

/**
 * The record the form stands for. Text that cannot be read as a date, time or number becomes null here: check-form
 * names it, and nothing is saved as a claim while it stands.
 */
export function claimOf(form: NewForm, site: Site): ClaimForm {
	const timeZone = form.carried.timeZone || site.timeZone
	const { people } = peopleOf(form)
	const damages: Damage[] = form.damages
		.filter((row) => (row.what + row.where).trim() !== '')
		.map((row) => ({ ...row, vehicleId: row.vehicleId === '' ? null : row.vehicleId }))
	const named = new Set([...people, ...damages].map((one) => one.vehicleId))
	const vehicles = form.vehicles.filter((row) => !isBlankVehicle(row) || named.has(row.id)).map(vehicleOf)
	const kept = new Set(vehicles.map((one) => one.id))
	for (const one of [...people, ...damages])
		if (one.vehicleId !== null && !kept.has(one.vehicleId)) one.vehicleId = null
	const date = read(judgeDate(form.reportDate, site.today, false))
	const time = read(judgeTime(form.reportTime))
	const ccy = form.carried.currency
	return {
		policyNo: form.policyNo,
		policyUnknownReason:
			form.policyUnknownReason === '' || form.policyNo.trim() !== '' ? null : form.policyUnknownReason,
		reportedAt: date === null || time === null ? null : instantOf({ date, time }, timeZone),
		reportChannel: form.reportChannel === '' ? null : form.reportChannel,
		callReason: form.callReason,
		accidentDate: read(judgeDate(form.accidentDate, site.today, false)),
		accidentTime: read(judgeTime(form.accidentTime)),
		timeQuality: form.timeQuality,
		timeZone,
		place: form.place,
		placeRegion: form.carried.placeRegion,
		placeRoad: form.placeRoad,
		placeMarker: form.placeMarker,
		latitude: form.carried.latitude,
		longitude: form.carried.longitude,
		category: form.category === '' ? null : form.category,
		tags: [...addTags(form.tags, form.tagTyped).tags],
		cause: form.cause,
		summary: form.summary,
		drivable: form.drivable,
		injuries: form.injuries,
		totalLoss: form.carried.totalLoss === '' ? null : form.carried.totalLoss,
		faultPercent: form.carried.faultPercent,
		police: form.police === '' ? null : form.police,
		policeReportNo: form.policeReportNo,
		estimateMinor: form.carried.estimateMinor,
		settlementMinor: form.carried.settlementMinor,
		currency: ccy in currencies ? (ccy as Currency) : site.currency,
		people,
		vehicles,
		damages,
		notes: form.note.trim() === '' ? [] : [form.note],
	}
}

/** The box a path of an issue belongs to: its name on the screen. Unknown paths give null. */
export function boxOf(path: string, form: NewForm, site: Site): string | null {
	const [head = '', index, field = 'name'] = path.replace(/^form\./, '').split('.')
	if (head === 'driver') return `${form.drivers[0]?.id ?? form.reporter.id}.name`
	if (head === 'reportedAt') return 'reportDate'
	if (head === 'notes') return 'note'
	if (head === 'people') {
		const row = peopleOf(form).rows[Number(index)]
		return row ? `${row.id}.${field === 'phone' ? 'phone' : field === 'vehicleId' ? 'vehicleId' : 'name'}` : null
	}
	if (head === 'vehicles' || head === 'damages') {
		const row = claimOf(form, site)[head][Number(index)]
		return row ? `${row.id}.${field}` : null
	}
	return head in form ? head : null
}

/** The form of a claim saved before, for going on with it. Fields shown masked stay away, so that they stay as they are. */
export function formOf(view: ClaimView): NewForm {
	const reported =
		view.reportedAt === null ? { date: '', time: '' } : wallAt(Date.parse(view.reportedAt), view.timeZone)
	const rowOf = (one: Person, roles = one.roles): PersonRow => ({
		...personRowOf(roles, one.vehicleId ?? ''),
		...{ id: one.id, name: one.name, phone: one.phone, address: one.address, licenceClass: one.licenceClass },
	})
	const reporter = view.people.find((one) => one.roles.includes('reporter'))
	const driverRows = view.people.filter((one) => one.roles.includes('driver'))
	const vehicles = view.vehicles.map(
		(one): VehicleRow => ({
			...vehicleRowOf(one.side),
			...one,
			year: one.year === null ? '' : String(one.year),
			towed: one.towed ?? '',
		}),
	)
	const blank = blankForm(reported)
	for (const spare of blank.vehicles) if (!vehicles.some((one) => one.side === spare.side)) vehicles.push(spare)
	const first = vehicles.find((one) => one.side === 'insured')?.id ?? ''
	return {
		...blank,
		base: view.updatedAt,
		accidentDate: view.accidentDate ?? '',
		accidentTime: view.accidentTime ?? '',
		timeQuality: view.timeQuality,
		category: view.category ?? '',
		place: view.place,
		placeRoad: view.placeRoad,
		placeMarker: view.placeMarker,
		tags: [...view.tags],
		callReason: view.callReason,
		cause: view.cause,
		summary: view.summary,
		policyNo: view.policyNo,
		policyUnknownReason: view.policyUnknownReason ?? '',
		reportChannel: view.reportChannel ?? '',
		reporter: reporter ? rowOf(reporter) : blank.reporter,
		reporterInsured: reporter?.roles.includes('insured') ?? false,
		drivers:
			driverRows.length === 0
				? [personRowOf(['driver'], first)]
				: driverRows.map((one) =>
						one === reporter ? { ...rowOf(one, ['driver']), id: newId(), phone: '' } : rowOf(one),
					),
		others: view.people.filter((one) => one !== reporter && !driverRows.includes(one)).map((one) => rowOf(one)),
		vehicles,
		damages:
			view.damages.length === 0
				? [damageRowOf()]
				: view.damages.map((one) => ({ ...one, vehicleId: one.vehicleId ?? '' })),
		drivable: view.drivable ?? 'unknown',
		injuries: view.injuries ?? 'unknown',
		police: view.police ?? '',
		policeReportNo: view.policeReportNo,
		carried: {
			placeRegion: view.placeRegion,
			latitude: view.latitude,
			longitude: view.longitude,
			totalLoss: view.totalLoss ?? '',
			faultPercent: view.faultPercent,
			estimateMinor: view.estimateMinor,
			settlementMinor: view.settlementMinor,
			currency: view.currency,
			timeZone: view.timeZone,
		},
	}
}
