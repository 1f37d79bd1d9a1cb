import { type ChildProcess, spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { type IncomingHttpHeaders, request } from 'node:http'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest'
import { fail } from '../../shared/desk-api/errors.ts'

/** A real process, real HTTP, the real desk in its thread. */

const entry = fileURLToPath(new URL('../support/browser-shell.ts', import.meta.url))
const readyLine = /^FieldClaim desk ready at http:\/\/127\.0\.0\.1:(\d+)\/#token=(\S+)$/m
let tree = ''
let pages = ''
const running: Shell[] = []

type Shell = {
	child: ChildProcess
	port: number
	token: string
	output(): string
	/** Resolves with the exit code. */
	ended: Promise<number | null>
}

type Started = {
	output(): string
	ended: Promise<number | null>
	child: ChildProcess
	ready: Promise<RegExpExecArray | null>
}

function launch(env: Record<string, string>, root = pages): Started {
	const child = spawn(process.execPath, [entry, root], {
		env: { PATH: process.env.PATH, FIELDCLAIM_OPEN: '0', ...env },
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let text = ''
	const ended = new Promise<number | null>((resolve) => child.once('close', (code) => resolve(code)))
	const ready = new Promise<RegExpExecArray | null>((resolve) => {
		const hear = (piece: Buffer) => {
			text += piece.toString()
			const match = readyLine.exec(text)
			if (match) resolve(match)
		}
		child.stdout?.on('data', hear)
		child.stderr?.on('data', hear)
		void ended.then(() => resolve(null))
	})
	return { output: () => text, ended, child, ready }
}

async function start(env: Record<string, string> = {}): Promise<Shell> {
	const started = launch({ FIELDCLAIM_DATA_DIR: mkdtempSync(join(tree, 'data-')), FIELDCLAIM_PORT: '0', ...env })
	const match = await started.ready
	if (!match?.[1] || !match[2]) throw new Error(`not ready:\n${started.output()}`)
	const shell = { ...started, port: Number(match[1]), token: match[2] }
	running.push(shell)
	return shell
}

type Answer = { status: number; headers: IncomingHttpHeaders; text: string }

function ask(
	port: number,
	method: string,
	path: string,
	headers: Record<string, string> = {},
	body?: string | Buffer,
): Promise<Answer> {
	return new Promise((resolve, reject) => {
		const asked = request({ host: '127.0.0.1', port, method, path, headers, agent: false }, (response) => {
			const chunks: Buffer[] = []
			response.on('data', (chunk: Buffer) => chunks.push(chunk))
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					headers: response.headers,
					text: Buffer.concat(chunks).toString(),
				}),
			)
		})
		asked.on('error', reject)
		asked.end(body)
	})
}

const json = (port: number) => ({ origin: `http://127.0.0.1:${port}`, 'content-type': 'application/json' })
const post = (port: number, path: string, body: string | Buffer, more: Record<string, string> = {}) =>
	ask(port, 'POST', path, { ...json(port), ...more }, body)

async function signIn(shell: Shell): Promise<string> {
	const answer = await post(shell.port, '/desk/session', JSON.stringify({ token: shell.token }))
	expect(answer.status).toBe(200)
	return String(answer.headers['set-cookie']?.[0]).split(';')[0] ?? ''
}
const stateCall = JSON.stringify({ verb: 'app.state', input: {} })

beforeAll(() => {
	tree = mkdtempSync(join(tmpdir(), 'fieldclaim-shell-'))
	pages = join(tree, 'pages')
	mkdirSync(join(pages, 'assets'), { recursive: true })
	writeFileSync(
		join(pages, 'index.html'),
		'<!doctype html><html><head><title>FieldClaim</title></head><body></body></html>',
	)
	writeFileSync(join(pages, 'assets', 'index-1.js'), 'export {}')
})
afterEach(async () => {
	for (const shell of running.splice(0)) {
		shell.child.kill('SIGKILL')
		await shell.ended
	}
})
afterAll(() => rmSync(tree, { recursive: true, force: true }))

