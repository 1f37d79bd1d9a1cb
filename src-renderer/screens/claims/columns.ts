/** The columns of the dated list. The number of a claim and its sync mark are always there. */
export const columnIds = [
	'time',
	'policyNo',
	'place',
	'cause',
	'party',
	'status',
	'category',
	'city',
	'assigned',
] as const
export type ColumnId = (typeof columnIds)[number]

export const standardColumns: readonly ColumnId[] = ['policyNo', 'place', 'cause', 'party', 'status', 'assigned']

/** Grid tracks: long texts share what is left, short ones keep their width. */
const tracks: Record<ColumnId, string> = {
	time: '3.25rem',
	policyNo: '9.5rem',
	place: 'minmax(7rem, 1.1fr)',
	cause: 'minmax(7rem, 1.5fr)',
	party: 'minmax(4.5rem, 0.6fr)',
	status: '6rem',
	category: '7.5rem',
	city: '3rem',
	assigned: 'minmax(5.5rem, 0.5fr)',
}

export function tracksOf(columns: readonly ColumnId[]): string {
	return ['0.75rem', '9.25rem', ...columns.map((column) => tracks[column])].join(' ')
}

/** Reads the kept choice; anything unreadable is the standard. The order is always that of the list above. */
export function readColumns(text: string | undefined): readonly ColumnId[] {
	if (text === undefined) return standardColumns
	try {
		const kept: unknown = JSON.parse(text)
		if (!Array.isArray(kept)) return standardColumns
		return columnIds.filter((column) => kept.includes(column))
	} catch {
		return standardColumns
	}
}
