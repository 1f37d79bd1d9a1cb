import { randomBytes } from 'node:crypto'
import { readFile, realpath, stat } from 'node:fs/promises'
import { extname, join } from 'node:path'
import { safeHeaders } from './policy.ts'

/** An answer to a page's request for a file; the same for Electron's protocol handler and the loopback server. */
export type Asset = { status: 200 | 404; headers: Record<string, string>; body: Buffer }

/** Every kind of file the renderer's bundle has. A file of another kind is not served. */
const mimeTypes: Readonly<Record<string, string>> = {
	'.html': 'text/html; charset=utf-8',
	'.js': 'text/javascript; charset=utf-8',
	'.css': 'text/css; charset=utf-8',
	'.json': 'application/json; charset=utf-8',
	'.svg': 'image/svg+xml',
	'.png': 'image/png',
	'.jpg': 'image/jpeg',
	'.webp': 'image/webp',
	'.ico': 'image/vnd.microsoft.icon',
	'.woff2': 'font/woff2',
}

/**
 * What may stand between two slashes: the bundler's own names. No escapes, so nothing has to be decoded and nothing can
 * be decoded twice; no backslash, colon, tilde or NUL; no leading dot, so neither `..` nor hidden files; no trailing
 * dot, which Windows drops.
 */
const segment = /^[A-Za-z0-9_-]+(?:\.[A-Za-z0-9_-]+)*$/

/** @returns the segments of a file's path below the root; null for whatever is not plainly one. */
function segmentsOf(url: string, origin: string): string[] | null {
	const target = origin !== '' && url.startsWith(`${origin}/`) ? url.slice(origin.length) : url
	if (!target.startsWith('/')) return null
	const path = /^[^?#]*/.exec(target)?.[0] ?? ''
	if (path === '/') return ['index.html']
	const segments = path.slice(1).split('/')
	return segments.every((one) => segment.test(one)) ? segments : null
}

const pageNonce = /<meta\s+property="csp-nonce"[^>]*>\s*/

/** Puts the nonce first in the head, as an attribute: its value then cannot be read back by selectors. */
function withNonce(html: string, nonce: string): string {
	const bare = html.replace(pageNonce, '')
	const page = bare.replace(/<head(?:\s[^>]*)?>/, (head) => `${head}<meta property="csp-nonce" nonce="${nonce}">`)
	if (page === bare) throw new Error('a page of the bundle has no head')
	return page
}

/**
 * Serves the renderer's bundle and nothing else.
 * @param root folder of the bundle
 * @param origin prefix that requests carry (`app://desk`), or '' when they are bare paths
 * @returns a function from the raw, undecoded address of a request to its answer
 */
export function openAssets(o: {
	root: string
	origin: string
	connect: 'none' | 'self'
}): (url: string) => Promise<Asset> {
	const missing = (): Asset => ({
		status: 404,
		headers: {
			...safeHeaders({ connect: o.connect, nonce: null }),
			'content-type': 'text/plain; charset=utf-8',
			'cache-control': 'no-store',
		},
		body: Buffer.alloc(0),
	})

	/** The file's real path, when it is a plain file at its own name: a link anywhere on the way changes the path. */
	async function find(segments: readonly string[]): Promise<string | null> {
		try {
			const path = join(await realpath(o.root), ...segments)
			if ((await realpath(path)) !== path) return null
			return (await stat(path)).isFile() ? path : null
		} catch {
			return null
		}
	}

	return async (url) => {
		const segments = segmentsOf(url, o.origin)
		const type = segments && mimeTypes[extname(segments.at(-1) ?? '')]
		if (!segments || !type) return missing()
		const path = await find(segments)
		if (path === null) return missing()
		const content = await readFile(path)
		const isPage = path.endsWith('.html')
		const nonce = isPage ? randomBytes(16).toString('base64') : null
		return {
			status: 200,
			headers: {
				...safeHeaders({ connect: o.connect, nonce }),
				'content-type': type,
				// Names under assets/ carry a hash of their content.
				'cache-control': isPage
					? 'no-store'
					: segments[0] === 'assets'
						? 'public, max-age=31536000, immutable'
						: 'no-cache',
			},
			body: nonce === null ? content : Buffer.from(withNonce(content.toString('utf8'), nonce)),
		}
	}
}
