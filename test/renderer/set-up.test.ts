import { describe, expect, test } from 'vitest'
import { checkSetUp, cityOf, ownCity, type SetUpForm } from '../../src-renderer/screens/set-up/check.ts'
import { clockOf } from '../../src-renderer/screens/sign-in/countdown.ts'

const whole: SetUpForm = {
	siteName: 'Pudong branch',
	city: 'SH',
	own: { code: '', en: '', zh: '', timeZone: 'Asia/Shanghai' },
	displayName: '',
	userName: 'li',
	password: 'tower lantern oyster 47',
	confirm: 'tower lantern oyster 47',
}
const fieldsOf = (form: SetUpForm) => checkSetUp(form).map((problem) => problem.field)

describe('R21: set-up', () => {
	test('asks for the site, a city, a user and the same password twice; the shown name is optional', () => {
		expect(fieldsOf(whole)).toEqual([])
		expect(fieldsOf({ ...whole, siteName: ' ', city: '', userName: '', password: '', confirm: '' })).toEqual([
			'siteName',
			'city',
			'userName',
			'password',
		])
		expect(fieldsOf({ ...whole, confirm: 'tower lantern oyster 48' })).toEqual(['confirm'])
	})

	test('another city needs a code of its own, a name and a time zone; one name serves both languages', () => {
		const own = { code: 'wx', en: '', zh: '无锡', timeZone: 'Asia/Shanghai' }
		expect(fieldsOf({ ...whole, city: ownCity, own })).toEqual([])
		expect(cityOf({ ...whole, city: ownCity, own })).toEqual({
			code: 'WX',
			en: '无锡',
			zh: '无锡',
			timeZone: 'Asia/Shanghai',
		})
		expect(fieldsOf({ ...whole, city: ownCity, own: { code: 'W1', en: '', zh: '', timeZone: '' } })).toEqual([
			'code',
			'en',
			'timeZone',
		])
		expect(checkSetUp({ ...whole, city: ownCity, own: { ...own, code: 'SH' } })).toMatchObject([{ words: 'codeTaken' }])
	})
})

test('R21: a long delay is shown as a clock', () => {
	expect([5, 95, 299, 3_700].map(clockOf)).toEqual(['0:05', '1:35', '4:59', '1:01:40'])
})
