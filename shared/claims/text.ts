/** Text rules that every field of every record keeps. Pure. */

/** Longest value per kind of field, in UTF-16 code units. A longer one is refused, never cut. */
export const limits = {
	name: 120,
	code: 64,
	line: 500,
	paragraph: 4_000,
	note: 20_000,
	tag: 40,
	tags: 20,
	people: 40,
	vehicles: 20,
	damages: 60,
} as const

/** True when SQLite, JSON and the screen will all carry the text unchanged: no lone surrogate, no NUL. */
export function isSoundText(text: string): boolean {
	return text.isWellFormed() && !text.includes('\0')
}

const asciiLine = /^[\x20-\x7e]*$/

/** The form stored: NFC, outer blanks and control characters gone (line ends and tabs stay). */
export function cleanText(text: string): string {
	if (asciiLine.test(text)) return text.trim()
	return (
		text
			.normalize('NFC')
			// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is removed
			.replace(/[\x01-\x08\x0b\x0c\x0e-\x1f\x7f]/g, '')
			.trim()
	)
}

/** Key under which policy numbers, plates and VINs are compared: NFKC, upper case, letters and digits only. */
export function identifierKey(text: string): string {
	return text
		.normalize('NFKC')
		.toUpperCase()
		.replace(/[^\p{L}\p{N}]/gu, '')
}

/** Key under which phone numbers are compared: digits only, without the +86 of mainland China. */
export function phoneKey(text: string): string {
	const digits = text.normalize('NFKC').replace(/\D/g, '')
	return digits.length > 11 && digits.startsWith('86') ? digits.slice(2) : digits
}
