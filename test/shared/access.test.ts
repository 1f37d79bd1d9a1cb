import { describe, expect, test } from 'vitest'
import {
	type Action,
	type Actor,
	actions,
	approvalLimitOf,
	may,
	mayEver,
	type Role,
	roles,
	scopeOf,
} from '../../shared/access/roles.ts'

/**
 * Who may do what, written down a second time. o: own claims (created by or assigned to the person) in a granted
 * city; c: claims of a granted city; a: every claim; -: never.
 */
const table = `
	                       agent adjuster supervisor reviewer auditor administrator
	claim.read             c     c        c          a        a       -
	claim.read.personal    c     c        c          a        -       -
	claim.read.unmasked    -     o        c          a        -       -
	claim.create           c     c        -          -        -       -
	claim.edit             o     o        c          -        -       -
	claim.note             c     c        c          a        -       -
	claim.estimate         -     o        -          -        -       -
	claim.take             -     c        -          -        -       -
	claim.assign           -     -        c          -        -       -
	claim.inspect          -     o        -          -        -       -
	claim.submit-review    -     o        -          -        -       -
	claim.review           -     -        c          a        -       -
	claim.approve          -     -        c          a        -       -
	claim.settle           -     -        -          a        -       -
	claim.close            -     o        c          -        -       -
	claim.withdraw         -     o        c          -        -       -
	claim.discard          o     o        c          -        -       -
	people.read            -     -        c          a        a       a
	people.write           -     -        -          -        -       a
	audit.read             -     -        -          -        a       -
	settings.write         -     -        -          -        -       a
`
const [head = '', ...rows] = table.trim().split('\n')
const columns = head.trim().split(/\s+/) as Role[]
const letter = new Map<string, string>()
for (const row of rows) {
	const [action, ...cells] = row.trim().split(/\s+/)
	for (const [at, role] of columns.entries()) letter.set(`${role} ${action}`, cells[at] ?? '?')
}

/** Where a claim may stand to the person asking, and which letters let him in. */
const places = [
	['created by him, in his city', { city: 'SH', createdBy: 'me', assignedTo: null }, 'oca'],
	['assigned to him, in his city', { city: 'SH', createdBy: 'you', assignedTo: 'me' }, 'oca'],
	['created by him, assigned to another', { city: 'BJ', createdBy: 'me', assignedTo: 'you' }, 'oca'],
	['another’s, in his city', { city: 'SH', createdBy: 'you', assignedTo: 'you' }, 'ca'],
	['nobody’s, in his city', { city: 'SH', createdBy: 'you', assignedTo: null }, 'ca'],
	['created by him, in a foreign city', { city: 'LON', createdBy: 'me', assignedTo: 'me' }, 'a'],
	['another’s, in a foreign city', { city: 'LON', createdBy: 'you', assignedTo: null }, 'a'],
] as const

const person = (...mine: Role[]): Actor => ({ id: 'me', roles: mine, cities: ['SH', 'BJ'] })
const cross = roles.flatMap((role) => actions.map((action) => [role, action] as const))

describe('R22: roles, actions and places, all of them', () => {
	test('the table here names every role and every action', () => {
		expect([...columns].sort()).toEqual([...roles].sort())
		expect(rows.map((row) => row.trim().split(/\s+/)[0])).toEqual([...actions])
		expect([...letter.values()].every((one) => 'oca-'.includes(one))).toBe(true)
	})

	test.for(cross)('%s, %s', ([role, action]) => {
		const scope = letter.get(`${role} ${action}`) ?? '?'
		expect(mayEver(person(role), action)).toBe(scope !== '-')
		for (const [name, subject, letters] of places)
			expect(may(person(role), action, subject), name).toBe((letters as string).includes(scope))
	})

	test.for(cross)('%s with all cities, %s', ([role, action]) => {
		const scope = letter.get(`${role} ${action}`) ?? '?'
		const everywhere: Actor = { ...person(role), cities: '*' }
		for (const [name, subject] of places) {
			const own = subject.createdBy === 'me' || subject.assignedTo === 'me'
			expect(may(everywhere, action, subject), name).toBe(scope === 'a' || scope === 'c' || (scope === 'o' && own))
		}
	})
})

describe('R22: several roles', () => {
	test('a person may do what any of the roles allows, and nothing more', () => {
		for (let mask = 0; mask < 1 << roles.length; mask++) {
			const mine = roles.filter((_, at) => mask & (1 << at))
			for (const action of actions)
				for (const [name, subject] of places) {
					const any = mine.some((role) => may(person(role), action, subject))
					expect(may(person(...mine), action, subject), `${mine.join('+')} ${action}: ${name}`).toBe(any)
				}
		}
	})

	test('the widest scope wins whatever the order', () => {
		expect(scopeOf(person('adjuster', 'supervisor'), 'claim.edit')).toBe('city')
		expect(scopeOf(person('supervisor', 'adjuster'), 'claim.edit')).toBe('city')
		expect(scopeOf(person('adjuster', 'reviewer'), 'claim.read')).toBe('all')
	})
})

describe('R22: denied unless allowed', () => {
	test('without a role nothing is allowed; without a city only what reaches every claim', () => {
		for (const action of actions) {
			expect(mayEver(person(), action)).toBe(false)
			for (const role of roles)
				for (const [, subject] of places)
					expect(may({ id: 'me', roles: [role], cities: [] }, action, subject)).toBe(
						letter.get(`${role} ${action}`) === 'a',
					)
		}
	})

	test('an action or a role that is not in the table is denied', () => {
		for (const name of ['claim.destroy', 'toString', 'constructor', '__proto__', '']) {
			for (const role of roles) expect(mayEver(person(role), name as Action), `${role} ${name}`).toBe(false)
			for (const action of actions) expect(mayEver(person(name as Role), action), `${name} ${action}`).toBe(false)
			expect(approvalLimitOf(person(name as Role))).toBe(0)
		}
	})

	test('an administrator reads no claim, an auditor reads masked and writes nothing', () => {
		const content = actions.filter((action) => action.startsWith('claim.'))
		expect(content.filter((action) => mayEver(person('administrator'), action))).toEqual([])
		expect(actions.filter((action) => mayEver(person('auditor'), action))).toEqual([
			'claim.read',
			'people.read',
			'audit.read',
		])
	})

	test('only supervisors and reviewers approve amounts; several roles take the highest limit', () => {
		expect(roles.map((role) => approvalLimitOf(person(role)))).toEqual([0, 0, 5_000_000, Number.MAX_SAFE_INTEGER, 0, 0])
		expect(approvalLimitOf(person('adjuster', 'supervisor'))).toBe(5_000_000)
		expect(approvalLimitOf(person())).toBe(0)
	})
})
