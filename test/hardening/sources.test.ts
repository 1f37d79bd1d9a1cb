// biome-ignore-all lint/suspicious/noTemplateCurlyInString: the samples are source text
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import * as rules from './rules.ts'
import { type Rule, readSources, scan } from './scan.ts'

const root = join(import.meta.dirname, '../..')
const main = readSources('src-main')
const renderer = readSources('src-renderer')
const all = [...main, ...renderer, ...readSources('shared')]

/** What no file may hold, and text that must be found where the rule is any good. Good text must be left alone. */
const forbidden: {
	name: string
	rule: Rule
	sources: typeof all
	bad: string[]
	good: string[]
	/** Where the sample stands, when the rule looks at it. */
	at?: string
}[] = [
	{
		name: 'H1: no preference of a window is weakened',
		rule: rules.weakensPreferences,
		sources: main,
		bad: [
			'x({ webPreferences: { nodeIntegration: true } })',
			'const a = { contextIsolation: false }',
			'const a = { "sandbox": false }',
			'const a = { webSecurity: flag }',
			'const a = { enableBlinkFeatures: "X" }',
			'const a = { nodeIntegrationInSubFrames: !0 }',
			'const a = { spellcheck: true }',
		],
		good: ['const a = { contextIsolation: true, nodeIntegration: false, devTools: o.debugging }', '// sandbox: false'],
	},
	{
		name: 'H3: no page is loaded from a file',
		rule: rules.loadsFiles,
		sources: all,
		bad: ['window.loadFile("x.html")', 'window["loadFile"](x)', 'load("file:///etc/passwd")', 'load(`FILE://${x}`)'],
		good: ['// file:///x', 'const profile = "profile:"', 'const loadFiles = 1'],
	},
	{
		name: 'H10: programs are started by the one function only',
		rule: rules.startsProgramsOtherwise,
		sources: [...renderer, ...main.filter(({ path }) => path.startsWith('src-main/shells/electron/'))],
		bad: [
			'shell.openPath(x)',
			'import { spawn } from "node:child_process"',
			'shell["showItemInFolder"](x)',
			'import open from "open"',
		],
		good: ['const openPathname = 1', 'pattern.exec(x)'],
	},
	{
		name: 'H11, H12: page and main process meet in the preload script and ipc.ts only',
		rule: rules.bridgesElsewhere,
		sources: all,
		bad: [
			'import { ipcRenderer } from "electron"',
			'ipcMain.handle("x", () => 1)',
			'electron.ipcMain.on("x", f)',
			'contextBridge.exposeInMainWorld("x", {})',
		],
		good: ['// ipcMain', 'type A = { ipcMain: number }'],
	},
	{
		name: 'H17: no certificate is trusted that the system refuses',
		rule: rules.trustsAnyCertificate,
		sources: all.filter(({ path }) => path !== 'src-main/shells/electron/switches.ts'),
		bad: [
			'session.setCertificateVerifyProc((r, cb) => cb(0))',
			'app.on("certificate-error", f)',
			'process.env.NODE_TLS_REJECT_UNAUTHORIZED = "0"',
			'process.env["NODE_TLS_REJECT_UNAUTHORIZED"] = "0"',
			'get(url, { rejectUnauthorized: false })',
			'get(url, { rejectUnauthorized: settings.strict })',
			'get(url, { checkServerIdentity: () => undefined })',
			'app.commandLine.appendSwitch("ignore-certificate-errors")',
		],
		good: ['get(url, { rejectUnauthorized: true })', '// certificate-error'],
	},
	{
		name: 'H20: pages keep nothing on the disk',
		rule: rules.storesInPage,
		sources: renderer,
		bad: [
			'localStorage.setItem("a", b)',
			'window.localStorage.a = b',
			'window["sessionStorage"]',
			'const { setItem } = sessionStorage',
			'indexedDB.open("x")',
			'document.cookie = "a=b"',
			'const d = document; d.cookie',
			'navigator.serviceWorker.register("x")',
			'caches.open("x")',
		],
		good: ['// localStorage', 'type A = { localStorage: never }', 'const cookieName = 1'],
	},
	{
		name: 'H22: no text becomes markup',
		rule: rules.writesMarkup,
		sources: all,
		bad: [
			'const a = <p dangerouslySetInnerHTML={{ __html: text }} />',
			'const a = { dangerouslySetInnerHTML: { __html: text } }',
			'element.innerHTML = text',
			'element["outerHTML"] = text',
			'element.insertAdjacentHTML("beforeend", text)',
			'document.write(text)',
			'const a = <iframe srcDoc={text} />',
			'new DOMParser().parseFromString(text, "text/html")',
		],
		good: ['element.textContent = text', '// innerHTML', 'response.write(text)'],
	},
	{
		name: 'H22: no address comes from data',
		rule: rules.linksToData,
		sources: renderer,
		bad: [
			'const a = <a href={claim.url}>x</a>',
			'const a = <Link href={`https://${place}`}>x</Link>',
			'const a = <a href="https://example.org">x</a>',
			'const a = <a href="//example.org">x</a>',
			'const a = <a href="javascript:alert(1)">x</a>',
			'const a = <form action={url} />',
			'const a = <button formAction={url} />',
			'const a = <a href={other(route)}>x</a>',
			'const a = <a href>x</a>',
		],
		good: [
			'const a = <a href={writeRoute(route)}>x</a>',
			'const a = <a href="#claims">x</a>',
			'const a = <Section action={<p />} />',
		],
	},
	{
		name: 'H22: the function that writes addresses stays within the page',
		rule: rules.writesOuterRoute,
		sources: renderer,
		bad: [
			'function writeRoute(route) { return route.url }',
			'function writeRoute(route) { return `${route.url}#/` }',
			'function writeRoute(route) { return route.id === null ? "#/new" : route.id }',
			'function writeRoute() { return "https://example.org" }',
		],
		good: [
			'function writeRoute(route) { return route.id === null ? "#/new" : `#/new/${route.id}` }',
			'function other() { return x }',
		],
	},
	{
		name: 'H22: nothing is embedded',
		rule: rules.embeds,
		sources: renderer,
		bad: [
			'const a = <iframe src="x" />',
			'const a = <script>x</script>',
			'const a = <object data={x} />',
			'const a = <webview />',
		],
		good: ['const a = <Frame />', 'const a = <img src={x} alt="" />'],
	},
	{
		name: 'H23: no code is made from text',
		rule: rules.runsText,
		sources: all,
		bad: [
			'eval(text)',
			'globalThis.eval(text)',
			'new Function("return 1")',
			'Function("return 1")()',
			'setTimeout("x()", 1)',
			'import vm from "node:vm"',
			'contents.executeJavaScript(text)',
			'open("javascript:alert(1)")',
		],
		good: ['setTimeout(() => x(), 1)', 'type F = Function', '// eval(x)', 'evaluate(x)'],
	},
	{
		name: 'H23: no code is fetched from elsewhere',
		rule: rules.importsRemote,
		sources: all,
		bad: ['import x from "https://example.org/x.js"', 'await import(name)', 'await import("http://example.org/x.js")'],
		good: ['import x from "./x.ts"', 'await import("./x.ts")'],
	},
	{
		name: 'H26: nothing speaks but the entries of programs, and never through the console',
		rule: rules.speaks,
		sources: all,
		bad: [
			'console.log(claim)',
			'const { log } = console',
			'process.stdout.write(text)',
			'process.stderr.write(text)',
			'crashReporter.start({ submitURL: url })',
		],
		good: ['// console.log(x)', 'response.write(text)'],
	},
	{
		name: 'H26: what programs say carries no data',
		rule: rules.speaksOfData,
		sources: main,
		bad: [
			'process.stderr.write(String(error))',
			'process.stdout.write(`got ${JSON.stringify(input)}`)',
			'process.stderr.write(reply.error.params.path)',
		],
		good: ['process.stdout.write(`ready at ${url}`)', 'process.stderr.write(reply.error.code)', 'response.write(body)'],
		at: 'src-main/shells/electron/sample.ts',
	},
	{
		name: 'H27: nothing shows, copies or decrypts the store behind its back',
		rule: rules.opensStoreWide,
		sources: main,
		bad: [
			'db.serialize()',
			'db["serialize"]()',
			'new Database(path, { verbose: console.log })',
			'new Database(path, { verbose })',
			'new Database(path, { verbose() {} })',
			'db.loadExtension(path)',
			'db.exec("ATTACH DATABASE \'x\' AS other")',
			'db.prepare(`attach ? as other`)',
			'db.pragma("rekey = \'\'")',
			'db.rekey(buffer)',
			'db.unsafeMode(true)',
			'db.backup(path)',
			'db.pragma("writable_schema = 1")',
		],
		good: ['// db.serialize()', 'say("attach a photo")', 'const serializeClaim = 1'],
		at: 'src-main/store/sample.ts',
	},
	{
		name: 'H27: the key is given in one place',
		rule: rules.keysStore,
		sources: main,
		bad: ['db.key(buffer)', 'db.pragma("key = \'x\'")', 'db.exec(`PRAGMA hexkey=${x}`)'],
		good: ['const key = buffer', 'map.keys()'],
		at: 'src-main/store/sample.ts',
	},
	{
		name: 'H27: SQL belongs to the store',
		rule: rules.opensDatabases,
		sources: main,
		bad: ['import Database from "better-sqlite3"', 'import { SqliteError } from "better-sqlite3"'],
		good: ['import type { Database } from "better-sqlite3"', 'import x from "./x.ts"'],
		at: 'src-main/desk/sample.ts',
	},
]

