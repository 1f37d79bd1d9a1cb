import { mkdirSync, mkdtempSync, realpathSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openAssets } from '../../src-main/shells/assets.ts'
import { contentSecurityPolicy } from '../../src-main/shells/policy.ts'

let tree = ''
let root = ''
const secret = 'secret outside the bundle'
const page =
	'<!doctype html><html><head><meta charset="utf-8" /><meta property="csp-nonce" content="" /></head><body></body></html>'

beforeAll(() => {
	tree = realpathSync(mkdtempSync(join(tmpdir(), 'fieldclaim-assets-')))
	root = join(tree, 'renderer')
	mkdirSync(join(root, 'assets', 'deep'), { recursive: true })
	mkdirSync(join(root, 'folder.js'))
	mkdirSync(join(tree, 'renderer-other'))
	const put = (path: string, text: string) => writeFileSync(join(tree, path), text)
	put('renderer/index.html', page)
	put('renderer/assets/index-Ab_1-2.js', 'export {}')
	put('renderer/assets/index.css', 'body{}')
	put('renderer/assets/deep/logo.svg', '<svg xmlns="http://www.w3.org/2000/svg"/>')
	put('renderer/assets/a.b-c.woff2', 'font')
	put('renderer/icon.png', 'png')
	put('renderer/assets/index.js.map', '{"sources":["secret"]}')
	put('renderer/assets/notes.md', 'notes')
	put('renderer/assets/run.exe', 'MZ')
	put('renderer/noext', 'noext')
	put('renderer/.env.js', secret)
	put('renderer/assets/with space.js', 'space')
	put('secret.js', secret)
	put('renderer-other/secret.js', secret)
	symlinkSync(join(tree, 'secret.js'), join(root, 'assets', 'link.js'))
	symlinkSync(tree, join(root, 'assets', 'linked'))
	symlinkSync(join(root, 'index.html'), join(root, 'inside.html'))
	symlinkSync(join(tree, 'nowhere.js'), join(root, 'broken.js'))
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

const found: ReadonlyArray<readonly [string, string]> = [
	['/', 'text/html; charset=utf-8'],
	['/index.html', 'text/html; charset=utf-8'],
	['/?lang=en', 'text/html; charset=utf-8'],
	['/index.html#/claims', 'text/html; charset=utf-8'],
	['/assets/index-Ab_1-2.js', 'text/javascript; charset=utf-8'],
	['/assets/index.css?v=1', 'text/css; charset=utf-8'],
	['/assets/deep/logo.svg', 'image/svg+xml'],
	['/assets/a.b-c.woff2', 'font/woff2'],
	['/icon.png', 'image/png'],
]

const notFound: readonly string[] = [
	'',
	'index.html',
	'//index.html',
	'/../secret.js',
	'/assets/../../secret.js',
	'/assets/../index.html',
	'/./index.html',
	'/..',
	'/.',
	'/%2e%2e/secret.js',
	'/%2E%2E%2Fsecret.js',
	'/assets/%2e%2e/%2e%2e/secret.js',
	'/.%2e/secret.js',
	'/%252e%252e/secret.js',
	'/..%2fsecret.js',
	'/..\\secret.js',
	'/assets\\..\\..\\secret.js',
	'\\index.html',
	'/%5c..%5csecret.js',
	'/..%c0%afsecret.js',
	'/\uff0e\uff0e/secret.js',
	'/index.html\0',
	'/index.html\0.js',
	'/index.html%00',
	'/secret.js\n',
	'/index.html\r\nx: y',
	'/assets/link.js',
	'/assets/linked/secret.js',
	'/assets/linked/renderer/index.html',
	'/inside.html',
	'/broken.js',
	'/../renderer-other/secret.js',
	'/etc/passwd',
	'//etc/passwd',
	'/C:/Windows/win.ini',
	'/C:\\Windows\\win.ini',
	'/index.html:stream.js',
	'/index.html::$DATA',
	'/index.html.',
	'/index.html ',
	'/index.html/',
	'/INDEX~1.HTM',
	'/con.js',
	'/assets',
	'/assets/',
	'/assets//index.css',
	'/folder.js',
	'/.env.js',
	'/noext',
	'/assets/index.js.map',
	'/assets/notes.md',
	'/assets/run.exe',
	'/assets/with space.js',
	'/assets/with%20space.js',
	'/missing.js',
	'file:///etc/passwd',
	'http://evil.example/index.html',
	'https://127.0.0.1/index.html',
	'//evil.example/index.html',
	'app://other/index.html',
	'app://desk.evil/index.html',
	'app://desk@evil/index.html',
	'app://desk',
	'app://desk:80/index.html',
	'data:text/html,x',
	'javascript:alert(1)',
	`/${'a/'.repeat(5_000)}x.js`,
	`/${'a'.repeat(100_000)}.js`,
]

describe('H4: only the files of the bundle', () => {
	test.each(found)('%j is served as %s', async (url, type) => {
		for (const [origin, asked] of [
			['', url],
			['app://desk', `app://desk${url}`],
		] as const) {
			const asset = await openAssets({ root, origin, connect: 'none' })(asked)
			expect(asset.status).toBe(200)
			expect(asset.headers['content-type']).toBe(type)
			expect(asset.headers['x-content-type-options']).toBe('nosniff')
			expect(asset.body.length).toBeGreaterThan(0)
		}
	})

	test('the table of what is not served has more than forty rows', () => expect(notFound.length).toBeGreaterThan(40))

	test.each(notFound)('%j is 404', async (url) => {
		for (const [origin, asked] of [
			['', url],
			['app://desk', url],
			['app://desk', `app://desk${url}`],
		] as const) {
			if (origin !== '' && asked === 'app://desk/') continue
			const asset = await openAssets({ root, origin, connect: 'self' })(asked)
			expect(asset.status, asked).toBe(404)
			expect(asset.body.length).toBe(0)
			expect(asset.headers['x-content-type-options']).toBe('nosniff')
			expect(asset.headers['content-security-policy']).toContain("default-src 'none'")
		}
	})

	test('H23: no source map is served', async () => {
		expect((await openAssets({ root, origin: '', connect: 'self' })('/assets/index.js.map')).status).toBe(404)
	})

	test('a bundle that is not there is 404, not an exception', async () => {
		expect((await openAssets({ root: join(tree, 'gone'), origin: '', connect: 'self' })('/')).status).toBe(404)
	})
})

describe('H5: the content security policy', () => {
	const rules = (policy: string) => Object.fromEntries(policy.split('; ').map((rule) => rule.split(/ (.*)/s)))

	test.each(['none', 'self'] as const)('connect %s: every directive', (connect) => {
		expect(rules(contentSecurityPolicy({ connect, nonce: 'N' }))).toEqual({
			'default-src': "'none'",
			'script-src': "'self'",
			'style-src': "'self' 'nonce-N'",
			'img-src': "'self' blob:",
			'font-src': "'self'",
			'connect-src': `'${connect}'`,
			'object-src': "'none'",
			'base-uri': "'none'",
			'form-action': "'none'",
			'frame-ancestors': "'none'",
			'require-trusted-types-for': "'script'",
			'trusted-types': 'default',
		})
		expect(contentSecurityPolicy({ connect, nonce: null })).not.toMatch(/unsafe|nonce|\*|http|data:/)
	})

	test('each page has a fresh nonce, the same in header and page, and is not kept', async () => {
		const serve = openAssets({ root, origin: '', connect: 'self' })
		const seen = new Set<string>()
		for (let time = 0; time < 5; time++) {
			const asset = await serve('/')
			const text = asset.body.toString()
			const nonce = /<head><meta property="csp-nonce" nonce="([^"]+)">/.exec(text)?.[1] ?? ''
			expect(Buffer.from(nonce, 'base64').length).toBe(16)
			expect(asset.headers['content-security-policy']).toContain(`style-src 'self' 'nonce-${nonce}'`)
			expect(text.match(/csp-nonce/g)).toHaveLength(1)
			expect(asset.headers['cache-control']).toBe('no-store')
			seen.add(nonce)
		}
		expect(seen.size).toBe(5)
	})

	test('files with a hash in their name may be kept; the rest is asked again', async () => {
		const serve = openAssets({ root, origin: '', connect: 'self' })
		expect((await serve('/assets/index.css')).headers).toMatchObject({
			'cache-control': 'public, max-age=31536000, immutable',
			'referrer-policy': 'no-referrer',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
		})
		expect((await serve('/icon.png')).headers['cache-control']).toBe('no-cache')
	})
})
