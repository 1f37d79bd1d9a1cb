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

	test.each(['will-navigate', 'will-redirect', 'will-frame-navigate'])(
		'H6: %s leaves our origin for nothing',
		async (name) => {
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
		},
	)

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
		'clipboard-read',
		'clipboard-sanitized-write',
		'deprecated-sync-clipboard-read',
		'display-capture',
		'fileSystem',
		'fullscreen',
		'geolocation',
		'hid',
		'idle-detection',
		'keyboardLock',
		'local-fonts',
		'local-network-access',
		'media',
		'mediaKeySystem',
		'midi',
		'midiSysex',
		'nfc',
		'notifications',
		'openExternal',
		'payment-handler',
		'persistent-storage',
		'pointerLock',
		'sensors',
		'serial',
		'speaker-selection',
		'storage-access',
		'top-level-storage-access',
		'usb',
		'window-management',
		'unknown',
		'one that does not exist yet',
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
		'http://example.org/',
		'https://example.org/',
		'https://help.example.com.evil.org/',
		'https://evil.org/help.example.com',
		'https://help.example.com@evil.org/',
		'https://user:secret@help.example.com/',
		'https://help.example.com:8443/',
		'https://help.example.com\\@evil.org/',
		'https://help.example.com/\u202Egpj.exe',
		' https://help.example.com/',
		'https://help.example.com/\n',
		'HTTP://help.example.com/',
		'//help.example.com/',
		'file:///etc/passwd',
		'file://server/share/a.exe',
		'\\\\server\\share',
		'smb://server/share',
		'javascript:alert(1)',
		'data:text/html,x',
		'vbscript:x',
		'ms-msdt:/id',
		'ms-settings:',
		'search-ms:query=x',
		'ldap://evil.org',
		'ssh://evil.org',
		'app://desk/',
		'chrome://settings',
		'mailto:someone@evil.org',
		'mailto:desk@example.com?body=claims',
		'mailto:desk@example.com,evil@evil.org',
		'tel:',
		'tel:12',
		'tel:+86 138 0000 1234',
		'tel:*21*123%23',
		'tel:1234567890123456',
		'tel:123;ext=4',
		'tel:123?x',
		'',
		'x',
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
