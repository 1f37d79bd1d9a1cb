import { join } from 'node:path'
import { app, protocol } from 'electron'
import { schemePrivileges } from './protocol.ts'
import { findRefusedSwitch } from './switches.ts'

/** Developer tools and the switches of an end-to-end test: never in a packaged program. */
const debugging = !app.isPackaged && process.env.FIELDCLAIM_DEBUG === '1'
const given = [...process.argv.slice(1), ...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)]
const refused = findRefusedSwitch(given, debugging)

if (refused !== null) {
	process.stderr.write(`FieldClaim does not start with ${refused}\n`)
	app.exit(2)
} else if (!app.requestSingleInstanceLock()) {
	// Another instance has the desk and comes to the front. Nothing that opens a store was loaded here.
	app.exit(0)
} else {
	app.enableSandbox()
	protocol.registerSchemesAsPrivileged([schemePrivileges])
	// Not awaited: the framework gets ready only after this module has run.
	void app.whenReady().then(async () => {
		const { openDesk } = await import('./open-desk.ts')
		await openDesk({
			preload: join(import.meta.dirname, '../preload/preload.cjs'),
			pages: join(import.meta.dirname, '../renderer'),
			debugging,
		})
	})
}