describe.each(forbidden)('$name', ({ rule, sources, bad, good, at }) => {
	const sample = (text: string) => [{ path: at ?? 'src-renderer/sample.tsx', text }]

	test('the sources', () => {
		expect(sources.length).toBeGreaterThan(5)
		expect(scan(sources, rule)).toEqual([])
	})
	test.each(bad)('finds %s', (text) => {
		expect(scan(sample(text), rule)).not.toEqual([])
	})
	test.each(good)('leaves %s', (text) => {
		expect(scan(sample(text), rule)).toEqual([])
	})
})

describe('what may stand in one place only', () => {
	const once: [name: string, rule: Rule, place: string, twice: string][] = [
		[
			'H1: one factory makes windows',
			rules.makesWindow,
			'src-main/shells/electron/window.ts',
			'new electron.BrowserWindow({}); new BaseWindow()',
		],
		[
			'H10: one call starts another program',
			rules.startsPrograms,
			'src-main/shells/electron/outside.ts',
			'shell.openExternal(a); electron.shell["openExternal"](b)',
		],
		[
			'H11: one name is given to pages',
			rules.exposes,
			'src-main/shells/electron/preload.ts',
			'contextBridge.exposeInMainWorld("a", b); exposeInIsolatedWorld(1, "a", b)',
		],
	]
	test.each(once)('%s', (_name, rule, place, twice) => {
		expect(scan(all, rule).map(({ path }) => path)).toEqual([place])
		expect(scan([{ path: 'src-main/sample.ts', text: twice }], rule)).toHaveLength(2)
	})
})

describe('H5, H22: the page itself', () => {
	/** Script in the page, or an address outside it. */
	const faultsOf = (html: string) =>
		[
			...html.matchAll(
				/<script(?![^>]*\ssrc="\.?\/[^/"])[^>]*>|\son[a-z]+\s*=|\sstyle\s*=|(?:https?:)?\/\/[a-z][^"'\s>]*\.|javascript:|<(?:iframe|base|object|embed)\b/gi,
			),
		].map(([text]) => text.trim())
	test('holds no script of its own and no address outside', () => {
		const path = join(root, 'src-renderer/index.html')
		expect(existsSync(path)).toBe(true)
		expect(faultsOf(readFileSync(path, 'utf8'))).toEqual([])
	})
	test.each([
		'<script>x()</script>',
		'<script type="module">x()</script>',
		'<script src="https://cdn.example.org/x.js"></script>',
		'<script src="//cdn.example.org/x.js"></script>',
		'<body onload="x()">',
		'<p style="color: red">',
		'<link rel="stylesheet" href="https://example.org/x.css">',
		'<a href="javascript:x()">',
		'<iframe src="/x">',
		'<base href="/">',
	])('finds %s', (html) => {
		expect(faultsOf(html)).not.toEqual([])
	})
})
