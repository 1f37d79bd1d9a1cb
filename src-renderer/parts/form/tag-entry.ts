import { cleanText, isSoundText, limits } from '../../../shared/claims/text.ts'

export type TagResult = {
	tags: readonly string[]
	refused: 'too-long' | 'too-many' | 'ill-formed' | null
	rest: string
}

/** Adds what was typed or pasted; commas of both scripts, semicolons and line ends part tags. Doubles are dropped. */
export function addTags(tags: readonly string[], typed: string): TagResult {
	const next = [...tags]
	const rest: string[] = []
	let refused: TagResult['refused'] = null
	for (const piece of typed.split(/[,，、;；\n\t]/)) {
		const tag = cleanText(piece)
		if (tag === '' || next.some((one) => one.toLowerCase() === tag.toLowerCase())) continue
		const problem = !isSoundText(piece)
			? 'ill-formed'
			: tag.length > limits.tag
				? 'too-long'
				: next.length >= limits.tags
					? 'too-many'
					: null
		if (problem === null) next.push(tag)
		else {
			refused = problem
			rest.push(piece)
		}
	}
	return { tags: next, refused, rest: rest.join(', ') }
}
