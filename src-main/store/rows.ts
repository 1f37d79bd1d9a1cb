import { type TableName, tables } from '../../shared/change/change.ts'
import { type ReadDb, sql, type WriteDb } from './connection.ts'

/**
 * Rows of the synced tables, written from the specification in shared/change: one INSERT, UPDATE and DELETE per table,
 * built once from constant names. Lists travel as arrays and are stored as JSON text.
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

const columnsOf = (table: TableName): string[] => ['id', ...fieldsOf[table], ...derived[table]]
const name = (column: string): string => `"${column}"`

function sqlOf(table: TableName) {
	const columns = columnsOf(table)
	const where = table === 'claim' ? 'id = @id' : 'claimId = @claimId AND id = @id'
	return {
		insert: `INSERT INTO ${table} (${columns.map(name).join(', ')}) VALUES (${columns.map((column) => `@${column}`).join(', ')})`,
		update: `UPDATE ${table} SET ${columns.map((column) => `${name(column)} = @${column}`).join(', ')} WHERE ${where}`,
		remove: `DELETE FROM ${table} WHERE ${where}`,
		one: `SELECT * FROM ${table} WHERE ${where}`,
	}
}
const statements = Object.fromEntries(
	(Object.keys(tables) as TableName[]).map((table) => [table, sqlOf(table)]),
) as Record<TableName, ReturnType<typeof sqlOf>>

const lists = new Set(['tags', 'roles'])
const encode = (row: Row): Row =>
	Object.fromEntries(Object.entries(row).map(([column, value]) => [column, lists.has(column) ? JSON.stringify(value) : value]))
/** A row as read from SQLite, with its lists as arrays. */
export const decodeRow = (row: Row): Row => {
	for (const column of lists) if (typeof row[column] === 'string') row[column] = JSON.parse(row[column] as string)
	return row
}

export function insertRow(db: WriteDb, table: TableName, row: Row): void {
	sql(db, statements[table].insert).run(encode(row))
}

export function updateRow(db: WriteDb, table: TableName, row: Row): void {
	sql(db, statements[table].update).run(encode(row))
}

export function removeRow(db: WriteDb, table: TableName, claimId: string, id: string): void {
	sql(db, statements[table].remove).run({ claimId, id })
}

export function readRow(db: ReadDb, table: TableName, claimId: string, id: string): Row | null {
	const row = sql(db, statements[table].one).get({ claimId, id }) as Row | undefined
	return row ? decodeRow(row) : null
}
