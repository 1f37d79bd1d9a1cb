import { describe, expect, test } from 'vitest'
import { fail, ok } from '../../shared/desk-api/errors.ts'
import { refuse } from '../../src-main/shells/browser/guard.ts'
import { readJson } from '../../src-main/shells/browser/json.ts'
import { mostFailures, openSessions } from '../../src-main/shells/browser/session.ts'
import { readSettings } from '../../src-main/shells/browser/settings.ts'

describe('who may ask', () => {
	const own = { host: '127.0.0.1:4870' }
	const page = { ...own, origin: 'http://127.0.0.1:4870', 'sec-fetch-site': 'same-origin' }

	test('the page of this server, by either name of this machine', () => {
		expect(refuse('GET', own, 4870)).toBeNull()
		expect(refuse('GET', { ...own, 'sec-fetch-site': 'none' }, 4870)).toBeNull()
		expect(refuse('POST', page, 4870)).toBeNull()
		expect(refuse('POST', { host: 'localhost:4870', origin: 'http://localhost:4870' }, 4870)).toBeNull()
		expect(refuse('GET', { host: '127.0.0.1' }, 80)).toBeNull()
	})

	test.each([
		undefined,
		'',
		'evil.example',
		'evil.example:4870',
		'127.0.0.1',
		'127.0.0.1:4871',
		'127.0.0.1:4870.evil.example',
		'127.0.0.1.nip.io:4870',
		'[::1]:4870',
		'0.0.0.0:4870',
		'127.1:4870',
		'2130706433:4870',
		'localhost.:4870',
		'localhost',
		'user@127.0.0.1:4870',
	])('a foreign or rebound Host %j is 421', (host) => {
		for (const method of ['GET', 'POST']) expect(refuse(method, { ...page, host }, 4870)).toEqual({ status: 421 })
	})

	test.each([
		'http://evil.example',
		'https://127.0.0.1:4870',
		'http://127.0.0.1:4871',
		'http://127.0.0.1',
		'http://localhost:4870',
		'null',
		'',
		'file://',
		'http://127.0.0.1:4870.evil.example',
	])('a foreign Origin %j is 403', (origin) => {
		for (const method of ['GET', 'POST']) expect(refuse(method, { ...own, origin }, 4870)).toEqual({ status: 403 })
	})

	test('what is not a read needs an Origin', () => {
		for (const method of ['POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS'])
			expect(refuse(method, own, 4870)).toEqual({ status: 403 })
	})

	test.each(['cross-site', 'same-site', 'other', ''])('Sec-Fetch-Site %j is 403', (site) => {
		expect(refuse('GET', { ...own, 'sec-fetch-site': site }, 4870)).toEqual({ status: 403 })
	})
})

describe('tokens and sessions', () => {
	test('the token opens sessions again and again; cookies are known by port, and by nothing else', () => {
		const sessions = openSessions(() => 0)
		expect(Buffer.from(sessions.token, 'base64url').length).toBe(32)
		const first = sessions.exchange(sessions.token)
		const second = sessions.exchange(sessions.token)
		if (!first.ok || !second.ok) throw new Error('refused')
		expect(first.value).not.toBe(second.value)
		expect(first.value).not.toBe(sessions.token)
		expect(sessions.knows(`a=b; fieldclaim_4870=${first.value}`, 4870)).toBe(true)
		expect(sessions.knows(`fieldclaim_4870=wrong; fieldclaim_4870=${second.value}`, 4870)).toBe(true)
		const wrong = [
			undefined,
			'',
			`fieldclaim_4871=${first.value}`,
			`fieldclaim_4870=${sessions.token}`,
			'fieldclaim_4870=',
			`fieldclaim_4870=${first.value}x`,
			`xfieldclaim_4870=${first.value}`,
		]
		for (const cookies of wrong) expect(sessions.knows(cookies, 4870)).toBe(false)
	})

	test('each start has its own token', () => {
		expect(openSessions(() => 0).token).not.toBe(openSessions(() => 0).token)
	})

	test('R21: wrong tokens are DENIED, twenty in a minute make everybody wait, and the wait ends', () => {
		let now = 0
		const sessions = openSessions(() => now)
		const wrong = [
			null,
			undefined,
			7,
			{},
			'',
			'x',
			`${sessions.token}x`,
			sessions.token.slice(1),
			sessions.token.toLowerCase(),
		]
		for (let time = 0; time < mostFailures; time++) {
			now += 1_000
			expect(sessions.exchange(wrong[time % wrong.length])).toEqual(fail('DENIED'))
		}
		expect(sessions.exchange(sessions.token)).toEqual(fail('WAIT', { params: { waitSeconds: 41 } }))
		now = 61_000
		expect(sessions.exchange(sessions.token).ok).toBe(true)
	})

	test('a ticket opens one session, within a minute', () => {
		let now = 0
		const sessions = openSessions(() => now)
		const ticket = sessions.issueTicket()
		expect(sessions.exchange(ticket).ok).toBe(true)
		expect(sessions.exchange(ticket)).toEqual(fail('DENIED'))
		const late = sessions.issueTicket()
		now = 60_001
		expect(sessions.exchange(late)).toEqual(fail('DENIED'))
	})

	test('sessions do not pile up: the oldest makes room', () => {
		const sessions = openSessions(() => 0)
		const cookies = Array.from({ length: 51 }, () => sessions.exchange(sessions.token))
		const known = cookies.map((one) => one.ok && sessions.knows(`fieldclaim_1=${one.value}`, 1))
		expect(known).toEqual([false, ...Array(50).fill(true)])
	})
})

