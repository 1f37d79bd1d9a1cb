import type { App } from 'electron'

/** Milliseconds. A checkpoint of a full write-ahead log takes well under a second; a dead disk must not keep us. */
export const patience = 10_000

/**
 * Closes the desk (locks, checkpoints, lets go of the folder) before the program ends, and lets nothing end it
 * earlier. What was saved is on the disk in any case: a desk that does not answer costs only the checkpoint.
 */
export function closeBeforeQuit(app: Pick<App, 'on' | 'quit' | 'exit'>, close: () => Promise<unknown>): void {
	let state: 'open' | 'closing' | 'closed' = 'open'
	app.on('before-quit', (event) => {
		if (state === 'closed') return
		event.preventDefault()
		if (state === 'closing') return
		state = 'closing'
		const timer = setTimeout(() => app.exit(1), patience)
		const done = () => {
			clearTimeout(timer)
			state = 'closed'
			app.quit()
		}
		close().then(done, done)
	})
	app.on('window-all-closed', () => app.quit())
}
