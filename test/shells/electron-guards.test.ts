import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeElectron, fakeEvent, installFakeElectron } from '../support/fake-electron.ts'

let fake: FakeElectron
beforeEach(() => {
	fake = installFakeElectron()
})
afterEach(() => {
	vi.doUnmock('electron')
})

const badAddresses = [
	'https://example.org/',
	'http://desk/',
	'https://desk/index.html',
	'app://desk.evil/index.html',
	'app://evil@desk/',
	'app://desk:8080/',
	'app://DESK.evil/',
	'app:desk',
	'app:/desk/index.html',
	'application://desk/',
	'file:///etc/passwd',
	'data:text/html,<script>1</script>',
	'blob:app://desk/1',
	'javascript:alert(1)',
	'about:blank',
	'chrome://gpu',
	'devtools://devtools/bundled/inspector.html',
	'view-source:app://desk/index.html',
	'//desk/index.html',
	'',
	'not an address',
]

describe('H6, H7, H8: a page stays where it is', () => {
	async function page() {
		const { guardNavigation } = await import('../../src-main/shells/electron/guards.ts')
		guardNavigation(fake.module.app as never)
		return new fake.module.BrowserWindow({}).webContents
	}

	test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])('H6: %s leaves our origin for nothing', async (name) => {
		const contents = await page()
		for (const url of badAddresses) {
			const event = { ...fakeEvent(), url }
			contents.emit(name, event)
			expect(event.prevented, url).toBe(true)
		}
		for (const url of ['app://desk/index.html', 'app://desk/#/claims', 'app://desk/']) {
			const event = { ...fakeEvent(), url }
			contents.emit(name, event)
			expect(event.prevented, url).toBe(false)
		}
	})

	test('H7: no page opens a window, not even with our own address', async () => {
		const contents = await page()
		for (const url of [...badAddresses, 'app://desk/index.html', 'tel:+8613800001234'])
			expect(contents.openHandler?.({ url }), url).toEqual({ action: 'deny' })
		expect(fake.named('openExternal')).toEqual([{ name: 'openExternal', args: ['tel:+8613800001234'] }])
	})

	test('H8: no guest page is attached', async () => {
		const contents = await page()
		const event = fakeEvent()
		contents.emit('will-attach-webview', event, {}, {})
		expect(event.prevented).toBe(true)
	})

	test('H6: pages made by anything else are guarded too', async () => {
		await page()
		const other = new fake.module.BrowserWindow({}).webContents
		expect(other.openHandler).not.toBeNull()
		expect(other.listenerCount('will-navigate')).toBe(1)
	})
})

describe('H9: permissions', () => {
	const permissions = [
		'clipboard-read', 'clipboard-sanitized-write', 'deprecated-sync-clipboard-read', 'display-capture', 'fileSystem',
		'fullscreen', 'geolocation', 'hid', 'idle-detection', 'keyboardLock', 'local-fonts', 'local-network-access', 'media',
		'mediaKeySystem', 'midi', 'midiSysex', 'nfc', 'notifications', 'openExternal', 'payment-handler',
		'persistent-storage', 'pointerLock', 'sensors', 'serial', 'speaker-selection', 'storage-access',
		'top-level-storage-access', 'usb', 'window-management', 'unknown', 'one that does not exist yet',
	]

	test.each(permissions)('%s is refused when asked, when checked and for devices', async (permission) => {
		const { openProfile } = await import('../../src-main/shells/electron/profile.ts')
		openProfile()
		const [profile] = fake.profiles
		const answer = vi.fn()
		profile?.handlers.request?.({}, permission, answer, { requestingUrl: 'app://desk/' })
		expect(answer).toHaveBeenCalledExactlyOnceWith(false)
		expect(profile?.handlers.check?.({}, permission, 'app://desk', {})).toBe(false)
		expect(profile?.handlers.device?.({ deviceType: permission, origin: 'app://desk' })).toBe(false)
	})
})

