import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeElectron, fakeEvent, installFakeElectron } from '../support/fake-electron.ts'

let appData: string
const argv = process.argv

beforeEach(() => {
	appData = mkdtempSync(join(tmpdir(), 'fieldclaim-shell-'))
	process.argv = ['electron', 'main.js']
	vi.stubEnv('FIELDCLAIM_DATA_DIR', join(appData, 'data'))
	vi.stubEnv('NODE_OPTIONS', '')
})
afterEach(() => {
	process.argv = argv
	vi.unstubAllEnvs()
	vi.doUnmock('electron')
	vi.doUnmock('../../src-main/desk/remote.ts')
	rmSync(appData, { recursive: true, force: true })
})

/** A desk that writes down what it is asked and says what a test wants. */
function stubDesk() {
	const asked: { name: string; input: unknown }[] = []
	const listeners = new Set<(event: unknown) => void>()
	const state = { phase: 'sign-in', language: null as string | null }
	let closes = 0
	let finishClose: () => void = () => undefined
	const closing = new Promise<void>((resolve) => {
		finishClose = resolve
	})
	return {
		asked,
		state,
		tell: (event: unknown) => {
			for (const listener of listeners) listener(event)
		},
		closes: () => closes,
		finishClose: () => finishClose(),
		desk: {
			call: async (name: string, input: unknown) => {
				asked.push({ name, input })
				return { ok: true, value: name === 'app.state' ? { ...state } : null }
			},
			listen(listener: (event: unknown) => void) {
				listeners.add(listener)
				return () => listeners.delete(listener)
			},
			async close() {
				closes += 1
				await closing
			},
		},
	}
}

/** Loads the entry as the framework does, with a store module that says when it is loaded. */
async function launch(o: Parameters<typeof installFakeElectron>[0] = {}) {
	const fake = installFakeElectron({ appData, ...o })
	const stub = stubDesk()
	let storeLoaded = false
	const started: unknown[] = []
	vi.doMock('../../src-main/desk/remote.ts', () => {
		storeLoaded = true
		return {
			startDesk: async (options: unknown) => {
				started.push(options)
				return stub.desk
			},
		}
	})
	await import('../../src-main/shells/electron/main.ts')
	return { fake, stub, started, storeLoaded: () => storeLoaded }
}

async function open(o: Parameters<typeof launch>[0] = {}) {
	const launched = await launch(o)
	launched.fake.ready()
	await vi.waitFor(() => expect(launched.fake.named('loadURL')).toHaveLength(1))
	return { ...launched, window: windowOf(launched.fake) }
}

function windowOf(fake: FakeElectron) {
	const [window] = fake.windows
	if (window === undefined) throw new Error('no window was made')
	return window
}

const protection = (fake: FakeElectron) => fake.named('setContentProtection').at(-1)?.args[0]

