import Database from 'better-sqlite3'
import type Ciphers from '../../node_modules/better-sqlite3/index.d.ts'

/**
 * Opens an existing file and gives it its key; reads nothing. The key travels as a Buffer and is wiped: as a pragma it
 * would be a string, which nothing can wipe and a statement log would print.
 * @param key 32 bytes, left as they are
 */
export function openKeyed(path: string, key: Buffer, access: { readonly: boolean }): Database.Database {
	if (key.length !== 32) throw new Error('the database key is not 32 bytes')
	// No waiting: whoever holds the file holds it for as long as it runs.
	const db = new Database(path, { fileMustExist: true, readonly: access.readonly, timeout: 0 })
	const literal = spellKey(key)
	try {
		db.pragma("cipher = 'sqlcipher'")
		db.pragma('legacy = 4')
		// The alias package ships its own types, but its "exports" hide them, so that the types of the plain package are found.
		const keyed = db as unknown as Ciphers.Database
		keyed.key(literal)
		db.pragma('temp_store = MEMORY')
		return db
	} catch (error) {
		db.close()
		throw error
	} finally {
		literal.fill(0)
	}
}

/** x'…' in hex: the cipher takes these bytes as the key itself and derives nothing. No string on the way. */
export function spellKey(key: Buffer): Buffer {
	const digits = '0123456789abcdef'
	const literal = Buffer.alloc(key.length * 2 + 3)
	literal.write("x'", 0, 'latin1')
	key.forEach((byte, index) => {
		literal[2 + index * 2] = digits.charCodeAt(byte >> 4)
		literal[3 + index * 2] = digits.charCodeAt(byte & 15)
	})
	literal.write("'", literal.length - 1, 'latin1')
	return literal
}
