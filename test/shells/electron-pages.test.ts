import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeElectron, installFakeElectron } from '../support/fake-electron.ts'

let fake: FakeElectron
beforeEach(() => {
	fake = installFakeElectron()
})
afterEach(() => {
	vi.doUnmock('electron')
})

describe('H4, H5: the pages of the desk', () => {
	let root: string
	beforeEach(() => {
		root = mkdtempSync(join(tmpdir(), 'fieldclaim-pages-'))
		mkdirSync(join(root, 'bundle', 'assets'), { recursive: true })
		writeFileSync(
			join(root, 'bundle', 'index.html'),
			'<!doctype html><html><head><title>x</title></head><body></body></html>',
		)
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
		'app://desk/../secret.js',
		'app://desk/%2e%2e/secret.js',
		'app://desk/%2E%2E%2Fsecret.js',
		'app://desk/..%2fsecret.js',
		'app://desk/..\\secret.js',
		'app://desk/%5c..%5csecret.js',
		'app://desk/%252e%252e/secret.js',
		'app://desk//secret.js',
		'app://desk/assets/../../secret.js',
		'app://desk/index.html%00.js',
		'app://desk/index.html\0',
		'app://desk/C:/secret.js',
		'app://desk//etc/passwd',
		'app://desk/etc/passwd',
		'app://desk/link.js',
		'app://desk/.hidden.js',
		'app://desk/notes.txt',
		'app://desk/assets',
		'app://desk/assets/',
		'app://desk/index.html/',
		'app://desk/index.html.',
		'app://desk/INDEX~1.HTM',
		'app://desk/a.js::$DATA',
		'app://desk/con',
		'app://other/index.html',
		'app://desk.evil/index.html',
		'app://desk@other/index.html',
		'app://desk:1/index.html',
		'app:desk/index.html',
		'https://desk/index.html',
		'file:///etc/passwd',
		'',
		'index.html',
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