describe('start order', () => {
	test('H2, H3: the sandbox and the scheme come before ready, the window after', async () => {
		const { fake, storeLoaded } = await launch()
		expect(fake.order()).toEqual([
			'setPath',
			'requestSingleInstanceLock',
			'enableSandbox',
			'registerSchemesAsPrivileged',
			'whenReady',
		])
		expect(storeLoaded()).toBe(false)
		fake.ready()
		await vi.waitFor(() => expect(fake.named('loadURL')).toHaveLength(1))
		expect(fake.named('loadURL')[0]?.args).toEqual(['app://desk/index.html'])
	})

	test('H3: the scheme is standard and secure and nothing more than pages need', async () => {
		const { fake } = await launch()
		expect(fake.named('registerSchemesAsPrivileged')[0]?.args).toEqual([
			[{ scheme: 'app', privileges: { standard: true, secure: true, supportFetchAPI: true } }],
		])
	})

	test('H18: the instance that loses the lock exits and loads nothing that reaches the store', async () => {
		const { fake, storeLoaded } = await launch({ gotLock: false })
		fake.ready()
		await Promise.resolve()
		expect(fake.named('exit')).toEqual([{ name: 'exit', args: [0] }])
		expect(fake.order()).not.toContain('whenReady')
		expect(storeLoaded()).toBe(false)
		expect(fake.windows).toHaveLength(0)
	})

	test('H18: the lock is per data folder and outside it', async () => {
		const first = (await launch()).fake.named('setPath')[0]?.args
		const again = (await launch()).fake.named('setPath')[0]?.args
		vi.stubEnv('FIELDCLAIM_DATA_DIR', join(appData, 'other'))
		const other = (await launch()).fake.named('setPath')[0]?.args
		expect(first).toEqual(again)
		expect(first).not.toEqual(other)
		expect(String(first?.[1])).not.toContain(join(appData, 'data'))
	})

	test('H18: a second start brings the first window to the front', async () => {
		const { fake, window } = await open()
		window.minimized = true
		fake.module.app.emit('second-instance')
		expect(fake.order().slice(-2)).toEqual(['restore', 'focus'])
	})

	test('H16: a refused switch ends the program before the lock is taken', async () => {
		process.argv = ['electron', 'main.js', '--remote-debugging-port=9222']
		const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
		const { fake, storeLoaded } = await launch()
		expect(fake.order()).toEqual(['exit'])
		expect(storeLoaded()).toBe(false)
		expect(written).toHaveBeenCalledWith('FieldClaim does not start with --remote-debugging*\n')
		written.mockRestore()
	})

	test('H16: NODE_OPTIONS counts, and no setting lets a packaged program through', async () => {
		vi.stubEnv('NODE_OPTIONS', '--max-old-space-size=512 --inspect-brk')
		vi.stubEnv('FIELDCLAIM_DEBUG', '1')
		const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true)
		expect((await launch({ packaged: true })).fake.order()).toEqual(['exit'])
		expect((await launch({ packaged: false })).fake.order()).toContain('whenReady')
		written.mockRestore()
	})

	test('the desk gets the data folder; one that cannot start is told without details, and the program ends', async () => {
		const { started } = await open()
		expect(started).toEqual([{ dir: join(appData, 'data'), version: '0.0.0' }])

		const fake = installFakeElectron({ appData, locale: 'zh-CN' })
		vi.doMock('../../src-main/desk/remote.ts', () => ({
			startDesk: async () => {
				throw new Error('secret /home/somebody')
			},
		}))
		await import('../../src-main/shells/electron/main.ts')
		fake.ready()
		await vi.waitFor(() => expect(fake.named('exit')).toEqual([{ name: 'exit', args: [1] }]))
		expect(JSON.stringify(fake.named('showErrorBox'))).toContain('无法启动')
		expect(JSON.stringify(fake.calls)).not.toContain('somebody')
	})
})

