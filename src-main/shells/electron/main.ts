import { createHash } from 'node:crypto'
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { app, protocol } from 'electron'
import { dataFolder } from '../data-folder.ts'
import { schemePrivileges } from './protocol.ts'
import { findRefusedSwitch } from './switches.ts'

/** Developer tools and the switches of an end-to-end test: never in a packaged program. */
const debugging = !app.isPackaged && process.env.FIELDCLAIM_DEBUG === '1'
const given = [...process.argv.slice(1), ...process.execArgv, ...(process.env.NODE_OPTIONS ?? '').split(/\s+/)]
const refused = findRefusedSwitch(given, debugging)

/**
 * Chromium's own files, and with them the instance lock: one per data folder, and not in the default place, which on
 * macOS is the data folder itself.
 */
function keepFrameworkFilesApart(): void {
	const desk = createHash('sha256').update(dataFolder(process.env)).digest('hex').slice(0, 16)
	const folder = join(app.getPath('appData'), 'FieldClaim Shell', desk)
	mkdirSync(folder, { recursive: true, mode: 0o700 })
	app.setPath('userData', folder)
}

if (refused !== null) {
	process.stderr.write(`FieldClaim does not start with ${refused}\n`)
	app.exit(2)
} else {
	keepFrameworkFilesApart()
	// Another instance has the desk and comes to the front. Nothing that opens a store was loaded here.
	if (app.requestSingleInstanceLock()) start()
	else app.exit(0)
}

function start(): void {
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
