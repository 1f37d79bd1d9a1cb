import { expect, test } from 'vitest'
import { judgePassword } from '../../src-main/vault/passwords.ts'
import { openVault } from '../../src-main/vault/vault.ts'
import { label, makeClock, makeDir } from './fresh-vault.ts'

const words = ['anna.li', 'Anna Li', 'Pudong claims', 'Shanghai', '上海', 'SH']
const reasonOf = (password: string) => judgePassword(password, words).reason

test.each([
	'correct horse battery staple',
	'Fieldclaim-2026-secure',
	'  seven quiet herons  ',
	'anna li likes long walks by the river',
	'我的汽车在上海停了三天三夜没有人开',
	'\u{1f697}\u{1f6b2}\u{1f6f5} three ways to work',
])('passes: %j', (password) => {
	const verdict = judgePassword(password, words)
	expect(verdict).toMatchObject({ ok: true, reason: null })
	expect(verdict.score).toBeGreaterThanOrEqual(3)
})

test.each([
	['fourteen chars', 'too-short'],
	['', 'too-short'],
	['\ufdfa', 'too-short'], // one code point that NFKC spells out in eighteen
	['e\u0301'.repeat(14), 'too-short'], // fourteen letters in 28 code points
	['password1234567', 'common'],
	['123456789012345', 'common'],
	['aaaaaaaaaaaaaaa', 'common'],
	['qwertyuiopasdfgh', 'common'],
	['password password', 'common'],
	['p@ssw0rd p@ssw0rd', 'common'],
	['               ', 'common'],
	['anna.li shanghai', 'contains-name'],
	['Pudong-Claims-2026', 'contains-name'],
	['FieldClaim Shanghai', 'contains-name'],
	['ＡＮＮＡ.ＬＩ＠Ｓｈａｎｇｈａｉ１', 'contains-name'],
	['correct horse \ud800 battery', 'ill-formed'],
	['correct horse \0 battery', 'ill-formed'],
])('refuses %j: %s', (password, reason) => {
	const verdict = judgePassword(password, words)
	expect(verdict).toMatchObject({ ok: false, reason })
	expect(verdict.score).toBeLessThanOrEqual(1)
})

test('bad input 35: 1,024 code points pass, 1,025 are too long, in any Unicode form', () => {
	const unit = 'heron Zo\u00e9 \u{1f697} 7 wades, '
	const long = [...unit.repeat(80)].slice(0, 1_024).join('')
	expect(reasonOf(long)).toBe(null)
	expect(reasonOf(long.normalize('NFD'))).toBe(null)
	expect(reasonOf(`${long}x`)).toBe('too-long')
})

test('the vault holds site and city of its own label against a password once it is set up', async () => {
	const vault = openVault({ dir: makeDir(), clock: makeClock(), kdf: { m: 65_536, t: 2, p: 1 } })
	const create = (password: string) =>
		vault.create({ userId: '0190a000-0000-7000-8000-00000000000a', userName: 'anna.li', password, label })
	expect(await create('Pudong-Claims-2026')).toEqual({
		ok: false,
		error: { code: 'WEAK_PASSWORD', params: { reason: 'contains-name' } },
	})
	expect(vault.state()).toEqual({ kind: 'empty' })
	expect(vault.judge('Pudong-Claims-2026', []).reason).toBe(null)
	expect((await create('seven quiet herons wade')).ok).toBe(true)
	expect(vault.judge('Pudong-Claims-2026', []).reason).toBe('contains-name')
})