describe('H10: what is handed to another program', () => {
	const refused = [
		'http://example.org/', 'https://example.org/', 'https://help.example.com.evil.org/', 'https://evil.org/help.example.com',
		'https://help.example.com@evil.org/', 'https://user:secret@help.example.com/', 'https://help.example.com:8443/',
		'https://help.example.com\\@evil.org/', 'https://help.example.com/\u202Egpj.exe', ' https://help.example.com/',
		'https://help.example.com/\n', 'HTTP://help.example.com/', '//help.example.com/', 'file:///etc/passwd',
		'file://server/share/a.exe', '\\\\server\\share', 'smb://server/share', 'javascript:alert(1)', 'data:text/html,x',
		'vbscript:x', 'ms-msdt:/id', 'ms-settings:', 'search-ms:query=x', 'ldap://evil.org', 'ssh://evil.org', 'app://desk/',
		'chrome://settings', 'mailto:someone@evil.org', 'mailto:desk@example.com?body=claims', 'mailto:desk@example.com,evil@evil.org',
		'tel:', 'tel:12', 'tel:+86 138 0000 1234', 'tel:*21*123%23', 'tel:1234567890123456', 'tel:123;ext=4', 'tel:123?x', '', 'x',
		`https://help.example.com/${'a'.repeat(2_000)}`,
	]
	const rules = { hosts: ['help.example.com'], mailboxes: ['desk@example.com'], phones: true }

	test.each(refused)('%j is refused', async (url) => {
		const { allowOutside, openOutside } = await import('../../src-main/shells/electron/outside.ts')
		expect(allowOutside(url, rules)).toBeNull()
		expect(openOutside(url, rules)).toBe(false)
		expect(fake.named('openExternal')).toEqual([])
	})

	test('H10: the list itself is allowed, and nothing when it is empty', async () => {
		const { allowOutside, openOutside } = await import('../../src-main/shells/electron/outside.ts')
		for (const url of ['https://help.example.com/claims', 'mailto:desk@example.com', 'tel:+8613800001234', 'tel:110']) {
			expect(allowOutside(url, rules)).toBe(url)
			expect(openOutside(url, rules)).toBe(true)
			expect(allowOutside(url, { hosts: [], mailboxes: [], phones: false })).toBeNull()
		}
		expect(fake.named('openExternal')).toHaveLength(4)
	})
})

describe('H16: switches', () => {
	const bad = [
		'--inspect', '--inspect=0.0.0.0:9229', '--inspect-brk', '--inspect-port=1', '--remote-debugging-port=9222',
		'--remote-debugging-pipe', '--remote-allow-origins=*', '-remote-debugging-port=1', '/remote-debugging-port=1',
		'--REMOTE-DEBUGGING-PORT=1', '--no-sandbox', '--disable-web-security', '--ignore-certificate-errors',
		'--ignore-certificate-errors-spki-list=x', '--password-store=basic', '--password-store="basic"', '--js-flags=--x',
		'--log-net-log=/tmp/x', '--ssl-key-log-file=/tmp/x', '--load-extension=/tmp/x', '--single-process',
		'--disable-setuid-sandbox', '--disable-site-isolation-trials', '--gpu-launcher=sh', '--renderer-cmd-prefix=sh',
		'--utility-cmd-prefix=sh', '--browser-subprocess-path=/tmp/x', '--proxy-server=evil:1', '--debug', '--debug-brk=1',
		'--allow-running-insecure-content', '--unsafely-treat-insecure-origin-as-secure=http://a', ' --inspect',
	]
	const good = ['--lang=zh-CN', '--password-store=gnome-libsecret', '--disable-gpu', '--force-device-scale-factor=2', '.', 'dist/main/main.js', '/home/inspect/it', '--', '']

	test.each(bad)('%s is refused', async (argument) => {
		const { findRefusedSwitch } = await import('../../src-main/shells/electron/switches.ts')
		expect(findRefusedSwitch(['x', argument], false)).not.toBeNull()
		expect(findRefusedSwitch(['--', argument], false)).not.toBeNull()
	})
	test.each(good)('%j passes', async (argument) => {
		const { findRefusedSwitch } = await import('../../src-main/shells/electron/switches.ts')
		expect(findRefusedSwitch([argument], false)).toBeNull()
	})
	test('H16: a debugging build lets an end-to-end test in and nothing else', async () => {
		const { findRefusedSwitch } = await import('../../src-main/shells/electron/switches.ts')
		expect(findRefusedSwitch(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox'], true)).toBeNull()
		expect(findRefusedSwitch(['--disable-web-security'], true)).toBe('--disable-web-security')
		expect(findRefusedSwitch(['--password-store=basic'], true)).toBe('--password-store=basic')
	})
	test('H13: the reason names the rule and not the value given', async () => {
		const { findRefusedSwitch } = await import('../../src-main/shells/electron/switches.ts')
		expect(findRefusedSwitch(['--proxy-server=secret:1'], false)).toBe('--proxy-server')
	})
})

describe('H4, H5: the pages of the desk', () => {
	let root: string
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'fieldclaim-pages-'))
		mkdirSync(join(root, 'bundle', 'assets'), { recursive: true })
		writeFileSync(join(root, 'bundle', 'index.html'), '<!doctype html><html><head><title>x</title></head><body></body></html>')
		writeFileSync(join(root, 'bundle', 'assets', 'a.js'), 'export {}')
		writeFileSync(join(root, 'bundle', '.hidden.js'), 'secret')
		writeFileSync(join(root, 'bundle', 'notes.txt'), 'secret')
		writeFileSync(join(root, 'secret.js'), 'secret')
		symlinkSync(join(root, 'secret.js'), join(root, 'bundle', 'link.js'))
	})
	afterEach(() => rmSync(root, { recursive: true, force: true }))

	async function get(url: string, method = 'GET') {
		const { servePages } = await import('../../src-main/shells/electron/protocol.ts')
		const { openProfile } = await import('../../src-main/shells/electron/profile.ts')
		const profile = openProfile()
		servePages(profile, join(root, 'bundle'))
		const handler = fake.profiles.at(-1)?.served.app
		if (handler === undefined) throw new Error('no handler for the scheme')
		return handler({ method, url })
	}

	test('H4: the bundle is served, with fixed kinds and no sniffing', async () => {
		const page = await get('app://desk/index.html')
		expect(page.status).toBe(200)
		expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8')
		expect(page.headers.get('x-content-type-options')).toBe('nosniff')
		const script = await get('app://desk/assets/a.js')
		expect(await script.text()).toBe('export {}')
		expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8')
	})

	test('H5: the policy of every answer lets nothing reach the network', async () => {
		for (const url of ['app://desk/index.html', 'app://desk/assets/a.js', 'app://desk/missing.js']) {
			const policy = (await get(url)).headers.get('content-security-policy')?.split('; ') ?? []
			for (const line of [
				"default-src 'none'",
				"script-src 'self'",
				"connect-src 'none'",
				"object-src 'none'",
				"base-uri 'none'",
				"form-action 'none'",
				"frame-ancestors 'none'",
				"require-trusted-types-for 'script'",
			])
				expect(policy, url).toContain(line)
			expect(policy.join()).not.toMatch(/unsafe|http|\*/)
		}
	})

	test.each([
		'app://desk/../secret.js', 'app://desk/%2e%2e/secret.js', 'app://desk/%2E%2E%2Fsecret.js', 'app://desk/..%2fsecret.js',
		'app://desk/..\\secret.js', 'app://desk/%5c..%5csecret.js', 'app://desk/%252e%252e/secret.js', 'app://desk//secret.js',
		'app://desk/assets/../../secret.js', 'app://desk/index.html%00.js', 'app://desk/index.html\0', 'app://desk/C:/secret.js',
		'app://desk//etc/passwd', 'app://desk/etc/passwd', 'app://desk/link.js', 'app://desk/.hidden.js', 'app://desk/notes.txt',
		'app://desk/assets', 'app://desk/assets/', 'app://desk/index.html/', 'app://desk/index.html.', 'app://desk/INDEX~1.HTM',
		'app://desk/a.js::$DATA', 'app://desk/con', 'app://other/index.html', 'app://desk.evil/index.html', 'app://desk@other/index.html',
		'app://desk:1/index.html', 'app:desk/index.html', 'https://desk/index.html', 'file:///etc/passwd', '', 'index.html',
		`app://desk/${'a/'.repeat(5_000)}`,
	])('H4: %j is not found', async (url) => {
		const got = await get(url)
		expect(got.status).toBe(404)
		expect(await got.text()).toBe('')
	})

	test.each(['POST', 'PUT', 'DELETE', 'HEAD', 'OPTIONS'])('H4: %s finds nothing', async (method) => {
		expect((await get('app://desk/index.html', method)).status).toBe(404)
	})
})