describe('from address to desk', () => {
	test('the token gives a cookie that scripts cannot read and other sites cannot send; with it the desk answers', async () => {
		const shell = await start()
		const page = await ask(shell.port, 'GET', '/')
		expect(page.status).toBe(200)
		expect(page.headers['content-security-policy']).toContain("connect-src 'self'")
		const answer = await post(shell.port, '/desk/session', JSON.stringify({ token: shell.token }))
		expect(answer).toMatchObject({ status: 200, text: '{"ok":true,"value":null}' })
		const [cookie = ''] = answer.headers['set-cookie'] ?? []
		expect(cookie).toMatch(new RegExp(`^fieldclaim_${shell.port}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`))
		const state = await post(shell.port, '/desk/call', stateCall, { cookie: await signIn(shell) })
		expect(state.status).toBe(200)
		expect(JSON.parse(state.text)).toMatchObject({ ok: true, value: { phase: 'set-up', version: 'test' } })
		expect(state.headers).toMatchObject({ 'x-content-type-options': 'nosniff', 'cache-control': 'no-store' })
	})

	test('H12: wrong or missing token and cookie are 401 DENIED; the page itself is still served', async () => {
		const shell = await start()
		for (const body of ['{"token":"wrong"}', '{"token":null}', '{}', '[]', `{"token":"${shell.token}","more":1}`])
			expect(await post(shell.port, '/desk/session', body)).toMatchObject({
				status: 401,
				text: JSON.stringify(fail('DENIED')),
			})
		for (const cookie of ['', `fieldclaim_${shell.port}=${shell.token}`, 'fieldclaim_1=x'])
			expect(await post(shell.port, '/desk/call', stateCall, cookie ? { cookie } : {})).toMatchObject({
				status: 401,
				text: JSON.stringify(fail('DENIED')),
			})
		expect((await ask(shell.port, 'GET', '/desk/events')).status).toBe(401)
		expect((await ask(shell.port, 'GET', '/')).status).toBe(200)
	})

	test('after twenty wrong tokens everybody waits', async () => {
		const shell = await start()
		for (let time = 0; time < 20; time++) await post(shell.port, '/desk/session', '{"token":"wrong"}')
		const answer = await post(shell.port, '/desk/session', JSON.stringify({ token: shell.token }))
		expect(answer.status).toBe(429)
		expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'WAIT' } })
	})

	test('R22: foreign Origin, foreign or rebound Host, and other sites are refused even with the cookie', async () => {
		const shell = await start()
		const cookie = await signIn(shell)
		const call = (more: Record<string, string>) => post(shell.port, '/desk/call', stateCall, { cookie, ...more })
		expect((await call({})).status).toBe(200)
		expect((await call({ origin: 'http://evil.example' })).status).toBe(403)
		expect((await call({ origin: `http://127.0.0.1:${shell.port + 1}` })).status).toBe(403)
		expect((await call({ 'sec-fetch-site': 'cross-site' })).status).toBe(403)
		expect(
			(await call({ host: `rebound.example:${shell.port}`, origin: `http://rebound.example:${shell.port}` })).status,
		).toBe(421)
		expect((await call({ host: 'evil.example' })).status).toBe(421)
		expect((await ask(shell.port, 'GET', '/', { host: `rebound.example:${shell.port}` })).status).toBe(421)
		const bare = await ask(shell.port, 'POST', '/desk/call', { cookie, 'content-type': 'application/json' }, stateCall)
		expect(bare.status).toBe(403)
	})

	test('it listens on 127.0.0.1 only', async () => {
		const shell = await start()
		const refusedBy = await new Promise<string>((resolve) => {
			const asked = request({ host: '::1', port: shell.port, path: '/' }, () => resolve('answered'))
			asked.on('error', (error) => resolve('code' in error ? String(error.code) : ''))
			asked.end()
		})
		expect(refusedBy).not.toBe('answered')
	})
})

