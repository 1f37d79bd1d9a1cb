import { z } from 'zod'
import { isDate } from './dates.ts'
import {
	categories,
	currencies,
	personRoles,
	policeStates,
	policyUnknownReasons,
	reportChannels,
	severities,
	timeQualities,
	triStates,
	vehicleSides,
} from './fields.ts'
import { cleanText, isSoundText, limits } from './text.ts'

/**
 * The claim as entered: schemas that check shape, length and sound text, the first level of validation ("save").
 * Text arrives cleaned (NFC, trimmed). '' means not filled in; null means not chosen.
 */

/** Text of at most `most` UTF-16 units; issues: too_big, or custom with message 'ill-formed'. */
export const text = (most: number) => z.string().max(most).refine(isSoundText, 'ill-formed').transform(cleanText)

export const id = z.uuid()
export const date = z.string().max(10).refine(isDate, 'no-such-date')
export const time = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'no-such-time')
export const instant = z.iso.datetime({ precision: 3 }).max(24)
const zone = text(limits.code)
export const minorUnits = z.int().min(0).max(1_000_000_000_000)
export const currency = z.enum(Object.keys(currencies) as [keyof typeof currencies, ...(keyof typeof currencies)[]])
export const tag = text(limits.tag).refine((value) => value !== '', 'empty')

export const claimCore = z.strictObject({
	policyNo: text(limits.code),
	policyUnknownReason: z.enum(policyUnknownReasons).nullable(),
	reportedAt: instant.nullable(),
	reportChannel: z.enum(reportChannels).nullable(),
	callReason: text(limits.line),
	accidentDate: date.nullable(),
	accidentTime: time.nullable(),
	timeQuality: z.enum(timeQualities),
	timeZone: zone,
	place: text(limits.line),
	placeRegion: text(limits.line),
	placeRoad: text(limits.line),
	placeMarker: text(limits.line),
	latitude: z.number().min(-90).max(90).nullable(),
	longitude: z.number().min(-180).max(180).nullable(),
	category: z.enum(categories).nullable(),
	tags: z.array(tag).max(limits.tags),
	cause: text(limits.paragraph),
	summary: text(limits.paragraph),
	drivable: z.enum(triStates).nullable(),
	injuries: z.enum(triStates).nullable(),
	totalLoss: z.enum(triStates).nullable(),
	faultPercent: z.int().min(0).max(100).nullable(),
	police: z.enum(policeStates).nullable(),
	policeReportNo: text(limits.code),
	estimateMinor: minorUnits.nullable(),
	settlementMinor: minorUnits.nullable(),
	currency: currency,
})
export type ClaimCore = z.infer<typeof claimCore>

export const person = z.strictObject({
	id,
	name: text(limits.name),
	roles: z.array(z.enum(personRoles)).max(personRoles.length),
	phone: text(limits.code),
	address: text(limits.line),
	vehicleId: id.nullable(),
	/** Sensitive: absent means "leave as it is", since it is shown masked. */
	licenceNo: text(limits.code).optional(),
	licenceClass: text(limits.code),
	idNo: text(limits.code).optional(),
	injury: text(limits.line).optional(),
})
export type Person = z.infer<typeof person>

export const vehicle = z.strictObject({
	id,
	side: z.enum(vehicleSides),
	plate: text(limits.code),
	vin: text(limits.code),
	make: text(limits.name),
	model: text(limits.name),
	year: z.int().min(1900).max(2100).nullable(),
	colour: text(limits.name),
	towed: z.enum(triStates).nullable(),
	whereSeen: text(limits.line),
	otherInsurer: text(limits.name),
	otherPolicyNo: text(limits.code),
})
export type Vehicle = z.infer<typeof vehicle>

export const damage = z.strictObject({
	id,
	vehicleId: id.nullable(),
	what: text(limits.line),
	where: text(limits.line),
	severity: z.enum(severities),
})
export type Damage = z.infer<typeof damage>

export const noteText = text(limits.note).refine((value) => value !== '', 'empty')

/** What New claim sends: the whole record as one form. */
export const claimForm = z.strictObject({
	...claimCore.shape,
	people: z.array(person).max(limits.people),
	vehicles: z.array(vehicle).max(limits.vehicles),
	damages: z.array(damage).max(limits.damages),
	notes: z.array(noteText).max(20),
})
export type ClaimForm = z.infer<typeof claimForm>

/** An empty form. @param timeZone IANA zone of the site @param ccy the site's currency */
export function emptyForm(timeZone: string, ccy: keyof typeof currencies): ClaimForm {
	return {
		policyNo: '',
		policyUnknownReason: null,
		reportedAt: null,
		reportChannel: null,
		callReason: '',
		accidentDate: null,
		accidentTime: null,
		timeQuality: 'unknown',
		timeZone,
		place: '',
		placeRegion: '',
		placeRoad: '',
		placeMarker: '',
		latitude: null,
		longitude: null,
		category: null,
		tags: [],
		cause: '',
		summary: '',
		drivable: 'unknown',
		injuries: 'unknown',
		totalLoss: null,
		faultPercent: null,
		police: null,
		policeReportNo: '',
		estimateMinor: null,
		settlementMinor: null,
		currency: ccy,
		people: [],
		vehicles: [],
		damages: [],
		notes: [],
	}
}
