import type { Database, Statement } from 'better-sqlite3'

declare const readable: unique symbol
declare const writable: unique symbol

/** A connection that may only be read from. */
export type ReadDb = Database & { readonly [readable]: true }
/** A connection inside an IMMEDIATE transaction: the only way to write, handed out by `transact` alone. */
export type WriteDb = ReadDb & { readonly [writable]: true }

/** Called once, by the desk, on the database it has just opened. */
export function readOnly(db: Database): ReadDb {
	return db as ReadDb
}

const statements = new WeakMap<Database, Map<string, Statement>>()

/** The prepared statement for a constant SQL text, prepared once per connection. */
export function sql(db: ReadDb, text: string): Statement {
	let known = statements.get(db)
	if (!known) {
		known = new Map()
		statements.set(db, known)
	}
	let statement = known.get(text)
	if (!statement) {
		statement = db.prepare(text)
		known.set(text, statement)
	}
	return statement
}

/** Runs `work` in one IMMEDIATE transaction; a throw undoes all of it. */
export function transact<T>(db: ReadDb, work: (db: WriteDb) => T): T {
	const begin = sql(db, 'BEGIN IMMEDIATE')
	begin.run()
	try {
		const result = work(db as WriteDb)
		sql(db, 'COMMIT').run()
		return result
	} catch (error) {
		// SQLite may have rolled back by itself (disk full); a second rollback would hide the first error.
		if (db.inTransaction) sql(db, 'ROLLBACK').run()
		throw error
	}
}
