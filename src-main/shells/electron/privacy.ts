import type { BrowserWindow, PowerMonitor } from 'electron'
import type { Desk } from '../../../shared/desk-api/verbs.ts'
import type { ClipboardKeeper } from './clipboard.ts'

export type Privacy = {
	lock(): Promise<void>
	/** Call with what the desk last said about itself. */
	seen(open: boolean): void
}

/**
 * Keeps claims off a screen nobody watches. While the desk is locked the window is left out of screenshots and of the
 * system's previews; when the computer sleeps or its screen is locked, the desk is locked and the window hidden until
 * the person is back.
 */
export function guardPrivacy(o: {
	window: BrowserWindow
	desk: Pick<Desk, 'call'>
	power: Pick<PowerMonitor, 'on'>
	clipboard: ClipboardKeeper
	quit(): void
}): Privacy {
	const { window, desk } = o
	let hidden = false
	let locking = 0

	const protect = (on: boolean) => {
		if (!window.isDestroyed()) window.setContentProtection(on)
	}
	const lock = async () => {
		locking += 1
		protect(true)
		try {
			await Promise.all([desk.call('session.lock', {}), o.clipboard.clear()])
		} finally {
			locking -= 1
		}
	}
	const hideAndLock = () => {
		if (!window.isDestroyed() && window.isVisible()) {
			hidden = true
			window.hide()
		}
		void lock()
	}
	const showAgain = () => {
		if (!hidden || window.isDestroyed()) return
		hidden = false
		window.show()
	}

	o.power.on('suspend', hideAndLock)
	o.power.on('lock-screen', hideAndLock)
	o.power.on('resume', showAgain)
	o.power.on('unlock-screen', showAgain)
	// Asks the system to wait for us: the declared type leaves out that the listener gets an event.
	o.power.on('shutdown', (event?: { preventDefault(): void }) => {
		event?.preventDefault()
		hideAndLock()
		o.quit()
	})
	// Windows tells its windows, not the power monitor.
	window.on('session-end', hideAndLock)

	return {
		lock,
		seen(open) {
			if (!open) void o.clipboard.clear()
			// An answer from before a lock that is under way says nothing about after it.
			if (locking === 0) protect(!open)
		},
	}
}
