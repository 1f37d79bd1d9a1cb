import { z } from 'zod'
import { cityCodePattern } from '../claims/cities.ts'
import { claimCore, claimForm, damage, date, id, minorUnits, noteText, person, text, vehicle } from '../claims/claim.ts'
import { categories, statuses } from '../claims/fields.ts'
import { limits } from '../claims/text.ts'
import { verb } from './verb.ts'

const issue = z.strictObject({
	path: z.string(),
	code: z.string(),
	params: z.record(z.string(), z.union([z.string(), z.number()])).optional(),
})
const cityCode = z.string().regex(cityCodePattern)

/** All given filters must hold; within one list any of its values may. */
export const claimFilter = z.strictObject({
	from: date.optional(),
	to: date.optional(),
	statuses: z.array(z.enum(statuses)).max(statuses.length).optional(),
	categories: z.array(z.enum(categories)).max(categories.length).optional(),
	tags: z.array(text(limits.tag)).max(10).optional(),
	cities: z.array(cityCode).max(50).optional(),
	mine: z.boolean().optional(),
	/** Archived claims too; without it only the working set. */
	archived: z.boolean().optional(),
	text: z.string().max(200).optional(),
})
export type ClaimFilter = z.infer<typeof claimFilter>

/**
 * A claim's place in the dated list: newest accident date first, claims without a date on top. Opaque to screens;
 * it changes when the accident date changes, and means nothing on another machine.
 */
const listKey = z.int()

export const claimRow = z.strictObject({
	key: listKey,
	id,
	claimNo: z.string(),
	accidentDate: date.nullable(),
	accidentTime: z.string().nullable(),
	policyNo: z.string(),
	place: z.string(),
	cause: z.string(),
	party: z.string(),
	status: z.enum(statuses),
	category: z.enum(categories).nullable(),
	city: z.string(),
	assignedName: z.string(),
	/** waits: not sent to headquarters yet. sent: acknowledged. */
	sync: z.enum(['waits', 'sent']),
	archived: z.boolean(),
})
export type ClaimRow = z.infer<typeof claimRow>

/** before/after: the key of the row to page from; from: a date to go to, shown with what lies before it. */
const claimPage = z.strictObject({
	rows: z.array(claimRow),
	more: z.strictObject({ before: z.boolean(), after: z.boolean() }),
})

export const duplicate = z.strictObject({
	id,
	claimNo: z.string(),
	accidentDate: date.nullable(),
	place: z.string(),
	party: z.string(),
	status: z.enum(statuses),
	why: z.array(z.enum(['policy', 'plate', 'phone'])),
})
export type Duplicate = z.infer<typeof duplicate>

const guard = z.string()
const namedUser = z.strictObject({ id, name: z.string() })
export const note = z.strictObject({ id, text: z.string(), at: z.string(), byName: z.string() })

/** Sensitive fields are masked (••••1234) unless the reader may see them and asked: see claims.reveal. */
export const claimView = z.strictObject({
	...claimCore.shape,
	/** latitude and longitude are sensitive: null with located true means masked. */
	located: z.boolean(),
	id,
	claimNo: z.string(),
	aliases: z.array(z.string()),
	city: z.string(),
	status: z.enum(statuses),
	statusReason: z.string(),
	keptClaim: z.strictObject({ id, claimNo: z.string() }).nullable(),
	assignedTo: namedUser.nullable(),
	createdBy: namedUser,
	createdAt: z.string(),
	updatedAt: z.string(),
	sync: z.enum(['waits', 'sent']),
	archived: z.boolean(),
	people: z.array(person),
	vehicles: z.array(vehicle),
	damages: z.array(damage),
	notes: z.array(note),
	missing: z.array(issue),
	/** Status steps this reader may take now; unmet names what each still waits for. */
	steps: z.array(
		z.strictObject({ to: z.enum(statuses), take: z.boolean(), asks: z.array(guard), unmet: z.array(guard) }),
	),
	may: z.strictObject({ edit: z.boolean(), note: z.boolean(), estimate: z.boolean(), reveal: z.boolean() }),
})
export type ClaimView = z.infer<typeof claimView>

const fieldDiff = z.strictObject({ field: z.string(), from: z.unknown(), to: z.unknown() })
export const claimEvent = z.strictObject({
	seq: z.int(),
	at: z.string(),
	byName: z.string(),
	/** created, edited, noted, step, or the name of the record kind added or removed. */
	kind: z.enum(['created', 'edited', 'noted', 'step']),
	changes: z.array(
		z.strictObject({
			table: z.string(),
			id,
			/** Tells people, vehicles and damages apart on the screen. */
			label: z.string(),
			op: z.enum(['add', 'set', 'del']),
			fields: z.array(fieldDiff),
		}),
	),
})
export type ClaimEvent = z.infer<typeof claimEvent>

const records = <T extends z.ZodType>(shape: T, most: number) =>
	z.strictObject({ was: z.array(shape).max(most), now: z.array(shape).max(most) }).optional()