describe('F15: JSON that hides something', () => {
	const read = (text: string) => readJson(Buffer.from(text))
	const refused = (code: string) => fail('VALIDATION', { issues: [{ path: '', code }] })

	test.each([
		'{"a":1,"a":2}',
		'{"a":1,"\\u0061":2}',
		'{"x":[{"b":{},"b":[]}]}',
		'{"a":{"b":1},"c":2,"a":3}',
		'{"":1,"":2}',
	])('a key twice: %s', (text) => expect(read(text)).toEqual(refused('duplicate-field')))

	test.each(['{"__proto__":{}}', '{"a":[{"b":{"__proto__":1}}]}', '{"\\u005f_proto__":1}'])('__proto__: %s', (text) =>
		expect(read(text)).toEqual(refused('unknown-field')),
	)

	test.each([
		'',
		' ',
		'{',
		'{"a":1,}',
		'[1,]',
		'{a:1}',
		"{'a':1}",
		'{"a":1}//x',
		'/**/{}',
		'{} {}',
		'NaN',
		'01',
		'"\u0001"',
		'\ufeff{}',
		'['.repeat(1_000_000),
	])('no JSON: %j', (text) => expect(read(text)).toEqual(refused('wrong-format')))

	test('bytes that are not UTF-8, and UTF-16', () => {
		expect(readJson(Buffer.from([0x22, 0xff, 0x22]))).toEqual(refused('wrong-format'))
		expect(readJson(Buffer.from([0x22, 0xed, 0xa0, 0x80, 0x22]))).toEqual(refused('wrong-format'))
		expect(readJson(Buffer.from('{}', 'utf16le'))).toEqual(refused('wrong-format'))
	})

	test('nesting is bounded before anything recurses into it', () => {
		expect(read('['.repeat(900_000) + ']'.repeat(900_000))).toEqual(refused('too-deep'))
		expect(read(`${'{"a":'.repeat(200_000)}1${'}'.repeat(200_000)}`)).toEqual(refused('too-deep'))
		expect(read('['.repeat(20) + ']'.repeat(20)).ok).toBe(true)
	})

	test('the same key in different objects is no fault', () => {
		expect(read('{"a":{"a":1},"b":[{"a":1},{"a":2}]}')).toEqual(ok({ a: { a: 1 }, b: [{ a: 1 }, { a: 2 }] }))
	})
})

describe('settings', () => {
	test('port: the usual one, a given one, any', () => {
		expect(readSettings({}, 'linux')).toEqual({ port: 4870, portGiven: false, openBrowser: false })
		expect(readSettings({ FIELDCLAIM_PORT: '5000', DISPLAY: ':0' }, 'linux')).toEqual({
			port: 5000,
			portGiven: true,
			openBrowser: true,
		})
		expect(readSettings({ FIELDCLAIM_PORT: '0' }, 'darwin')).toMatchObject({
			port: 0,
			portGiven: true,
			openBrowser: true,
		})
		expect(readSettings({ FIELDCLAIM_OPEN: '0' }, 'win32')).toMatchObject({ openBrowser: false })
	})

	test.each(['x', '-1', '65536', '1e3', '4870 ', '0x10', '99999999'])(
		'FIELDCLAIM_PORT=%j is refused in words',
		(port) => {
			expect(readSettings({ FIELDCLAIM_PORT: port }, 'linux')).toContain('FIELDCLAIM_PORT')
		},
	)
})
