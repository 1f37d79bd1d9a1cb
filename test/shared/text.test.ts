import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { text } from '../../shared/claims/claim.ts'
import { cleanText, identifierKey, isSoundText, phoneKey } from '../../shared/claims/text.ts'

const anyText = fc.string({ unit: 'binary' })

describe('R4: text is stored as typed, without what would harm it', () => {
	test('lone surrogates and NUL are not sound; emoji and rare characters are', () => {
		for (const bad of ['\ud800', 'a\udc00b', '\0', 'x\0y']) expect(isSoundText(bad)).toBe(false)
		for (const good of ['', '车灯坏了', '𠮷野家', '👍🏽', 'a\nb\tc']) expect(isSoundText(good)).toBe(true)
	})

	test('cleaning composes letters, trims, and drops control characters but not line ends', () => {
		expect(cleanText('e\u0301')).toBe('é')
		expect(cleanText('  a b  ')).toBe('a b')
		expect(cleanText('\u3000张三\u3000')).toBe('张三')
		expect(cleanText('a\x07\x1b[31mb\x7f')).toBe('a[31mb')
		expect(cleanText('one\r\n\ttwo')).toBe('one\r\n\ttwo')
	})

	test('cleaning twice is cleaning once, and leaves nothing that would be trimmed', () => {
		fc.assert(
			fc.property(anyText, (typed) => {
				const clean = cleanText(typed)
				expect(cleanText(clean)).toBe(clean)
				expect(clean).toBe(clean.trim())
				expect(clean).toBe(clean.normalize('NFC'))
			}),
			{ numRuns: 2_000 },
		)
	})

	test('a text that is too long is refused, never cut', () => {
		expect(text(3).safeParse('abcd').success).toBe(false)
		expect(text(3).parse('abc')).toBe('abc')
		expect(text(3).safeParse('a\0').success).toBe(false)
	})
})

describe('R5: identifiers are compared by their letters and digits', () => {
	test.for([
		['AB-12 3', 'AB123'],
		['ab123', 'AB123'],
		['ＡＢ１２３', 'AB123'],
		['沪A·12345', '沪A12345'],
		['546452', '546452'],
		['--', ''],
	] as const)('%s is %s', ([typed, key]) => expect(identifierKey(typed)).toBe(key))

	test('a key is its own key, and separators never matter', () => {
		fc.assert(
			fc.property(anyText, (typed) => {
				expect(identifierKey(identifierKey(typed))).toBe(identifierKey(typed))
			}),
		)
		const separator = fc.constantFrom('-', ' ', '.', '/', '·', '_')
		fc.assert(
			fc.property(fc.stringMatching(/^[A-Z0-9]{1,12}$/), separator, (bare, sign) => {
				expect(identifierKey([...bare].join(sign).toLowerCase())).toBe(bare)
			}),
		)
	})

	test.for([
		['138 0013 8000', '13800138000'],
		['+86 138-0013-8000', '13800138000'],
		['86 13800138000', '13800138000'],
		['+44 20 7946 0958', '442079460958'],
		['８６１３８００１３８０００', '13800138000'],
		['86123456', '86123456'],
		['none', ''],
	] as const)('phone %s is %s', ([typed, key]) => expect(phoneKey(typed)).toBe(key))
})
