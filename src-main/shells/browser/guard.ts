import type { IncomingHttpHeaders } from 'node:http'

/** Why a request is turned away before anything of it is read. */
export type Refusal = { status: 403 | 421 }

/**
 * Only the machine's own browser, on a page this server served, gets through. The Host check stops names that were
 * made to resolve to this machine; the Origin and fetch-metadata checks stop other pages, those of other local ports
 * among them, which a SameSite cookie does not.
 * @param port the server listens on
 * @returns null when the request may pass
 */
export function refuse(method: string, headers: IncomingHttpHeaders, port: number): Refusal | null {
	// Browsers leave the default port out.
	const names =
		port === 80
			? ['127.0.0.1', 'localhost', '127.0.0.1:80', 'localhost:80']
			: [`127.0.0.1:${port}`, `localhost:${port}`]
	const host = headers.host?.toLowerCase()
	if (host === undefined || !names.includes(host)) return { status: 421 }
	const reads = method === 'GET' || method === 'HEAD'
	if (headers.origin === undefined ? !reads : headers.origin !== `http://${host}`) return { status: 403 }
	const site = headers['sec-fetch-site']
	if (site !== undefined && site !== 'same-origin' && site !== 'none') return { status: 403 }
	return null
}
