import { describe, expect, test } from 'vitest'
import { findRefusedSwitch } from '../../src-main/shells/electron/switches.ts'

describe('H16: switches', () => {
	const bad = [
		'--inspect',
		'--inspect=0.0.0.0:9229',
		'--inspect-brk',
		'--inspect-port=1',
		'--remote-debugging-port=9222',
		'--remote-debugging-pipe',
		'--remote-allow-origins=*',
		'-remote-debugging-port=1',
		'/remote-debugging-port=1',
		'--REMOTE-DEBUGGING-PORT=1',
		'--no-sandbox',
		'--disable-web-security',
		'--ignore-certificate-errors',
		'--ignore-certificate-errors-spki-list=x',
		'--password-store=basic',
		'--password-store="basic"',
		'--js-flags=--x',
		'--log-net-log=/tmp/x',
		'--ssl-key-log-file=/tmp/x',
		'--load-extension=/tmp/x',
		'--single-process',
		'--disable-setuid-sandbox',
		'--disable-site-isolation-trials',
		'--gpu-launcher=sh',
		'--renderer-cmd-prefix=sh',
		'--utility-cmd-prefix=sh',
		'--browser-subprocess-path=/tmp/x',
		'--proxy-server=evil:1',
		'--debug',
		'--debug-brk=1',
		'--allow-running-insecure-content',
		'--unsafely-treat-insecure-origin-as-secure=http://a',
		' --inspect',
	]
	const good = [
		'--lang=zh-CN',
		'--password-store=gnome-libsecret',
		'--disable-gpu',
		'--force-device-scale-factor=2',
		'.',
		'dist/main/main.js',
		'/home/inspect/it',
		'--',
		'',
	]

	test.each(bad)('%s is refused', (argument) => {
		expect(findRefusedSwitch(['x', argument], false)).not.toBeNull()
		expect(findRefusedSwitch(['--', argument], false)).not.toBeNull()
	})
	test.each(good)('%j passes', (argument) => {
		expect(findRefusedSwitch([argument], false)).toBeNull()
	})
	test('H16: a debugging build lets an end-to-end test in and nothing else', () => {
		expect(findRefusedSwitch(['--inspect=0', '--remote-debugging-port=0', '--no-sandbox'], true)).toBeNull()
		expect(findRefusedSwitch(['--disable-web-security'], true)).toBe('--disable-web-security')
		expect(findRefusedSwitch(['--password-store=basic'], true)).toBe('--password-store=basic')
	})
	test('H13: the reason names the rule and not the value given', () => {
		expect(findRefusedSwitch(['--proxy-server=secret:1'], false)).toBe('--proxy-server')
	})
})