describe('bad bodies', () => {
	test('F15: a key twice, __proto__, deep nesting, no JSON, another type: VALIDATION, and the desk lives', async () => {
		const shell = await start()
		const cookie = await signIn(shell)
		const bodies = [
			'{"verb":"app.state","input":{},"verb":"session.lock"}',
			'{"verb":"app.state","input":{"__proto__":{"x":1}}}',
			`{"verb":"app.state","input":${'['.repeat(500_000)}${']'.repeat(500_000)}}`,
			'{"verb":"app.state"}',
			'{"verb":7,"input":{}}',
			'{"verb":"app.state","input":{},"more":1}',
			'null',
			'',
			'\u0000',
		]
		for (const body of bodies) {
			const answer = await post(shell.port, '/desk/call', body, { cookie })
			expect(answer.status, body.slice(0, 60)).toBe(400)
			expect(JSON.parse(answer.text)).toMatchObject({ ok: false, error: { code: 'VALIDATION' } })
		}
		expect((await post(shell.port, '/desk/call', stateCall, { cookie, 'content-type': 'text/plain' })).status).toBe(400)
		expect(
			JSON.parse((await post(shell.port, '/desk/call', '{"verb":"no.verb","input":{}}', { cookie })).text),
		).toEqual(fail('UNKNOWN_VERB'))
		expect((await post(shell.port, '/desk/call', stateCall, { cookie })).status).toBe(200)
	})

	test('a body bomb is 413 TOO_LARGE, told or not, and the desk lives', async () => {
		const shell = await start()
		const cookie = await signIn(shell)
		const bomb = Buffer.alloc(3_000_000, 'x')
		const expected = JSON.stringify(fail('TOO_LARGE', { params: { most: 2_000_000 } }))
		expect(await post(shell.port, '/desk/call', bomb, { cookie })).toMatchObject({ status: 413, text: expected })
		const chunked = await post(shell.port, '/desk/call', bomb, { cookie, 'transfer-encoding': 'chunked' })
		expect(chunked).toMatchObject({ status: 413, text: expected })
		expect((await post(shell.port, '/desk/call', stateCall, { cookie })).status).toBe(200)
	})

	test('unknown paths and methods are 404; H4 holds over HTTP', async () => {
		const shell = await start()
		const paths = [
			'/desk',
			'/desk/',
			'/desk/call',
			'/desk/session',
			'/nope.js',
			'/../package.json',
			'/%2e%2e/package.json',
			'/..\\x',
			'//x',
			'http://evil.example/index.html',
		]
		for (const path of paths) {
			const { status } = await ask(shell.port, 'GET', path)
			expect(status, path).toBe(path === '/desk/call' ? 401 : 404)
		}
		const origin = `http://127.0.0.1:${shell.port}`
		for (const method of ['PUT', 'DELETE', 'OPTIONS', 'POST'])
			expect((await ask(shell.port, method, '/index.html', { origin })).status).toBe(404)
		expect((await ask(shell.port, 'HEAD', '/assets/index-1.js')).status).toBe(200)
	})
})

describe('events', () => {
	test('the stream opens with a session and ends when the desk closes', async () => {
		const shell = await start()
		const cookie = await signIn(shell)
		const stream = await new Promise<{ text: Promise<string>; type: string | undefined }>((resolve, reject) => {
			const asked = request(
				{ host: '127.0.0.1', port: shell.port, path: '/desk/events', headers: { cookie }, agent: false },
				(response) => {
					let text = ''
					const whole = new Promise<string>((done) => {
						response.on('data', (chunk: Buffer) => {
							text += chunk.toString()
						})
						response.on('close', () => done(text))
					})
					resolve({ text: whole, type: response.headers['content-type'] })
				},
			)
			asked.on('error', reject)
			asked.end()
		})
		expect(stream.type).toBe('text/event-stream')
		shell.child.kill('SIGTERM')
		expect(await stream.text).toMatch(/^:\n\n/)
		expect(await shell.ended).toBe(0)
	})
})

