import { EventEmitter } from 'node:events'
import { vi } from 'vitest'

/**
 * Stands in for the `electron` module, which exists only inside Electron. It does nothing by itself: it writes down
 * what it was asked, in order, and lets a test emit what the framework would emit.
 */

type Handler = (...args: unknown[]) => unknown

export class FakeFrame {
	parent: FakeFrame | null = null
	detached = false
	origin = 'app://desk'
	url = 'app://desk/index.html'
	destroyed = false
	frameTreeNodeId: number
	constructor(frameTreeNodeId: number) {
		this.frameTreeNodeId = frameTreeNodeId
	}
	isDestroyed() {
		return this.destroyed
	}
}

export class FakeContents extends EventEmitter {
	id: number
	mainFrame: FakeFrame
	sent: unknown[][] = []
	openHandler: ((details: { url: string }) => unknown) | null = null
	constructor(id: number) {
		super()
		this.id = id
		this.mainFrame = new FakeFrame(id * 100)
	}
	setWindowOpenHandler(handler: (details: { url: string }) => unknown) {
		this.openHandler = handler
	}
	send(...args: unknown[]) {
		this.sent.push(args)
	}
}

export class FakeProfile extends EventEmitter {
	partition: string
	options: unknown
	handlers: Record<string, Handler> = {}
	spellChecker: boolean | null = null
	requestFilter: unknown = null
	served: Record<string, (request: { method: string; url: string }) => Promise<Response>> = {}
	constructor(partition: string, options: unknown) {
		super()
		this.partition = partition
		this.options = options
	}
	protocol = {
		handle: (scheme: string, handler: (request: { method: string; url: string }) => Promise<Response>) => {
			this.served[scheme] = handler
		},
	}
	webRequest = {
		onBeforeRequest: (filter: unknown, handler: Handler) => {
			this.requestFilter = filter
			this.handlers.beforeRequest = handler
		},
	}
	setPermissionRequestHandler(handler: Handler) {
		this.handlers.request = handler
	}
	setPermissionCheckHandler(handler: Handler) {
		this.handlers.check = handler
	}
	setDevicePermissionHandler(handler: Handler) {
		this.handlers.device = handler
	}
	setSpellCheckerEnabled(on: boolean) {
		this.spellChecker = on
	}
}

export function fakeElectron(o: { packaged?: boolean; gotLock?: boolean; locale?: string; appData?: string } = {}) {
	/** What was asked of the framework, in order. */
	const calls: { name: string; args: unknown[] }[] = []
	const note = (name: string, ...args: unknown[]) => {
		calls.push({ name, args })
	}
	let ready: () => void = () => undefined
	const whenReady = new Promise<void>((resolve) => {
		ready = resolve
	})

	class App extends EventEmitter {
		isPackaged = o.packaged ?? true
		requestSingleInstanceLock() {
			note('requestSingleInstanceLock')
			return o.gotLock ?? true
		}
		enableSandbox() {
			note('enableSandbox')
		}
		whenReady() {
			note('whenReady')
			return whenReady
		}
		getPath(name: string) {
			if (name !== 'appData' || o.appData === undefined) throw new Error(`no path for ${name}`)
			return o.appData
		}
		setPath(name: string, path: string) {
			note('setPath', name, path)
		}
		getVersion() {
			return '0.0.0'
		}
		getLocale() {
			return o.locale ?? 'en-GB'
		}
		/** As the framework does it: asks first, and goes on only when nobody objects. */
		quit() {
			note('quit')
			const event = fakeEvent()
			this.emit('before-quit', event)
			if (!event.prevented) note('quitted')
		}
		exit(code: number) {
			note('exit', code)
		}
	}
	const app = new App()

	const windows: FakeWindow[] = []
	class FakeWindow extends EventEmitter {
		options: Record<string, unknown>
		webContents: FakeContents
		visible = false
		minimized = false
		destroyed = false
		constructor(options: Record<string, unknown>) {
			super()
			this.options = options
			windows.push(this)
			note('BrowserWindow', options)
			this.webContents = new FakeContents(windows.length)
			app.emit('web-contents-created', fakeEvent(), this.webContents)
		}
		isDestroyed() {
			return this.destroyed
		}
		isVisible() {
			return this.visible
		}
		isMinimized() {
			return this.minimized
		}
		show() {
			note('show')
			this.visible = true
		}
		hide() {
			note('hide')
			this.visible = false
		}
		restore() {
			note('restore')
			this.minimized = false
		}
		focus() {
			note('focus')
		}
		setContentProtection(on: boolean) {
			note('setContentProtection', on)
		}
		async loadURL(url: string) {
			note('loadURL', url)
		}
	}

	const profiles: FakeProfile[] = []
	const invoked = new Map<string, Handler>()
	const ipcMain = Object.assign(new EventEmitter(), {
		handle(channel: string, handler: Handler) {
			if (invoked.has(channel)) throw new Error(`a second handler for ${channel}`)
			invoked.set(channel, handler)
		},
	})
	let clipboardText = ''

	const module = {
		app,
		BrowserWindow: FakeWindow,
		ipcMain,
		powerMonitor: new EventEmitter(),
		protocol: { registerSchemesAsPrivileged: (schemes: unknown) => note('registerSchemesAsPrivileged', schemes) },
		session: {
			fromPartition(partition: string, options: unknown) {
				const profile = new FakeProfile(partition, options)
				profiles.push(profile)
				return profile
			},
		},
		shell: {
			openExternal: async (url: string) => note('openExternal', url),
		},
		dialog: { showErrorBox: (...args: unknown[]) => note('showErrorBox', ...args) },
		clipboard: {
			readText: async () => clipboardText,
			writeText: async (text: string) => {
				clipboardText = text
			},
			clear: () => {
				note('clipboard.clear')
				clipboardText = ''
			},
		},
		Menu: {
			buildFromTemplate: (template: unknown) => template,
			setApplicationMenu: (menu: unknown) => note('setApplicationMenu', menu),
		},
	}

	return {
		module,
		calls,
		named: (name: string) => calls.filter((call) => call.name === name),
		order: () => calls.map((call) => call.name),
		windows,
		profiles,
		invoked,
		ready: () => ready(),
		copy: (text: string) => {
			clipboardText = text
		},
		clipboardText: () => clipboardText,
	}
}
export type FakeElectron = ReturnType<typeof fakeElectron>

export function fakeEvent() {
	return {
		prevented: false,
		preventDefault() {
			this.prevented = true
		},
	}
}

/** Makes `import 'electron'` find the fake, in modules loaded after this call. */
export function installFakeElectron(o: Parameters<typeof fakeElectron>[0] = {}): FakeElectron {
	const fake = fakeElectron(o)
	vi.resetModules()
	vi.doMock('electron', () => fake.module)
	return fake
}
