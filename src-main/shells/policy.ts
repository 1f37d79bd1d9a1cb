/**
 * The content security policy of every page, whichever shell serves it. Nothing runs but the program's own files; the
 * page reaches no network but, in the browser shell, the desk that served it.
 * @param connect none: verbs come through the preload script; self: through the server of the page
 * @param nonce for the one style sheet that the control library adds by itself; null for what is no page
 */
export function contentSecurityPolicy(o: { connect: 'none' | 'self'; nonce: string | null }): string {
	return [
		"default-src 'none'",
		"script-src 'self'",
		`style-src 'self'${o.nonce === null ? '' : ` 'nonce-${o.nonce}'`}`,
		"img-src 'self' blob:",
		"font-src 'self'",
		`connect-src '${o.connect}'`,
		"object-src 'none'",
		"base-uri 'none'",
		"form-action 'none'",
		"frame-ancestors 'none'",
		"require-trusted-types-for 'script'",
		// No library of the page makes a policy of its own. The name "default" stays possible for the one string that
		// the control library's live announcer assigns as markup: the empty one.
		'trusted-types default',
	].join('; ')
}

/** Headers of every answer, pages and data alike. */
export function safeHeaders(o: { connect: 'none' | 'self'; nonce: string | null }): Record<string, string> {
	return {
		'content-security-policy': contentSecurityPolicy(o),
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'no-referrer',
		'cross-origin-opener-policy': 'same-origin',
		'cross-origin-resource-policy': 'same-origin',
	}
}
