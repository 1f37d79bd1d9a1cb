import { z } from 'zod'

/**
 * The change record: what a site did, as it will travel to HQ. Written in the same transaction as the rows it
 * describes. `rseq` is dense per replica; a change's id is `replica:rseq`. `bases` name the change ids that this
 * edit overwrote, per field group, so that concurrent edits are seen as conflicts and causal ones are not.
 * One user action is one `txn` of `of` changes, never split.
 */

/** How HQ and sites merge a table: per field group, as a union of facts, or by HQ's decision. */
export type TableKind = 'group' | 'append' | 'guarded'

type Groups = Readonly<Record<string, readonly string[]>>
export type TableSpec = { kind: TableKind; groups: Groups; guarded: readonly string[] }

/** The synced tables and their field groups. Fields that only make sense together are one group. */
export const tables = {
	claim: {
		kind: 'group',
		groups: {
			origin: ['claimNo', 'city', 'createdBy', 'createdByName', 'createdAt'],
			policy: ['policyNo', 'policyUnknownReason'],
			report: ['reportedAt', 'reportChannel'],
			when: ['accidentDate', 'accidentTime', 'timeQuality', 'timeZone'],
			place: ['place', 'placeRegion', 'placeRoad', 'placeMarker', 'latitude', 'longitude'],
			policeReport: ['police', 'policeReportNo'],
			estimate: ['estimateMinor', 'estimateBy', 'currency'],
			settlement: ['settlementMinor'],
			status: ['status', 'statusReason', 'keptClaim'],
			assignment: ['assignedTo', 'assignedName'],
			callReason: ['callReason'],
			category: ['category'],
			tags: ['tags'],
			cause: ['cause'],
			summary: ['summary'],
			drivable: ['drivable'],
			injuries: ['injuries'],
			totalLoss: ['totalLoss'],
			faultPercent: ['faultPercent'],
		},
		guarded: ['status', 'estimate', 'settlement'],
	},
	person: {
		kind: 'group',
		groups: {
			link: ['claimId', 'position'],
			name: ['name'],
			roles: ['roles'],
			phone: ['phone'],
			address: ['address'],
			vehicleId: ['vehicleId'],
			idNo: ['idNo'],
			injury: ['injury'],
			licence: ['licenceNo', 'licenceClass'],
		},
		guarded: [],
	},
	vehicle: {
		kind: 'group',
		groups: {
			link: ['claimId', 'position'],
			side: ['side'],
			plate: ['plate'],
			vin: ['vin'],
			colour: ['colour'],
			towed: ['towed'],
			whereSeen: ['whereSeen'],
			model: ['make', 'model', 'year'],
			otherCover: ['otherInsurer', 'otherPolicyNo'],
		},
		guarded: [],
	},
	damage: {
		kind: 'group',
		groups: { link: ['claimId', 'position'], item: ['vehicleId', 'what', 'where', 'severity'] },
		guarded: [],
	},
	note: { kind: 'append', groups: { note: ['claimId', 'text', 'at', 'by', 'byName'] }, guarded: [] },
} as const satisfies Record<string, TableSpec>

export type TableName = keyof typeof tables

/** Version of the record shapes above; a change says which one wrote it. */
export const schemaVersion = 1

const changeId = z.string().max(60)
export const change = z.object({
	replica: z.uuid(),
	rseq: z.int().min(1),
	txn: z.uuid(),
	idx: z.int().min(0),
	of: z.int().min(1),
	hlc: z.string().length(16),
	table: z.string().max(40),
	id: z.uuid(),
	op: z.enum(['set', 'del']),
	fields: z.record(z.string(), z.object({ v: z.unknown(), bases: z.array(changeId) })),
	schema: z.int(),
	user: z.uuid(),
	/** ISO 8601 UTC of the device's own clock, for people; order comes from hlc. */
	wall: z.string().max(30),
})
export type Change = z.infer<typeof change>

/** The bytes of one action as stored and sent: one JSON line per change. They are hashed and sent as they are. */
export function encodeChanges(changes: readonly Change[]): string {
	return changes.map((one) => `${JSON.stringify(one)}\n`).join('')
}
