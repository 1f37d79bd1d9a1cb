export const scheme = 'app'
export const host = 'desk'
/** As Chromium writes it for a scheme registered as standard. */
export const origin = `${scheme}://${host}`
export const firstPage = `${origin}/index.html`

/** Node's URL knows no origin for schemes of our own, so the parts are compared. */
export function isDeskUrl(text: string): boolean {
	const url = URL.parse(text)
	return (
		url !== null && url.protocol === `${scheme}:` && url.host === host && url.username === '' && url.password === ''
	)
}
