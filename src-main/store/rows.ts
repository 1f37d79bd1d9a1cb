import { type TableName, tables } from '../../shared/change/change.ts'
import { type ReadDb, sql, type WriteDb } from './connection.ts'

/**
 * Rows of the synced tables, written from the specification in shared/change: one INSERT and DELETE per table and one
 * UPDATE per set of columns, all built from constant names. Lists travel as arrays and are stored as JSON text.
 */
export type Row = Record<string, unknown>

/** Columns a table keeps for this machine only: computed from the synced fields, never sent. */
const derived: Record<TableName, readonly string[]> = {
	claim: ['key', 'archived', 'updatedAt', 'headline', 'party', 'holder', 'lastRseq', 'policyKey', 'versions'],
	person: ['phoneKey', 'versions'],
	vehicle: ['plateKey', 'versions'],
	damage: ['versions'],
	note: ['versions'],
}

export const fieldsOf = Object.fromEntries(
	Object.entries(tables).map(([name, spec]) => [name, Object.values(spec.groups).flat()]),
) as Record<TableName, string[]>

const columnsOf = Object.fromEntries(
	(Object.keys(tables) as TableName[]).map((table) => [table, ['id', ...fieldsOf[table], ...derived[table]]]),
) as Record<TableName, string[]>
const name = (column: string): string => `"${column}"`
const keyOf = (table: TableName): string[] => (table === 'claim' ? ['id'] : ['claimId', 'id'])

function sqlOf(table: TableName) {
	const columns = columnsOf[table]
	const where = keyOf(table)
		.map((column) => `${name(column)} = ?`)
		.join(' AND ')
	return {
		insert: `INSERT INTO ${table} (${columns.map(name).join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
		update: (changed: readonly string[]) =>
			`UPDATE ${table} SET ${changed.map((column) => `${name(column)} = ?`).join(', ')} WHERE ${where}`,
		remove: `DELETE FROM ${table} WHERE ${where}`,
		one: `SELECT * FROM ${table} WHERE ${where}`,
	}
}
const statements = Object.fromEntries(
	(Object.keys(tables) as TableName[]).map((table) => [table, sqlOf(table)]),
) as Record<TableName, ReturnType<typeof sqlOf>>

const lists = new Set(['tags', 'roles'])
/** Values by position: binding fifty names costs more than the insert itself. */
const encode = (columns: readonly string[], row: Row): unknown[] =>
	columns.map((column) => (lists.has(column) ? JSON.stringify(row[column]) : row[column]))
const keyValues = (table: TableName, claimId: string, id: string): string[] =>
	table === 'claim' ? [id] : [claimId, id]
/** A row as read from SQLite, with its lists as arrays. */
export const decodeRow = (row: Row): Row => {
	for (const column of lists) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column] as string)
	return row
}

export function insertRow(db: WriteDb, table: TableName, row: Row): void {
	sql(db, statements[table].insert).run(encode(columnsOf[table], row))
}

/** Writes the columns that differ and no others: an index is rewritten for each of its columns that a statement names. */
export function updateRow(db: WriteDb, table: TableName, before: Row, row: Row): void {
	const differs = (column: string) =>
		lists.has(column) ? JSON.stringify(before[column]) !== JSON.stringify(row[column]) : before[column] !== row[column]
	const changed = columnsOf[table].filter(differs)
	if (changed.length === 0) return
	const values = [...encode(changed, row), ...encode(keyOf(table), row)]
	sql(db, statements[table].update(changed)).run(values)
}

export function removeRow(db: WriteDb, table: TableName, claimId: string, id: string): void {
	sql(db, statements[table].remove).run(keyValues(table, claimId, id))
}

export function readRow(db: ReadDb, table: TableName, claimId: string, id: string): Row | null {
	const row = sql(db, statements[table].one).get(keyValues(table, claimId, id)) as Row | undefined
	return row ? decodeRow(row) : null
}
