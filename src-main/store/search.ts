import { type ReadDb, sql, type WriteDb } from './connection.ts'
import { termsOf } from './search-words.ts'

/** Writes the words of one claim. */
export function indexClaim(db: WriteDb, key: number, words: string): void {
	sql(db, 'INSERT INTO claim_text (rowid, words) VALUES (?, ?)').run(key, words)
}

export function forgetClaim(db: WriteDb, key: number): void {
	sql(db, 'DELETE FROM claim_text WHERE rowid = ?').run(key)
}

/**
 * The match expression for a query. A word that stands in some claim means that word; one that stands in none is taken
 * as the beginning of words, so that typing goes on finding. Both read the index newest first without a sort.
 * @returns null when the query holds no letter or digit
 */
export function matchFor(db: ReadDb, query: string): string | null {
	const terms = termsOf(query)
	if (terms.length === 0) return null
	const stands = sql(db, 'SELECT 1 FROM claim_text WHERE claim_text MATCH ? LIMIT 1').pluck()
	return terms.map((term) => (stands.get(term.whole) === undefined ? term.begins : term.whole)).join(' AND ')
}