describe('H21: the clipboard', () => {
	beforeEach(() => {
		vi.useFakeTimers()
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	async function keeper() {
		const { keepClipboard, keepFor } = await import('../../src-main/shells/electron/clipboard.ts')
		return { keeper: keepClipboard(fake.module.clipboard as never), keepFor }
	}

	test('H21: what was copied from a sensitive field is gone after 60 seconds, not before', async () => {
		const { keeper: kept, keepFor } = await keeper()
		expect(keepFor).toBe(60_000)
		fake.copy('line one\r\nline two')
		kept.copied('line one\nline two')
		await vi.advanceTimersByTimeAsync(keepFor - 1)
		expect(fake.clipboardText()).not.toBe('')
		await vi.advanceTimersByTimeAsync(1)
		expect(fake.clipboardText()).toBe('')
	})

	test('H21: what was copied elsewhere meanwhile stays', async () => {
		const { keeper: kept, keepFor } = await keeper()
		fake.copy('13800001234')
		kept.copied('13800001234')
		fake.copy('a shopping list')
		await vi.advanceTimersByTimeAsync(keepFor)
		expect(fake.clipboardText()).toBe('a shopping list')
	})

	test('H21: each copy starts its own minute', async () => {
		const { keeper: kept, keepFor } = await keeper()
		fake.copy('one')
		kept.copied('one')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		fake.copy('two')
		kept.copied('two')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		expect(fake.clipboardText()).toBe('two')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		expect(fake.clipboardText()).toBe('')
	})

	test('H21: a clipboard that cannot be read is cleared', async () => {
		const { keepClipboard } = await import('../../src-main/shells/electron/clipboard.ts')
		const clear = vi.fn()
		const kept = keepClipboard({ readText: async () => Promise.reject(new Error('x')), clear } as never)
		kept.copied('x')
		await kept.clear()
		expect(clear).toHaveBeenCalledOnce()
		await kept.clear()
		expect(clear).toHaveBeenCalledOnce()
	})
})
