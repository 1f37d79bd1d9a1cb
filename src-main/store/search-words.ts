/**
 * How text becomes words of the search index, and how a query becomes a match. Pure.
 *
 * Chinese, Japanese and Korean runs are indexed as overlapping two-character words plus the last character, so that
 * 追尾 is found as such and a single character is found as the beginning of a word. Everything else is split at what
 * is neither letter nor digit. Identifiers (claim and policy numbers, plates, VINs, phones) are also indexed as one
 * word without separators, so that "AUTO-789 456", "auto789456" and "789456" all find the policy.
 */
const han = '\\p{Script=Han}\\p{Script=Hiragana}\\p{Script=Katakana}\\p{Script=Hangul}'
const runPattern = new RegExp(`[${han}]+|(?:(?![${han}])[\\p{L}\\p{N}\\p{M}])+`, 'gu')
const leadingHan = new RegExp(`^[${han}]+`, 'u')
const hanStart = new RegExp(`^[${han}]`, 'u')

const fold = (text: string): string => text.normalize('NFKC').toLowerCase()
const runsOf = (text: string): string[] => fold(text).match(runPattern) ?? []
const isHan = (run: string): boolean => hanStart.test(run)
const bare = (text: string): string => fold(text).replace(/[^\p{L}\p{N}]/gu, '')

function pairs(run: string): string[] {
	const characters = [...run]
	return characters.slice(1).map((character, at) => (characters[at] as string) + character)
}

/** The words of a text, in order. */
export function wordsOf(text: string): string[] {
	const words: string[] = []
	for (const run of runsOf(text)) {
		if (isHan(run)) words.push(...pairs(run), [...run].at(-1) as string)
		else words.push(run)
	}
	return words
}

/** What is stored for one claim. @param texts free text @param identifiers numbers, plates, phones */
export function indexText(texts: readonly string[], identifiers: readonly string[]): string {
	const words = texts.flatMap(wordsOf)
	for (const identifier of identifiers) {
		words.push(...wordsOf(identifier))
		const whole = bare(identifier)
		if (whole !== '') words.push(whole)
		// A plate is also asked for without its province: A12345 for 沪A·12345.
		const plain = whole.replace(leadingHan, '')
		if (plain !== whole && plain !== '') words.push(plain)
	}
	return words.join(' ')
}

// Only letters and digits reach the expression, always quoted: no character of a query keeps an operator's meaning.
const exact = (words: readonly string[]): string => `"${words.join(' ')}"`
const beginning = (words: readonly string[]): string => `${exact(words)} *`

/** One typed word: the expression for the word as it stands, and for words that begin with it. */
export type Term = { whole: string; begins: string }

export function termOf(typed: string): Term | null {
	const runs = runsOf(typed)
	const identifier = bare(typed)
	if (runs.length === 0) return null
	if (runs.some(isHan)) {
		const partOf = (run: string) =>
			!isHan(run) ? exact([run]) : [...run].length > 1 ? exact(pairs(run)) : beginning([run])
		const parts = runs.map(partOf)
		const all = `(${parts.join(' AND ')})`
		// 人民路12 on the way to 人民路128: the last run may be the beginning of its word.
		const last = runs.at(-1) as string
		const begun = `(${[...parts.slice(0, -1), isHan(last) ? partOf(last) : beginning([last])].join(' AND ')})`
		if (runs.length === 1) return { whole: all, begins: all }
		return { whole: `(${all} OR ${exact([identifier])})`, begins: `(${begun} OR ${beginning([identifier])})` }
	}
	if (runs.length === 1) return { whole: exact(runs), begins: beginning(runs) }
	return {
		whole: `(${exact(runs)} OR ${exact([identifier])})`,
		begins: `(${beginning(runs)} OR ${beginning([identifier])})`,
	}
}

/** A query as terms that must all match; empty when it holds no letter or digit. */
export function termsOf(query: string): Term[] {
	return query
		.split(/\s+/u)
		.map(termOf)
		.filter((term) => term !== null)
}
