import { app, type BrowserWindow, clipboard, dialog, ipcMain, powerMonitor } from 'electron'
import type { Desk } from '../../../shared/desk-api/verbs.ts'
import { startDesk } from '../../desk/remote.ts'
import { dataFolder } from '../data-folder.ts'
import { keepClipboard } from './clipboard.ts'
import { closeBeforeQuit } from './closing.ts'
import { guardNavigation } from './guards.ts'
import { forwardEvents, hearCopies, serveVerbs } from './ipc.ts'
import { showMenu } from './menu.ts'
import { firstPage } from './origin.ts'
import { guardPrivacy } from './privacy.ts'
import { openProfile } from './profile.ts'
import { servePages } from './protocol.ts'
import { watchState } from './watch-state.ts'
import { openWindow } from './window.ts'
import { languageOf, words } from './words.ts'

async function start(): Promise<Desk | null> {
	try {
		return await startDesk({ dir: dataFolder(process.env), version: app.getVersion() })
	} catch {
		const say = words[languageOf(app.getLocale())]
		dialog.showErrorBox(say.app, say.notStarted)
		return null
	}
}

/**
 * Starts the desk and shows its window. The first module that reaches the store: loaded only by the instance that
 * holds the single-instance lock.
 */
export async function openDesk(o: { preload: string; pages: string; debugging: boolean }): Promise<void> {
	const desk = await start()
	if (desk === null) {
		app.exit(1)
		return
	}
	const copies = keepClipboard(clipboard)
	let window: BrowserWindow | null = null
	const current = () => window

	closeBeforeQuit(app, async () => {
		await copies.clear()
		await desk.close()
	})
	guardNavigation(app)
	const profile = openProfile()
	servePages(profile, o.pages)
	serveVerbs(ipcMain, desk, current)
	hearCopies(ipcMain, current, copies.copied)
	forwardEvents(desk, current)

	const shown = openWindow({ preload: o.preload, session: profile, debugging: o.debugging })
	window = shown
	shown.on('closed', () => {
		window = null
	})
	const privacy = guardPrivacy({ window: shown, desk, power: powerMonitor, clipboard: copies, quit: () => app.quit() })
	const actions = { lock: () => void privacy.lock() }
	let language = languageOf(app.getLocale())
	showMenu(language, actions, o.debugging)
	watchState(desk, (state) => {
		privacy.seen(state?.phase === 'open')
		if (state === null || state.language === null || state.language === language) return
		language = state.language
		showMenu(language, actions, o.debugging)
	})
	app.on('second-instance', () => {
		if (shown.isDestroyed()) return
		if (shown.isMinimized()) shown.restore()
		shown.focus()
	})
	await shown.loadURL(firstPage)
}
