import { z } from 'zod'

/**
 * What the page's security policy asks of the libraries in it. main imports this file first, before any module that
 * makes a schema or touches the document.
 */

// The schema library probes for eval when the first schema is made, which counts as a violation.
z.config({ jitless: true })

type Policy = { createPolicy(name: string, rules: { createHTML(text: string): string | null }): unknown }
declare global {
	interface Window {
		readonly trustedTypes?: Policy
	}
}

// The control library's live announcer empties its box by assigning markup. Nothing but the empty string passes.
window.trustedTypes?.createPolicy('default', { createHTML: (text) => (text === '' ? '' : null) })
