import { ZxcvbnFactory } from '@zxcvbn-ts/core'
import { adjacencyGraphs, dictionary } from '@zxcvbn-ts/language-common'
import { isSoundText } from '../../shared/claims/text.ts'
import { foldName } from './names.ts'

/**
 * NIST SP 800-63B-4: 15 characters where the password is the only factor, as it is here; no rules on character
 * classes, no forced renewal; a list of common passwords; the whole of Unicode. In code points.
 */
const least = 15
const most = 1_024

/** unchanged: the new password is the old one; only changePassword says so. */
export type WeakReason = 'ill-formed' | 'too-short' | 'too-long' | 'contains-name' | 'common' | 'unchanged'
export type Verdict = { ok: boolean; score: 0 | 1 | 2 | 3 | 4; reason: WeakReason | null }

/** The estimate takes time that grows with the square of the length; what comes after this adds only strength. */
const longestEstimated = 100
/** Estimated guesses 10^8 and more; below, the password is as good as on the list of common ones. */
const leastScore = 3

const productWords = ['FieldClaim']

let estimator: ZxcvbnFactory | null = null
/** Built at the first question: the list of common passwords costs 30 ms and several MB. */
function getEstimator(): ZxcvbnFactory {
	estimator ??= new ZxcvbnFactory({ dictionary, graphs: adjacencyGraphs })
	return estimator
}

/** Code points in composed form: the same password counts the same on every keyboard, and a ligature counts once. */
const countPoints = (password: string) => [...password.normalize('NFC')].length

const bare = (text: string) => foldName(text).replace(/[^\p{L}\p{N}]/gu, '')

/** Names and their parts worth looking for; two letters of Latin script are in half of all sentences. */
function partsOf(words: readonly string[]): string[] {
	const parts = words.flatMap((word) => [word, ...word.split(/[^\p{L}\p{N}]+/u)]).map(bare)
	const telling = parts.filter((part) => part.length >= (/^[\x20-\x7e]*$/.test(part) ? 3 : 2))
	return [...new Set(telling)].sort((a, b) => b.length - a.length)
}

/** More than half of the letters and digits are names, and what is left would not do as a password by itself. */
function isMostlyNames(password: string, words: readonly string[]): boolean {
	const whole = bare(password)
	const rest = partsOf(words)
		.reduce((text, part) => text.replaceAll(part, ' '), whole)
		.replaceAll(' ', '')
	return [...rest].length < least && [...rest].length * 2 < [...whole].length
}

/** One short piece said over and over, whatever stands between ("password password"). */
function isRepetition(password: string): boolean {
	return /^(.{1,14}?)\1+$/su.test(bare(password))
}

/**
 * Judges a password that somebody wants to choose. Offline: the lists are part of the program.
 * @param words user name, display name, site, city: what a colleague would try first
 */
export function judgePassword(password: string, words: readonly string[]): Verdict {
	if (!isSoundText(password)) return { ok: false, score: 0, reason: 'ill-formed' }
	const length = countPoints(password)
	if (length > most) return { ok: false, score: 0, reason: 'too-long' }
	const names = [...productWords, ...words].filter((word) => word !== '')
	const start = [...password.normalize('NFKC')].slice(0, longestEstimated).join('')
	const { score } = getEstimator().check(start, [...names, ...partsOf(names)])
	const refuse = (reason: WeakReason): Verdict => ({ ok: false, score: score === 0 ? 0 : 1, reason })
	if (length < least) return refuse('too-short')
	if (isMostlyNames(password, names)) return refuse('contains-name')
	if (score < leastScore || isRepetition(password)) return refuse('common')
	return { ok: true, score, reason: null }
}
