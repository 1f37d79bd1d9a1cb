import { type ReadDb, sql, type WriteDb } from './connection.ts'
import { type Term, termOf, termsOf } from './search-words.ts'

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
	const pick = (term: Term): string => (stands.get(term.whole) === undefined ? term.begins : term.whole)
	const each = terms.map(pick).join(' AND ')
	// Identifiers are typed with blanks too: 138 0000 0001, AUTO-789 456, 沪A 12345.
	const spaced =
		terms.length > 1 && terms.length <= 6 && /\p{N}/u.test(query) ? termOf(query.replace(/[^\p{L}\p{N}]/gu, '')) : null
	return spaced === null ? each : `(${each}) OR ${pick(spaced)}`
}
