/** The closed lists of the claim. Words for them live in the renderer, per language. */

export const statuses = [
	'draft',
	'reported',
	'assigned',
	'inspected',
	'estimated',
	'review',
	'approved',
	'settled',
	'closed',
	'denied',
	'withdrawn',
	'duplicate',
	'reopened',
	'discarded',
] as const
export type Status = (typeof statuses)[number]

export const categories = [
	'two-vehicle',
	'multi-vehicle',
	'single-vehicle',
	'parked',
	'pedestrian',
	'animal',
	'theft',
	'glass',
	'fire',
	'flood',
	'weather',
	'vandalism',
	'other',
] as const
export type Category = (typeof categories)[number]

/** What a caller may not know: "unknown" is an answer, blank is not. */
export const triStates = ['yes', 'no', 'unknown'] as const
export const timeQualities = ['exact', 'about', 'unknown'] as const
export const reportChannels = ['phone', 'app', 'branch', 'police', 'repairer', 'email', 'other'] as const
export const policyUnknownReasons = ['not-at-hand', 'third-party', 'not-ours', 'to-verify'] as const
export const personRoles = [
	'reporter',
	'insured',
	'driver',
	'owner',
	'injured',
	'witness',
	'passenger',
	'police',
	'repairer',
] as const
export const vehicleSides = ['insured', 'third-party'] as const
export const severities = ['light', 'medium', 'heavy', 'unknown'] as const
export const policeStates = ['none', 'pending', 'received'] as const
/** ISO 4217 codes offered, each with its number of minor digits (ISO 4217:2015 table A.1). */
export const currencies = { CNY: 2, EUR: 2, GBP: 2, HKD: 2, JPY: 0, KRW: 0, SGD: 2, USD: 2 } as const
export type Currency = keyof typeof currencies
