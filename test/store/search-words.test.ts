import Database from 'better-sqlite3'
import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { readOnly, transact } from '../../src-main/store/connection.ts'
import { migration } from '../../src-main/store/migrations/001-claims.ts'
import { forgetClaim, indexClaim, matchFor } from '../../src-main/store/search.ts'
import { indexText, termsOf, wordsOf } from '../../src-main/store/search-words.ts'

function anIndex() {
	const raw = new Database(':memory:')
	migration.up(raw)
	const db = readOnly(raw)
	return {
		db,
		find(query: string): number[] {
			const match = matchFor(db, query)
			if (match === null) return []
			return db
				.prepare('SELECT rowid FROM claim_text WHERE claim_text MATCH ? ORDER BY rowid DESC')
				.pluck()
				.all(match) as number[]
		},
		put: (key: number, text: string, ids: string[] = []) =>
			transact(db, (tx) => indexClaim(tx, key, indexText([text], ids))),
		drop: (key: number) => transact(db, (tx) => forgetClaim(tx, key)),
	}
}

describe('R13: words of the search index', () => {
	it('Chinese runs become overlapping pairs and the last character; other runs stay whole', () => {
		expect(wordsOf('追尾，M23公路10号 Ünfall')).toEqual(['追尾', '尾', 'm23', '公路', '路', '10', '号', 'ünfall'])
		expect(wordsOf('ＡＢ－１２')).toEqual(['ab', '12'])
		expect(wordsOf('😀 \u202e --')).toEqual([])
		expect(termsOf(' … ')).toEqual([])
	})

	it('finds every substring of two and more characters of a Chinese text, and every single character', () => {
		const { put, find } = anIndex()
		const text = '中环路汶水路立交桥下追尾'
		put(1, text)
		put(2, '高速公路')
		for (let from = 0; from < text.length; from += 1)
			for (let to = from + 1; to <= text.length; to += 1) {
				const part = text.slice(from, to)
				expect([part, find(part).includes(1)]).toEqual([part, true])
			}
		expect(find('路中')).toEqual([])
	})

	it('a word that stands means itself; one that stands nowhere means words that begin with it', () => {
		const { put, find } = anIndex()
		put(1, 'car')
		put(2, 'carpet')
		expect(find('car')).toEqual([1])
		expect(find('carp')).toEqual([2])
		expect(find('ca')).toEqual([2, 1])
	})

	it('matches come newest first, and a forgotten claim is found no more', () => {
		const { put, find, drop } = anIndex()
		for (const key of [5, 900, 17]) put(key, 'hail')
		expect(find('hail')).toEqual([900, 17, 5])
		drop(17)
		expect(find('hail')).toEqual([900, 5])
	})

	it('no query of any characters makes FTS5 fail or means an operator (F14)', () => {
		const { put, find } = anIndex()
		put(1, 'alpha beta')
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (query) => {
				find(query)
			}),
			{ numRuns: 500 },
		)
		for (const query of ['alpha OR gamma', 'alpha NOT beta', 'NEAR(alpha gamma)', 'words:gamma', '-gamma'])
			expect([query, find(query)]).toEqual([query, []])
		for (const query of ['alpha*', '"alpha', '(alpha', 'alpha AND'])
			expect([query, find(query).length <= 1]).toEqual([query, true])
	})

	it('whatever is written is found by any whole word of it', () => {
		const word = fc.stringMatching(/^[a-z0-9]{1,8}$/)
		fc.assert(
			fc.property(fc.array(word, { minLength: 1, maxLength: 6 }), fc.nat(5), (words, at) => {
				const { put, find } = anIndex()
				put(1, words.join(' '))
				expect(find(words[at % words.length] as string)).toEqual([1])
			}),
			{ numRuns: 25 },
		)
	})
})
