import type { z } from 'zod'
import type { Issue } from '../../shared/claims/validate.ts'

type RawIssue = z.core.$ZodRawIssue
type Params = Issue['params']

/** A form with everything wrong need not answer with a thousand lines. */
const mostIssues = 50

/**
 * Every code an issue of the input schemas can have. A schema's own message wins over these: `no-such-date`,
 * `no-such-time`, `ill-formed`, `empty`. The copy made before parsing adds `too-deep` and `too-many`.
 *
 * | zod | code | params |
 * |---|---|---|
 * | invalid_type, field absent | missing | |
 * | invalid_type, invalid_union, invalid_key, invalid_element | wrong-type | |
 * | invalid_value (a list of choices) | not-offered | |
 * | invalid_format, custom without a message | wrong-format | |
 * | unrecognized_keys | unknown-field | |
 * | too_big: text, list, number | too-long, too-many, too-great | most |
 * | too_small: text, list, number | too-short, too-few, too-small | least |
 * | not_multiple_of | wrong-step | |
 */
export function codeOf(issue: RawIssue): string {
	switch (issue.code) {
		case 'invalid_type':
			return issue.input === undefined ? 'missing' : 'wrong-type'
		case 'invalid_value':
			return 'not-offered'
		case 'invalid_format':
		case 'custom':
			return 'wrong-format'
		case 'unrecognized_keys':
			return 'unknown-field'
		case 'too_big':
			return issue.origin === 'string' ? 'too-long' : issue.origin === 'array' ? 'too-many' : 'too-great'
		case 'too_small':
			return issue.origin === 'string' ? 'too-short' : issue.origin === 'array' ? 'too-few' : 'too-small'
		case 'not_multiple_of':
			return 'wrong-step'
		default:
			return 'wrong-type'
	}
}

function paramsOf(issue: z.core.$ZodIssue): Params {
	if (issue.code === 'too_big') return { most: Number(issue.maximum) }
	if (issue.code === 'too_small') return { least: Number(issue.minimum) }
	return undefined
}

/** @param error of a parse whose error map is codeOf: the message of each issue then is its code */
export function issuesOf(error: z.core.$ZodError): Issue[] {
	return error.issues.slice(0, mostIssues).map((issue) => {
		const params = paramsOf(issue)
		// The names of unknown fields are the caller's text and are not repeated: the path names what holds them.
		const plain = { path: issue.path.map(String).join('.'), code: issue.message }
		return params ? { ...plain, params } : plain
	})
}
