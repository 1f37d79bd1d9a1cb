import { v7 as newId } from 'uuid'
import { z } from 'zod'
import {
	categories,
	personRoles,
	policeStates,
	policyUnknownReasons,
	reportChannels,
	severities,
	timeQualities,
	triStates,
	vehicleSides,
} from '../../../shared/claims/fields.ts'

/**
 * What stands in the boxes of New claim: text as typed, readable or not, so that a crash gives back exactly what was
 * on the screen. Every part of the schema falls back to a default, because a form kept by another version must open.
 */
const typed = z.string().catch('')
const chosen = <T extends readonly [string, ...string[]]>(values: T) =>
	z.union([z.enum(values), z.literal('')]).catch('')
const rowId = z.uuid().catch(() => newId())

const personRow = z.object({
	id: rowId,
	name: typed,
	phone: typed,
	roles: z.array(z.enum(personRoles)).catch([]),
	vehicleId: typed,
	address: typed,
	licenceClass: typed,
	/** A driver named like the reporter is taken for the same person, unless this says otherwise. */
	apart: z.boolean().catch(false),
})
export type PersonRow = z.infer<typeof personRow>

const vehicleRow = z.object({
	id: rowId,
	side: z.enum(vehicleSides).catch('third-party'),
	plate: typed,
	make: typed,
	model: typed,
	colour: typed,
	vin: typed,
	year: typed,
	towed: chosen(triStates),
	whereSeen: typed,
	otherInsurer: typed,
	otherPolicyNo: typed,
})
export type VehicleRow = z.infer<typeof vehicleRow>

const damageRow = z.object({
	id: rowId,
	what: typed,
	where: typed,
	vehicleId: typed,
	severity: z.enum(severities).catch('unknown'),
})
export type DamageRow = z.infer<typeof damageRow>

/** Fields of the record that New claim has no box for: carried through, so that saving does not empty them. */
const carried = z.object({
	placeRegion: typed,
	latitude: z.number().nullable().catch(null),
	longitude: z.number().nullable().catch(null),
	totalLoss: chosen(triStates),
	faultPercent: z.number().nullable().catch(null),
	estimateMinor: z.number().nullable().catch(null),
	settlementMinor: z.number().nullable().catch(null),
	currency: typed,
	timeZone: typed,
})

export const newForm = z.object({
	/** updatedAt of the claim the form was filled from; null for a claim that does not exist yet. */
	base: z.string().nullable().catch(null),
	accidentDate: typed,
	accidentTime: typed,
	timeQuality: z.enum(timeQualities).catch('unknown'),
	category: chosen(categories),
	place: typed,
	placeRoad: typed,
	placeMarker: typed,
	tags: z.array(z.string()).catch([]),
	tagTyped: typed,
	callReason: typed,
	cause: typed,
	summary: typed,
	policyNo: typed,
	policyUnknownReason: chosen(policyUnknownReasons),
	reportDate: typed,
	reportTime: typed,
	reportChannel: chosen(reportChannels),
	reporter: personRow,
	reporterInsured: z.boolean().catch(false),
	drivers: z.array(personRow).catch([]),
	others: z.array(personRow).catch([]),
	vehicles: z.array(vehicleRow).catch([]),
	damages: z.array(damageRow).catch([]),
	drivable: z.enum(triStates).catch('unknown'),
	injuries: z.enum(triStates).catch('unknown'),
	police: chosen(policeStates),
	policeReportNo: typed,
	note: typed,
	carried: carried,
})
export type NewForm = z.infer<typeof newForm>
export type RowList = 'drivers' | 'others' | 'vehicles' | 'damages'

export function personRowOf(roles: PersonRow['roles'], vehicleId = ''): PersonRow {
	return { id: newId(), name: '', phone: '', roles, vehicleId, address: '', licenceClass: '', apart: false }
}

export function vehicleRowOf(side: VehicleRow['side']): VehicleRow {
	return {
		...{ id: newId(), side, plate: '', make: '', model: '', colour: '', vin: '', year: '', towed: '' },
		...{ whereSeen: '', otherInsurer: '', otherPolicyNo: '' },
	} as VehicleRow
}

export function damageRowOf(vehicleId = ''): DamageRow {
	return { id: newId(), what: '', where: '', vehicleId, severity: 'unknown' }
}

/** A form with nothing in it but the moment of the report. */
export function blankForm(reported: { date: string; time: string }): NewForm {
	const ours = vehicleRowOf('insured')
	return {
		base: null,
		accidentDate: '',
		accidentTime: '',
		timeQuality: 'unknown',
		category: '',
		place: '',
		placeRoad: '',
		placeMarker: '',
		tags: [],
		tagTyped: '',
		callReason: '',
		cause: '',
		summary: '',
		policyNo: '',
		policyUnknownReason: '',
		reportDate: reported.date,
		reportTime: reported.time,
		reportChannel: 'phone',
		reporter: personRowOf(['reporter']),
		reporterInsured: false,
		drivers: [personRowOf(['driver'], ours.id)],
		others: [],
		vehicles: [ours, vehicleRowOf('third-party')],
		damages: [damageRowOf()],
		drivable: 'unknown',
		injuries: 'unknown',
		police: '',
		policeReportNo: '',
		note: '',
		carried: {
			placeRegion: '',
			latitude: null,
			longitude: null,
			totalLoss: '',
			faultPercent: null,
			estimateMinor: null,
			settlementMinor: null,
			currency: '',
			timeZone: '',
		},
	}
}

const version = 1

export function writeBody(form: NewForm): string {
	return JSON.stringify({ v: version, form })
}

/** The same form for another claim: no record of it may carry the id of one that belongs to the first. */
export function bodyForAnother(form: NewForm): string {
	const ids = new Map<string, string>()
	const rename = (id: string): string => {
		const known = ids.get(id) ?? newId()
		ids.set(id, known)
		return known
	}
	const uuid = /[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}/g
	return writeBody({ ...form, base: null }).replace(uuid, rename)
}

/** @returns null when the text is no kept form at all; a form of another version is read as far as it goes. */
export function readBody(body: string): NewForm | null {
	let found: unknown
	try {
		found = JSON.parse(body)
	} catch {
		return null
	}
	if (typeof found !== 'object' || found === null || !('form' in found)) return null
	const blank = blankForm({ date: '', time: '' })
	const given = typeof found.form === 'object' && found.form !== null ? found.form : null
	if (given === null) return null
	const read = newForm.safeParse({
		...blank,
		...given,
		carried: { ...blank.carried, ...('carried' in given ? Object(given.carried) : {}) },
	})
	if (!read.success) return null
	const form = read.data
	if (form.drivers.length === 0) form.drivers = blank.drivers
	if (form.damages.length === 0) form.damages = blank.damages
	if (form.vehicles.length === 0) form.vehicles = blank.vehicles
	return form
}