describe('window', () => {
	test('H1: preferences, in full', async () => {
		const { fake, window } = await open()
		expect(window.options.webPreferences).toEqual({
			preload: expect.stringMatching(/[\\/]preload[\\/]preload\.cjs$/),
			session: fake.profiles[0],
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
			spellcheck: false,
			devTools: false,
		})
		expect(window.options).toMatchObject({ minWidth: 1024, minHeight: 640, show: false })
	})

	test('H1: a packaged program has no developer tools whatever is set', async () => {
		vi.stubEnv('FIELDCLAIM_DEBUG', '1')
		const { fake, window } = await open({ packaged: true })
		expect(window.options.webPreferences).toMatchObject({ devTools: false })
		expect(JSON.stringify(fake.named('setApplicationMenu'))).not.toMatch(/toggleDevTools|reload/i)
	})

	test('the window is shown when its page is painted, not before', async () => {
		const { fake, window } = await open()
		expect(fake.named('show')).toHaveLength(0)
		window.emit('ready-to-show')
		expect(fake.named('show')).toHaveLength(1)
	})

	test('H20: the profile is in memory, uncached, without spelling; downloads and the network are refused', async () => {
		const { fake } = await open()
		const [profile] = fake.profiles
		expect(profile?.partition).not.toMatch(/^persist:/)
		expect(profile?.partition).not.toBe('')
		expect(profile?.options).toEqual({ cache: false })
		expect(profile?.spellChecker).toBe(false)
		const download = fakeEvent()
		profile?.emit('will-download', download)
		expect(download.prevented).toBe(true)
		const answer = vi.fn()
		profile?.handlers.beforeRequest?.({ url: 'https://example.org/' }, answer)
		expect(answer).toHaveBeenCalledWith({ cancel: true })
		expect(profile?.requestFilter).toEqual({ urls: ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*'] })
	})

	test('R44: the menu follows the language chosen', async () => {
		const { fake, stub } = await open({ locale: 'en-GB' })
		expect(JSON.stringify(fake.named('setApplicationMenu').at(-1))).toContain('Select all')
		stub.state.language = 'zh-CN'
		stub.tell({ kind: 'session' })
		await vi.waitFor(() => expect(JSON.stringify(fake.named('setApplicationMenu').at(-1))).toContain('锁定'))
	})
})

describe('locking and leaving', () => {
	const locks = (asked: { name: string }[]) => asked.filter((call) => call.name === 'session.lock').length

	test.each(['suspend', 'lock-screen', 'shutdown'])('H25: %s locks the desk and hides the window', async (name) => {
		const { fake, stub, window } = await open()
		window.emit('ready-to-show')
		fake.module.powerMonitor.emit(name, fakeEvent())
		expect(locks(stub.asked)).toBe(1)
		expect(window.visible).toBe(false)
		expect(protection(fake)).toBe(true)
	})

	test('H25: shutdown asks the system to wait, closes the desk, then quits', async () => {
		const { fake, stub } = await open()
		const event = fakeEvent()
		fake.module.powerMonitor.emit('shutdown', event)
		expect(event.prevented).toBe(true)
		await vi.waitFor(() => expect(stub.closes()).toBe(1))
		stub.finishClose()
		await vi.waitFor(() => expect(fake.order()).toContain('quitted'))
	})

	test.each([
		['suspend', 'resume'],
		['lock-screen', 'unlock-screen'],
	])('H25: the window hidden on %s comes back on %s, one the person had hidden does not', async (away, back) => {
		const { fake, window } = await open()
		fake.module.powerMonitor.emit(away)
		fake.module.powerMonitor.emit(back)
		expect(window.visible).toBe(false)
		window.emit('ready-to-show')
		fake.module.powerMonitor.emit(away)
		expect(window.visible).toBe(false)
		fake.module.powerMonitor.emit(back)
		expect(window.visible).toBe(true)
	})

	test('H25: the end of a Windows session locks', async () => {
		const { stub, window } = await open()
		window.emit('session-end')
		expect(locks(stub.asked)).toBe(1)
	})

	test('H25: before-quit closes the desk once and quits only then', async () => {
		const { fake, stub } = await open()
		fake.module.app.quit()
		fake.module.app.quit()
		await vi.waitFor(() => expect(stub.closes()).toBe(1))
		expect(fake.order()).not.toContain('quitted')
		stub.finishClose()
		await vi.waitFor(() => expect(fake.order()).toContain('quitted'))
		expect(stub.closes()).toBe(1)
	})

	test('H25: closing the window quits', async () => {
		const { fake } = await open()
		fake.module.app.emit('window-all-closed')
		expect(fake.order()).toContain('quit')
	})

	test('H21: the window is left out of previews while locked, and only then', async () => {
		const { fake, stub, window } = await open()
		const made = fake.order().indexOf('BrowserWindow')
		expect(fake.calls[made + 1]).toEqual({ name: 'setContentProtection', args: [true] })
		stub.state.phase = 'open'
		stub.tell({ kind: 'session' })
		await vi.waitFor(() => expect(protection(fake)).toBe(false))
		stub.state.phase = 'sign-in'
		stub.tell({ kind: 'session' })
		await vi.waitFor(() => expect(protection(fake)).toBe(true))
		expect(window.isDestroyed()).toBe(false)
	})

	test('H21: an answer from before a lock does not uncover the window', async () => {
		const { fake, stub } = await open()
		stub.state.phase = 'open'
		stub.tell({ kind: 'session' })
		fake.module.powerMonitor.emit('lock-screen')
		await new Promise((resolve) => setImmediate(resolve))
		expect(protection(fake)).toBe(true)
	})

	test('H21: leaving and locking clear what was copied from a sensitive field', async () => {
		const { fake, stub, window } = await open()
		const event = { sender: window.webContents, senderFrame: window.webContents.mainFrame }
		fake.copy('13800001234')
		fake.module.ipcMain.emit('desk:copied', event, '13800001234')
		fake.module.powerMonitor.emit('suspend')
		await vi.waitFor(() => expect(fake.clipboardText()).toBe(''))
		fake.copy('13800001234')
		fake.module.ipcMain.emit('desk:copied', event, '13800001234')
		fake.module.app.quit()
		await vi.waitFor(() => expect(fake.clipboardText()).toBe(''))
		stub.finishClose()
	})
})
