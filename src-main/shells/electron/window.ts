import { BrowserWindow, type Session, type WebPreferences } from 'electron'

/** The preferences of every window. Stated in full, so that a changed default of the framework changes nothing here. */
export function windowPreferences(o: { preload: string; session: Session; debugging: boolean }): WebPreferences {
	return {
		preload: o.preload,
		session: o.session,
		contextIsolation: true,
		sandbox: true,
		webSecurity: true,
		nodeIntegration: false,
		nodeIntegrationInWorker: false,
		nodeIntegrationInSubFrames: false,
		webviewTag: false,
		plugins: false,
		allowRunningInsecureContent: false,
		experimentalFeatures: false,
		navigateOnDragDrop: false,
		// The checker would keep words people type and fetch its lists over the network.
		spellcheck: false,
		devTools: o.debugging,
	}
}

/** The one place that makes a window. It is shown when its first page is painted. */
export function openWindow(o: { preload: string; session: Session; debugging: boolean }): BrowserWindow {
	const window = new BrowserWindow({
		title: 'FieldClaim',
		width: 1366,
		height: 768,
		minWidth: 1024,
		minHeight: 640,
		show: false,
		autoHideMenuBar: false,
		webPreferences: windowPreferences(o),
	})
	// Until somebody signs in; privacy.ts lifts it.
	window.setContentProtection(true)
	window.once('ready-to-show', () => window.show())
	return window
}
