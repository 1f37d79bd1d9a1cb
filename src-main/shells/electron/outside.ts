import { shell } from 'electron'

/** What may be handed to another program. Everything not named is refused. */
export type OutsideRules = {
	/** Exact host names, for https. */
	hosts: readonly string[]
	/** Exact addresses, for mailto. */
	mailboxes: readonly string[]
	/** Telephone numbers: digits with an optional plus, nothing else. */
	phones: boolean
}

/** The desk works without a network: the only thing it hands out is a number to dial. */
export const outsideRules: OutsideRules = { hosts: [], mailboxes: [], phones: true }

// 15 digits: the longest number of ITU-T E.164; 3: the shortest emergency number.
const phone = /^tel:\+?[0-9]{3,15}$/
const longest = 2_000

/** @returns the address, normalised, when the rules allow it; else null */
export function allowOutside(text: string, rules: OutsideRules): string | null {
	if (typeof text !== 'string' || text.length > longest || /[\s\\\p{Cc}\p{Cf}]/u.test(text)) return null
	if (phone.test(text)) return rules.phones ? text : null
	const url = URL.parse(text)
	if (url === null || url.username !== '' || url.password !== '' || url.port !== '') return null
	if (url.protocol === 'https:') return rules.hosts.includes(url.hostname) ? url.href : null
	// No subject or body: a page could carry data out in them.
	if (url.protocol === 'mailto:') return rules.mailboxes.some((box) => text === `mailto:${box}`) ? text : null
	return null
}

/** The only place from which another program is started. */
export function openOutside(text: string, rules: OutsideRules = outsideRules): boolean {
	const allowed = allowOutside(text, rules)
	if (allowed === null) return false
	// The system may have no program for it; there is nothing to undo then.
	shell.openExternal(allowed).catch(() => undefined)
	return true
}
