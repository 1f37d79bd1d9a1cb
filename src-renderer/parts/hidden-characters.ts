/** A run of text, or one character that shows nothing or turns the direction of others. */
export type Piece = { text: string } | { hidden: string }

/**
 * Controls, zero-width characters and direction marks. The joiners U+200C and U+200D stay as they are: emoji and
 * several scripts are written with them.
 */
// biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what is looked for
const hiding = /([\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f\u00ad\u061c\u180e\u200b\u200e\u200f\u2028-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb]|\udb40[\udc00-\udc7f])/

export function splitHidden(text: string): Piece[] {
	if (!hiding.test(text)) return text === '' ? [] : [{ text }]
	return text
		.split(hiding)
		.map((piece, at): Piece =>
			at % 2 === 0
				? { text: piece }
				: { hidden: `U+${(piece.codePointAt(0) as number).toString(16).toUpperCase().padStart(4, '0')}` },
		)
		.filter((piece) => !('text' in piece) || piece.text !== '')
}