export const claimVerbs = {
	'claims.page': verb({
		needs: 'claim.read',
		input: z.strictObject({
			filter: claimFilter,
			at: z.union([
				z.strictObject({ first: z.literal(true) }),
				z.strictObject({ after: listKey }),
				z.strictObject({ before: listKey }),
				z.strictObject({ date: date }),
			]),
			limit: z.int().min(1).max(200),
		}),
		output: claimPage,
	}),
	/** Exact counts for a filter: all rows, the rows before a key, and the rows of each named day ('' is undated). */
	'claims.count': verb({
		needs: 'claim.read',
		input: z.strictObject({
			filter: claimFilter,
			above: listKey.optional(),
			days: z.array(z.union([date, z.literal('')])).max(200),
		}),
		output: z.strictObject({ total: z.int(), above: z.int(), days: z.record(z.string(), z.int()) }),
	}),
	'claims.byPolicy': verb({
		needs: 'claim.read',
		input: z.strictObject({ policyNo: text(limits.code) }),
		output: z.array(claimRow),
	}),
	'claims.get': verb({ needs: 'claim.read', input: z.strictObject({ id }), output: claimView }),
	/** The claim with its sensitive fields in clear. Audited. */
	'claims.reveal': verb({ needs: 'claim.read.unmasked', input: z.strictObject({ id }), output: claimView }),
	'claims.history': verb({
		needs: 'claim.read',
		input: z.strictObject({ id, before: z.int().optional() }),
		output: z.strictObject({ events: z.array(claimEvent), more: z.boolean() }),
	}),
	'claims.duplicates': verb({
		needs: 'claim.read',
		input: z.strictObject({
			/** The claim itself, left out of the answer. */
			id,
			policyNo: text(limits.code),
			accidentDate: date.nullable(),
			plates: z.array(text(limits.code)).max(20),
			phones: z.array(text(limits.code)).max(40),
		}),
		output: z.array(duplicate),
	}),
	/**
	 * Writes the form of New claim as a claim: a draft, or reported when submit is set. The id comes from intake.open.
	 * base: updatedAt of the claim that the form was filled from, null when there was none; CONFLICT when that moved.
	 */
	'claims.save': verb({
		needs: 'claim.create',
		input: z.strictObject({ id, form: claimForm, submit: z.boolean(), base: z.string().max(30).nullable().optional() }),
		output: claimView,
		most: 400_000,
	}),
	/**
	 * Edits a claim in place. `was` is what the screen showed for each field in `now`; a field that somebody changed
	 * meanwhile is answered with CONFLICT and nothing is written.
	 */
	'claims.edit': verb({
		needs: 'claim.edit',
		input: z.strictObject({
			id,
			was: claimCore.partial(),
			now: claimCore.partial(),
			people: records(person, limits.people),
			vehicles: records(vehicle, limits.vehicles),
			damages: records(damage, limits.damages),
		}),
		output: claimView,
		most: 600_000,
	}),
	'claims.note': verb({ needs: 'claim.note', input: z.strictObject({ id, text: noteText }), output: claimView }),
	'claims.step': verb({
		needs: 'claim.read',
		input: z.strictObject({
			id,
			from: z.enum(statuses),
			to: z.enum(statuses),
			reason: text(limits.line),
			assignee: id.nullable(),
			/** Number of the claim that is kept, for status duplicate. */
			keptClaimNo: text(limits.code).nullable(),
			settlementMinor: minorUnits.nullable(),
		}),
		output: claimView,
	}),
	'claims.tags': verb({
		needs: 'claim.read',
		input: z.strictObject({ prefix: z.string().max(limits.tag) }),
		output: z.array(z.string()),
	}),
	/** Applies the retention rule: ended claims older than this leave the working set; they can still be found. */
	'claims.archive': verb({
		needs: 'settings.write',
		input: z.strictObject({ beforeDate: date }),
		output: z.strictObject({ moved: z.int() }),
	}),
}

/** A form in progress, kept on each pause: survives a crash, never leaves the machine. */
const formDraft = z.strictObject({
	scope: z.string(),
	id,
	claimNo: z.string(),
	/** JSON text only the renderer reads. */
	body: z.string(),
	savedAt: z.string().nullable(),
})
export type FormDraft = z.infer<typeof formDraft>

export const draftVerbs = {
	/**
	 * Opens New claim: the named claim's form, else this person's unfinished new form, else (or when fresh) a new one.
	 * A new form gets its claim number here, with no network; a blank one is used again, so no number is wasted.
	 */
	'intake.open': verb({
		needs: 'claim.create',
		input: z.strictObject({ id: id.nullable(), fresh: z.boolean() }),
		output: formDraft,
	}),
	'intake.list': verb({ needs: 'claim.create', input: z.strictObject({}), output: z.array(formDraft) }),
	/**
	 * scope: `new:ID` for New claim, `edit:ID:SECTION` for a section edited in place. seen: the savedAt that this window
	 * knows, null for none; CONFLICT when another window has kept something since.
	 */
	'drafts.keep': verb({
		needs: 'claim.read',
		input: z.strictObject({
			scope: z.string().max(100),
			body: z.string().max(400_000),
			seen: z.string().max(30).nullable().optional(),
		}),
		output: z.strictObject({ savedAt: z.string() }),
		most: 400_200,
	}),
	'drafts.get': verb({
		needs: 'claim.read',
		input: z.strictObject({ scope: z.string().max(100) }),
		output: z.strictObject({ body: z.string(), savedAt: z.string() }).nullable(),
	}),
	'drafts.drop': verb({
		needs: 'claim.read',
		input: z.strictObject({ scope: z.string().max(100) }),
		output: z.null(),
	}),
}
