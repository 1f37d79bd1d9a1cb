/** A run of text, or one character that shows nothing or turns the direction of others. */
export type Piece = { text: string } | { hidden: string }

/**
 * Controls, format characters and line separators, but tab and line ends. The joiners U+200C and U+200D stay as they
 * are, since emoji and several scripts are written with them, and so do the visible format characters of Arabic script.
 */
const hiding = /((?![\t\n\r\u0600-\u0605\u06dd\u070f\u08e2]|\u200c|\u200d)[\p{Cc}\p{Cf}\p{Zl}\p{Zp}])/u

export function splitHidden(text: string): Piece[] {
	if (!hiding.test(text)) return text === '' ? [] : [{ text }]
	return text
		.split(hiding)
		.map(
			(piece, at): Piece =>
				at % 2 === 0
					? { text: piece }
					: { hidden: `U+${(piece.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` },
		)
		.filter((piece) => !('text' in piece) || piece.text !== '')
}
