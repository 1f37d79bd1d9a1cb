import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { runInNewContext } from 'node:vm'
import { PreloadConfigFactory } from 'electron-vite'
import { build } from 'vite'
import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest'
import config from '../../electron.vite.config.ts'
import type { Bridge } from '../../shared/desk-api/bridge.ts'
import { verbNames } from '../../shared/desk-api/verbs.ts'

/** The bundle that ships, made by the project's own build settings, run as Electron runs it: with require, no module. */

let folder: string
let script: string
let files: string[]

beforeAll(async () => {
	folder = mkdtempSync(join(tmpdir(), 'fieldclaim-preload-'))
	if (typeof config === 'function' || config instanceof Promise || config.preload === undefined)
		throw new Error('the build settings have no preload part')
	const factory = new PreloadConfigFactory(config.preload, { logLevel: 'error', mode: 'production' }, {})
	const settings = await factory.build()
	await build({
		...settings,
		configFile: false,
		build: { ...settings.build, outDir: folder, emptyOutDir: true },
	})
	files = readdirSync(folder)
	script = readFileSync(join(folder, 'preload.cjs'), 'utf8')
})
afterAll(() => rmSync(folder, { recursive: true, force: true }))

type Listener = (...args: unknown[]) => void

const exposed: Record<string, unknown> = {}
const required: string[] = []
const sent: unknown[][] = []
const invoked: unknown[][] = []
const heard = new Map<string, Listener[]>()
const pageEvents = new Map<string, Listener[]>()
let invoke: (...args: unknown[]) => Promise<unknown>
let page: { activeElement: unknown; getSelection(): unknown; querySelectorAll(selector: string): unknown[] }

beforeEach(() => {
	for (const key of Object.keys(exposed)) delete exposed[key]
	for (const list of [required, sent, invoked]) list.length = 0
	heard.clear()
	pageEvents.clear()
	invoke = async () => ({ ok: true, value: null })
	page = { activeElement: null, getSelection: () => null, querySelectorAll: () => [] }
	const ipcRenderer = {
		invoke: (...args: unknown[]) => {
			invoked.push(args)
			return invoke(...args)
		},
		on: (channel: string, listener: Listener) => heard.set(channel, [...(heard.get(channel) ?? []), listener]),
		removeListener: (channel: string, listener: Listener) =>
			heard.set(
				channel,
				(heard.get(channel) ?? []).filter((one) => one !== listener),
			),
		send: (...args: unknown[]) => sent.push(args),
	}
	const electron = {
		contextBridge: {
			exposeInMainWorld: (name: string, value: unknown) => {
				exposed[name] = value
			},
		},
		ipcRenderer,
	}
	runInNewContext(script, {
		exports: {},
		module: { exports: {} },
		require: (name: string) => {
			required.push(name)
			if (name !== 'electron') throw new Error(`a sandboxed script cannot require ${name}`)
			return electron
		},
		document: {
			addEventListener: (type: string, listener: Listener) =>
				pageEvents.set(type, [...(pageEvents.get(type) ?? []), listener]),
			get activeElement() {
				return page.activeElement
			},
			getSelection: () => page.getSelection(),
			querySelectorAll: (selector: string) => page.querySelectorAll(selector),
		},
	})
})

const bridge = () => exposed.fieldclaim as Bridge
/** Plain data again: what a context of its own made is not of our classes. */
const plain = (value: unknown) => JSON.parse(JSON.stringify(value))
const emit = (channel: string, ...args: unknown[]) => {
	for (const listener of heard.get(channel) ?? []) listener(...args)
}

describe('H11: what a page finds', () => {
	test('one small file that requires electron alone', () => {
		expect(files).toEqual(['preload.cjs'])
		expect(required.every((name) => name === 'electron')).toBe(true)
		// No schema library came along: it alone is over 100 kB.
		expect(script.length).toBeLessThan(10_000)
	})

	test('one frozen name: a function per verb, and listen', () => {
		expect(Object.keys(exposed)).toEqual(['fieldclaim'])
		expect(Object.keys(bridge())).toEqual(['verbs', 'listen'])
		expect(Object.keys(bridge().verbs).sort()).toEqual([...verbNames].sort())
		for (const call of Object.values(bridge().verbs)) expect(typeof call).toBe('function')
		expect(Object.isFrozen(bridge())).toBe(true)
		expect(Object.isFrozen(bridge().verbs)).toBe(true)
	})

	test.each([...verbNames])('%s calls its own channel and no other', async (name) => {
		await (bridge().verbs[name] as (...args: unknown[]) => unknown)({ a: 1 }, 'desk:verb:session.lock', 'more')
		expect(plain(invoked)).toEqual([[`desk:verb:${name}`, { a: 1 }]])
	})

	test('an input that cannot be copied is refused as input, without the reason', async () => {
		invoke = async () => {
			throw new Error('An object could not be cloned: secret')
		}
		expect(plain(await bridge().verbs['app.state'](() => undefined))).toEqual({
			ok: false,
			error: { code: 'VALIDATION', issues: [{ path: '', code: 'wrong-type' }] },
		})
	})

	test('listen passes the known events as plain data, never the event object', () => {
		const listener = vi.fn()
		const stop = bridge().listen(listener)
		const event = { sender: 'ipcRenderer', ports: [] }
		emit('desk:event', event, { kind: 'changed', ids: ['a', 'b'], claims: ['secret'] })
		emit('desk:event', event, { kind: 'session', keys: 'secret' })
		emit('desk:event', event, { kind: 'something else' })
		emit('desk:event', event, { kind: 'closed' })
		expect(plain(listener.mock.calls)).toEqual([
			[{ kind: 'changed', ids: ['a', 'b'] }],
			[{ kind: 'session' }],
			[{ kind: 'closed' }],
		])
		stop()
		emit('desk:event', event, { kind: 'session' })
		expect(listener).toHaveBeenCalledTimes(3)
	})
})

describe('H21: copying', () => {
	const marked = { closest: (selector: string) => (selector === '[data-sensitive]' ? {} : null) }
	const unmarked = { closest: () => null }
	const copy = (type = 'copy') => {
		for (const listener of pageEvents.get(type) ?? []) listener()
	}

	test.each(['copy', 'cut'])('%s of a part of a sensitive box is told with that part', (type) => {
		page.activeElement = { ...marked, value: '13800001234', selectionStart: 3, selectionEnd: 7 }
		copy(type)
		expect(sent).toEqual([['desk:copied', '0000']])
	})

	test('a selection that touches a sensitive field is told, another is not', () => {
		const selection = (touches: boolean) => ({
			isCollapsed: false,
			containsNode: () => touches,
			toString: () => 'phone 13800001234',
		})
		page.querySelectorAll = (selector) => (selector === '[data-sensitive]' ? [marked] : [])
		page.getSelection = () => selection(false)
		copy()
		expect(sent).toEqual([])
		page.getSelection = () => selection(true)
		copy()
		expect(sent).toEqual([['desk:copied', 'phone 13800001234']])
	})

	test('boxes without the mark, and empty selections, are not told', () => {
		page.activeElement = { ...unmarked, value: 'place', selectionStart: 0, selectionEnd: 5 }
		copy()
		page.activeElement = { ...marked, value: 'x', selectionStart: 1, selectionEnd: 1 }
		copy()
		page.activeElement = null
		copy()
		expect(sent).toEqual([])
	})
})
