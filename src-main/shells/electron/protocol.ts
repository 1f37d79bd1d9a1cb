import type { CustomScheme, Session } from 'electron'
import { openAssets } from '../assets.ts'
import { origin, scheme } from './origin.ts'

/**
 * standard: pages have an origin of their own; secure: they count as https. Fetching stays impossible by the policy
 * every answer carries; the privilege lets modules and fonts load.
 */
export const schemePrivileges: CustomScheme = {
	scheme,
	privileges: { standard: true, secure: true, supportFetchAPI: true },
}

/**
 * Answers every request of the desk's pages from the bundle, and none from anywhere else.
 * @param pages folder of the renderer's bundle
 */
export function servePages(profile: Pick<Session, 'protocol'>, pages: string): void {
	const read = openAssets({ root: pages, origin, connect: 'none' })
	profile.protocol.handle(scheme, async (request) => {
		// A method that writes has nothing to write to.
		const asset = await read(request.method === 'GET' ? request.url : '')
		return new Response(new Uint8Array(asset.body), { status: asset.status, headers: asset.headers })
	})
}
