/** How fields are shown to those who may not see them. The stored value never leaves the desk. */

/** Sensitive (class 2): masked for everybody until revealed. */
export const sensitiveFields = new Set(['licenceNo', 'idNo', 'injury', 'latitude', 'longitude'])
/** Personal (class 1): masked for readers without claim.read.personal. */
export const personalFields = new Set(['name', 'phone', 'address', 'plate', 'vin', 'policyNo', 'otherPolicyNo'])

const dots = '••••'

/** Keeps the last four characters of a long value, so that two papers can still be compared; hides a short one whole. */
export function maskText(value: string): string {
	if (value === '') return ''
	const characters = [...value]
	return characters.length >= 8 ? dots + characters.slice(-4).join('') : dots
}

/** Keeps the first character of a name. */
export function maskName(value: string): string {
	return value === '' ? '' : `${[...value][0]}${dots}`
}

export type Sight = { personal: boolean; sensitive: boolean }

/** One field as the reader may see it; null stays null. */
export function seen(field: string, value: unknown, sight: Sight): unknown {
	if (value === null || value === undefined) return null
	const hidden = sensitiveFields.has(field) ? !sight.sensitive : personalFields.has(field) && !sight.personal
	if (!hidden) return value
	if (typeof value !== 'string') return null
	return field === 'name' ? maskName(value) : maskText(value)
}
