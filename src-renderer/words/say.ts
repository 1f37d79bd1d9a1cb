import type { TFunction } from 'i18next'
import type { Issue } from '../../shared/claims/validate.ts'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import { en } from './en.ts'

type T = TFunction<'words'>

/** What happened, what is safe, what to do; and details that only some failures have. */
export type Said = { title: string; safe: string; todo: string; details: readonly string[]; reference: string | null }

const knows = <O extends object>(words: O, key: string): key is keyof O & string => Object.hasOwn(words, key)

/** Why a password is refused, from the key the vault gave. */
export function sayPassword(t: T, reason: string): string {
	return t(`errors.password.${knows(en.errors.password, reason) ? reason : 'other'}`)
}

/** What is wrong with one entry. */
export function sayIssue(t: T, issue: Issue): string {
	const code = knows(en.errors.issue, issue.code) ? issue.code : 'invalid'
	return t(`errors.issue.${code}`, { ...issue.params })
}

function details(t: T, error: DeskError): string[] {
	const { params = {} } = error
	switch (error.code) {
		case 'WRONG_PASSWORD':
			return typeof params.left === 'number' ? [t('errors.left', { count: params.left })] : []
		case 'WEAK_PASSWORD':
			return [sayPassword(t, String(params.reason))]
		case 'ROLLED_BACK':
			return typeof params.lost === 'number' ? [t('errors.lost', { count: params.lost })] : []
		case 'NEWER_VERSION':
			return params.found === undefined
				? []
				: [t('errors.versions', { found: params.found, supported: params.supported })]
		case 'NOT_SUITABLE': {
			const reason = String(params.reason)
			return [t(`errors.folder.${knows(en.errors.folder, reason) ? reason : 'other'}`)]
		}
		case 'GUARD':
			return (error.issues ?? []).map((issue) =>
				knows(en.errors.guard, issue.code) ? t(`errors.guard.${issue.code}`) : sayIssue(t, issue),
			)
		default:
			return []
	}
}

export function sayError(t: T, error: DeskError): Said {
	const { code } = error
	return {
		title: t(`errors.code.${code}.title`),
		safe: t(`errors.code.${code}.safe`),
		todo: t(`errors.code.${code}.todo`),
		details: details(t, error),
		reference: error.params?.ref === undefined ? null : String(error.params.ref),
	}
}