describe('start and end', () => {
	test.each(['SIGTERM', 'SIGINT'] as const)(
		'%s closes cleanly with exit code 0, and the folder is free again',
		async (signal) => {
			const dir = mkdtempSync(join(tree, 'data-'))
			const first = await start({ FIELDCLAIM_DATA_DIR: dir })
			await signIn(first)
			first.child.kill(signal)
			expect(await first.ended).toBe(0)
			const second = await start({ FIELDCLAIM_DATA_DIR: dir })
			const state = await post(second.port, '/desk/call', stateCall, { cookie: await signIn(second) })
			expect(JSON.parse(state.text)).toMatchObject({ ok: true, value: { phase: 'set-up' } })
			expect(second.token).not.toBe(first.token)
		},
	)

	test('two desks on one data folder: the second says IN_USE in the page and on the console, without a stack', async () => {
		const dir = mkdtempSync(join(tree, 'data-'))
		const first = await start({ FIELDCLAIM_DATA_DIR: dir })
		const second = await start({ FIELDCLAIM_DATA_DIR: dir })
		expect(second.output()).toContain('Another FieldClaim has this data folder open')
		expect(second.output()).not.toMatch(/^\s+at |Error:/m)
		const answer = await post(second.port, '/desk/call', stateCall, { cookie: await signIn(second) })
		expect(JSON.parse(answer.text)).toMatchObject({ ok: true, value: { phase: 'trouble', trouble: 'IN_USE' } })
		const own = await post(first.port, '/desk/call', stateCall, { cookie: await signIn(first) })
		expect(JSON.parse(own.text)).toMatchObject({ ok: true, value: { phase: 'set-up' } })
	})

	test('a port asked for and taken: one sentence, exit code 1; so is a port that is none', async () => {
		const taken = createServer()
		await new Promise<void>((resolve) => taken.listen(0, '127.0.0.1', resolve))
		const address = taken.address()
		const port = typeof address === 'object' && address ? address.port : 0
		const dir = mkdtempSync(join(tree, 'data-'))
		const started = launch({ FIELDCLAIM_DATA_DIR: dir, FIELDCLAIM_PORT: String(port) })
		expect(await started.ended).toBe(1)
		expect(started.output()).toBe(
			`Port ${port} is taken by another program. Choose another with FIELDCLAIM_PORT, or 0 for any free one.\n`,
		)
		await new Promise((resolve) => taken.close(resolve))
		const wrong = launch({ FIELDCLAIM_DATA_DIR: dir, FIELDCLAIM_PORT: 'http' })
		expect(await wrong.ended).toBe(1)
		expect(wrong.output()).toMatch(/^FIELDCLAIM_PORT must be .*\n$/)
	})

	test('pages that are not built: one sentence, exit code 1', async () => {
		const started = launch({ FIELDCLAIM_DATA_DIR: mkdtempSync(join(tree, 'data-')) }, join(tree, 'none'))
		expect(await started.ended).toBe(1)
		expect(started.output()).toBe('The pages are not built yet. Run: npm start\n')
	})

	test('H26: nothing is written to the console but the lines meant for a person', async () => {
		const shell = await start()
		const cookie = await signIn(shell)
		await post(
			shell.port,
			'/desk/call',
			JSON.stringify({ verb: 'vault.judge', input: { password: 'Sarah Standl 546452', words: [] } }),
			{ cookie },
		)
		await post(shell.port, '/desk/call', '{"Sarah', { cookie })
		shell.child.kill('SIGTERM')
		await shell.ended
		expect(shell.output().trim().split('\n')).toHaveLength(1)
	})
})
