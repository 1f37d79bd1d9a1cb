import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { blockAlphabet, checkCharacter, formatClaimNo, isClaimNo } from '../../shared/claims/numbers.ts'

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
const parts = fc.record({
	city: fc.constantFrom('SH', 'LON', 'BERL'),
	block: fc.string({ unit: fc.constantFrom(...blockAlphabet), minLength: 3, maxLength: 3 }),
	year: fc.integer({ min: 2020, max: 2099 }),
	serial: fc.integer({ min: 1, max: 9_999_999 }),
})
const body = fc.string({ unit: fc.constantFrom(...alphabet), minLength: 1, maxLength: 14 })
const samples = fc.sample(parts, { numRuns: 60, seed: 1 }).map(formatClaimNo)

describe('R32: claim numbers minted without a network', () => {
	test('the check character is that of ISO/IEC 7064 MOD 37,36', () => {
		// The examples that two users of the standard publish: GRid A1-2425G-ABC1234002-M, ISAN 0000-0000-C36D-002B-K.
		expect(checkCharacter('A12425GABC1234002')).toBe('M')
		expect(checkCharacter('00000000C36D002B')).toBe('K')
		expect(() => checkCharacter('a-1')).toThrow(RangeError)
	})

	test('a number looks as written, and is read in any case with any separators', () => {
		const number = formatClaimNo({ city: 'SH', block: 'K7M', year: 2026, serial: 417 })
		expect(number).toMatch(/^SH-K7M-26-00417-[0-9A-Z]$/)
		expect(isClaimNo(number)).toBe(true)
		expect(isClaimNo(number.toLowerCase())).toBe(true)
		expect(isClaimNo(number.replaceAll('-', ''))).toBe(true)
		expect(isClaimNo(number.replaceAll('-', ' '))).toBe(true)
	})

	test('every number it makes is one it accepts, and two different ones never look alike', () => {
		fc.assert(
			fc.property(parts, parts, (one, other) => {
				expect(isClaimNo(formatClaimNo(one))).toBe(true)
				const same =
					one.city === other.city && one.block === other.block && one.year === other.year && one.serial === other.serial
				expect(formatClaimNo(one) === formatClaimNo(other)).toBe(same)
			}),
		)
	})

	test('every single wrong character is caught', () => {
		for (const number of samples) {
			const bare = number.replaceAll('-', '')
			for (let at = 0; at < bare.length; at++)
				for (const wrong of alphabet)
					if (wrong !== bare[at]) {
						const typed = bare.slice(0, at) + wrong + bare.slice(at + 1)
						expect(checkCharacter(typed.slice(0, -1)) === typed.at(-1), `${bare} typed ${typed}`).toBe(false)
						expect(isClaimNo(typed)).toBe(false)
					}
		}
	})

	test('more than 98 % of swapped neighbours are caught', () => {
		let swapped = 0
		let caught = 0
		for (const text of fc.sample(body, { numRuns: 5_000, seed: 2 })) {
			const whole = text + checkCharacter(text)
			for (let at = 0; at + 1 < whole.length; at++) {
				if (whole[at] === whole[at + 1]) continue
				const typed = whole.slice(0, at) + whole[at + 1] + whole[at] + whole.slice(at + 2)
				swapped++
				if (checkCharacter(typed.slice(0, -1)) !== typed.at(-1)) caught++
			}
		}
		expect(swapped).toBeGreaterThan(20_000)
		expect(caught / swapped).toBeGreaterThan(0.98)
	})

	test('a block has no letter that sounds or looks like another', () => {
		expect(blockAlphabet).toHaveLength(32)
		expect(new Set(blockAlphabet).size).toBe(32)
		expect(blockAlphabet).not.toMatch(/[ILOU]/)
	})

	test.for(['', '546452', 'SH', 'SH-K7M-26-417', '你好', 'SH-K7M-26-00417'])('%s is no claim number', (text) =>
		expect(isClaimNo(text)).toBe(false),
	)
})
