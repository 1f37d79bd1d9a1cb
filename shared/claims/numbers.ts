/**
 * Claim numbers, minted with no network: CITY-BLOCK-YY-SERIAL-CHECK, for example SH-K7M-26-00417-X.
 * BLOCK is the device's own block (random until HQ leases one), so two devices never mint the same number. CHECK is
 * ISO/IEC 7064 MOD 37,36 over the letters and digits before it: it catches every single wrong character and
 * nearly all swaps of neighbours. Letters O and I are read as 0 and 1 inside BLOCK, SERIAL and CHECK on input only.
 */

const alphabet = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ'
/** Letters of a block: Crockford's base 32, no I, L, O, U, so that a block survives being read aloud. */
export const blockAlphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ'

/** ISO/IEC 7064 MOD 37,36 check character. @param text letters A–Z and digits only */
export function checkCharacter(text: string): string {
	let product = 36
	for (const character of text) {
		const value = alphabet.indexOf(character)
		if (value < 0) throw new RangeError('claim number: only A-Z and 0-9 can be checked')
		const sum = (product + value) % 36 || 36
		product = (sum * 2) % 37
	}
	return alphabet[(37 - product) % 36] as string
}

export type NumberParts = { city: string; block: string; year: number; serial: number }

/** @param parts.year four digits @param parts.serial counts from 1 within device and year */
export function formatClaimNo(parts: NumberParts): string {
	const year = String(parts.year % 100).padStart(2, '0')
	const serial = String(parts.serial).padStart(5, '0')
	return `${parts.city}-${parts.block}-${year}-${serial}-${checkCharacter(parts.city + parts.block + year + serial)}`
}

/** True when the text is a claim number whose check character fits. Case and separators do not matter. */
export function isClaimNo(text: string): boolean {
	const bare = text.toUpperCase().replace(/[^A-Z0-9]/g, '')
	return /^[A-Z]{2,4}[0-9A-Z]{3}\d{7,}[0-9A-Z]$/.test(bare) && checkCharacter(bare.slice(0, -1)) === bare.at(-1)
}
