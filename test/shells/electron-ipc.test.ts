import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { errorCodes } from '../../shared/desk-api/errors.ts'
import { plainVerbNames } from '../../shared/desk-api/verb-names.ts'
import { verbNames } from '../../shared/desk-api/verbs.ts'
import type { serveVerbs as ServeVerbs } from '../../src-main/shells/electron/ipc.ts'
import { FakeContents, type FakeElectron, FakeFrame, installFakeElectron } from '../support/fake-electron.ts'

type Window = Parameters<typeof ServeVerbs>[2]

let fake: FakeElectron
let ipc: typeof import('../../src-main/shells/electron/ipc.ts')
let window: InstanceType<FakeElectron['module']['BrowserWindow']>
let asked: { name: string; input: unknown }[]
let reply: () => unknown

beforeEach(async () => {
	fake = installFakeElectron()
	ipc = await import('../../src-main/shells/electron/ipc.ts')
	window = new fake.module.BrowserWindow({})
	asked = []
	reply = () => ({ ok: true, value: null })
	const desk = {
		call: async (name: string, input: unknown) => {
			asked.push({ name, input })
			return reply()
		},
	}
	ipc.serveVerbs(fake.module.ipcMain as never, desk as never, (() => window) as unknown as Window)
})
afterEach(() => {
	vi.doUnmock('electron')
})

const ours = () => ({ sender: window.webContents, senderFrame: window.webContents.mainFrame as FakeFrame | null })

function invoke(name: string, event: unknown, input: unknown = {}) {
	const handler = fake.invoked.get(`desk:verb:${name}`)
	if (handler === undefined) throw new Error(`no handler for ${name}`)
	return Promise.resolve(handler(event, input))
}

const changedFrame = (change: Partial<FakeFrame>) =>
	Object.assign(new FakeFrame(window.webContents.mainFrame.frameTreeNodeId), change)

const strangers: [string, () => unknown][] = [
	['a frame of a foreign origin', () => ({ ...ours(), senderFrame: changedFrame({ origin: 'https://desk' }) })],
	[
		'a frame of another host of our scheme',
		() => ({ ...ours(), senderFrame: changedFrame({ origin: 'app://desk.evil' }) }),
	],
	['a frame without an origin', () => ({ ...ours(), senderFrame: changedFrame({ origin: 'null' }) })],
	['our origin under another address', () => ({ ...ours(), senderFrame: changedFrame({ url: 'about:blank' }) })],
	[
		'a sub-frame of our own page',
		() => ({ ...ours(), senderFrame: changedFrame({ parent: window.webContents.mainFrame }) }),
	],
	['another frame node', () => ({ ...ours(), senderFrame: new FakeFrame(999) })],
	['no frame', () => ({ ...ours(), senderFrame: null })],
	['a destroyed frame', () => ({ ...ours(), senderFrame: changedFrame({ destroyed: true }) })],
	['a detached frame', () => ({ ...ours(), senderFrame: changedFrame({ detached: true }) })],
	[
		'a frame that throws when it is read',
		() => ({
			sender: window.webContents,
			get senderFrame() {
				throw new Error('Render frame was disposed before WebFrameMain could be accessed')
			},
		}),
	],
	['another window', () => ({ sender: new FakeContents(77), senderFrame: changedFrame({}) })],
]

describe('H12: who may call', () => {
	test('the channels are exactly the verbs', () => {
		expect([...fake.invoked.keys()].sort()).toEqual(verbNames.map((name) => `desk:verb:${name}`).sort())
		expect([...plainVerbNames]).toEqual([...verbNames])
	})

	test.each([...verbNames])('%s reaches the desk from our page, and from no stranger', async (name) => {
		expect(await invoke(name, ours(), { some: 'input' })).toEqual({ ok: true, value: null })
		expect(asked).toEqual([{ name, input: { some: 'input' } }])
		asked.length = 0
		for (const [, event] of strangers)
			expect(await invoke(name, event())).toEqual({ ok: false, error: { code: 'DENIED' } })
		expect(asked).toEqual([])
	})

	test.each(strangers)('%s is denied', async (_who, event) => {
		expect(await invoke('app.state', event())).toEqual({ ok: false, error: { code: 'DENIED' } })
		expect(asked).toEqual([])
	})

	test('a call that arrives when the window is gone is denied', async () => {
		window.destroyed = true
		expect(await invoke('app.state', ours())).toEqual({ ok: false, error: { code: 'DENIED' } })
		expect(asked).toEqual([])
	})
})

describe('H13: what an error carries', () => {
	const secret = /secret|\/home|SELECT|at .*:\d/

	test('a desk that throws is answered with a code alone', async () => {
		reply = () => {
			throw new Error('secret SELECT * FROM claims at /home/somebody/claims.db')
		}
		expect(await invoke('claims.get', ours())).toEqual({ ok: false, error: { code: 'INTERNAL' } })
	})

	test.each([...errorCodes])('%s crosses with its own fields and no other', async (code) => {
		const error = Object.assign(new Error('secret'), { code, params: { most: 3 }, sql: 'SELECT secret' })
		reply = () => ({ ok: false, error, stack: 'secret' })
		const got = await invoke('claims.get', ours())
		expect(got).toEqual({ ok: false, error: { code, params: { most: 3 } } })
		expect(JSON.stringify(got)).not.toMatch(secret)
	})

	test('an unknown code becomes INTERNAL', async () => {
		reply = () => ({ ok: false, error: { code: 'SQLITE_CORRUPT: secret' } })
		expect(await invoke('claims.get', ours())).toEqual({ ok: false, error: { code: 'INTERNAL' } })
	})
})

describe('what the main process says and hears', () => {
	test('events go to the window while there is one', () => {
		let tell: (event: unknown) => void = () => undefined
		const desk = {
			listen: (listener: (event: unknown) => void) => {
				tell = listener
				return () => undefined
			},
		}
		ipc.forwardEvents(desk as never, (() => window) as unknown as Window)
		tell({ kind: 'session' })
		expect(window.webContents.sent).toEqual([['desk:event', { kind: 'session' }]])
		window.destroyed = true
		tell({ kind: 'session' })
		expect(window.webContents.sent).toHaveLength(1)
	})

	test('H21: a copy is heard from our page only, and only as text', () => {
		const copied = vi.fn()
		ipc.hearCopies(fake.module.ipcMain as never, (() => window) as unknown as Window, copied)
		for (const [, event] of strangers) fake.module.ipcMain.emit('desk:copied', event(), 'x')
		fake.module.ipcMain.emit('desk:copied', ours(), { text: 'x' })
		expect(copied).not.toHaveBeenCalled()
		fake.module.ipcMain.emit('desk:copied', ours(), 'x')
		expect(copied).toHaveBeenCalledWith('x')
	})
})
