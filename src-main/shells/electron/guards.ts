import type { App, WebContents } from 'electron'
import { isDeskUrl } from './origin.ts'
import { openOutside } from './outside.ts'

/** Keeps one page where it is: no other origin, no second window, no embedded guest. */
function guardContents(contents: WebContents): void {
	const stay = (details: { url: string; preventDefault(): void }) => {
		if (!isDeskUrl(details.url)) details.preventDefault()
	}
	contents.on('will-navigate', stay)
	contents.on('will-redirect', stay)
	contents.on('will-frame-navigate', stay)
	contents.on('will-attach-webview', (event) => event.preventDefault())
	contents.setWindowOpenHandler(({ url }) => {
		openOutside(url)
		return { action: 'deny' }
	})
}

/** Every page there will ever be, whoever makes it. Call before the first window. */
export function guardNavigation(app: Pick<App, 'on'>): void {
	app.on('web-contents-created', (_event, contents) => guardContents(contents))
}
