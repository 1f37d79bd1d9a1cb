import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { claimForm } from '../../shared/claims/claim.ts'
import type { ClaimView } from '../../shared/desk-api/claims.ts'
import { gapsOf, problemsOf } from '../../src-renderer/screens/new-claim/check-form.ts'
import {
	blankForm,
	bodyForAnother,
	type NewForm,
	readBody,
	writeBody,
} from '../../src-renderer/screens/new-claim/form.ts'
import {
	boxOf,
	claimOf,
	currencyOf,
	formOf,
	isReporter,
	type Site,
} from '../../src-renderer/screens/new-claim/form-claim.ts'
import { createFormStore } from '../../src-renderer/screens/new-claim/form-state.ts'

const site: Site = { timeZone: 'Asia/Shanghai', currency: 'CNY', today: '2026-03-20' }
const now = Date.parse('2026-03-20T04:00:00Z')
const blank = () => blankForm({ date: '2026-03-20', time: '11:58' })

/** The reference call, as an agent types it. */
function typedCall(): NewForm {
	const store = createFormStore(blank())
	const { change, changeRow, addRow } = store.getState()
	change({ accidentDate: '2026-03-19', accidentTime: '2145', place: 'M23公路10号路口附近', callReason: '车祸报案' })
	change({
		cause: '在M23公路上开车时撞上另一辆车',
		policyNo: '546452',
		tags: ['高速'],
		tagTyped: '拖车',
		drivable: 'no',
	})
	change({ reporter: { ...store.getState().form.reporter, name: 'Sarah Standl', phone: '13800000000' } })
	changeRow('drivers', store.getState().form.drivers[0]?.id as string, { name: 'Sarah Standl' })
	const second = addRow('drivers')
	changeRow('drivers', second, { name: 'John Radley' })
	changeRow('damages', store.getState().form.damages[0]?.id as string, { what: '车灯坏了' })
	const airbag = addRow('damages')
	changeRow('damages', airbag, { what: '安全气囊坏了' })
	return store.getState().form
}

describe('R4: the form by hand', () => {
	test('R1: the reference call becomes a record the desk accepts, with its seven facts', () => {
		const claim = claimOf(typedCall(), site)
		expect(claimForm.parse(claim)).toEqual(claim)
		expect(claim).toMatchObject({
			accidentDate: '2026-03-19',
			accidentTime: '21:45',
			timeQuality: 'exact',
			reportedAt: '2026-03-20T03:58:00.000Z',
			policyNo: '546452',
			tags: ['高速', '拖车'],
			drivable: 'no',
		})
		expect(claim.people.map(({ name, roles }) => [name, roles])).toEqual([
			['Sarah Standl', ['reporter', 'driver']],
			['John Radley', ['driver']],
		])
		expect(claim.damages.map((one) => one.what)).toEqual(['车灯坏了', '安全气囊坏了'])
		const sides = claim.people.map((one) => claim.vehicles.find((vehicle) => vehicle.id === one.vehicleId)?.side)
		expect(sides).toEqual(['insured', 'third-party'])
	})

	test('a driver named like the reporter may still be somebody else', () => {
		const form = typedCall()
		const first = form.drivers[0] as NewForm['drivers'][number]
		first.apart = true
		expect(isReporter(form, first)).toBe(false)
		expect(claimOf(form, site).people.map((one) => one.roles)).toEqual([['reporter'], ['driver'], ['driver']])
	})

	test('a blank form is a draft the desk accepts, with no invented date, person or vehicle', () => {
		const claim = claimForm.parse(claimOf(blank(), site))
		expect(claim).toMatchObject({
			accidentDate: null,
			people: [],
			vehicles: [],
			damages: [],
			notes: [],
			injuries: 'unknown',
		})
	})

	test('a claim saved before is taken up again without loss', () => {
		const claim = claimOf(typedCall(), site)
		const view = { ...claim, notes: [], located: false } as unknown as ClaimView
		expect(claimOf(formOf(view), site)).toEqual(claim)
	})

	test('a masked field is left out, so that it stays as it is', () => {
		const claim = claimOf(typedCall(), site)
		const people = claim.people.map((one) => ({ ...one, licenceNo: '••••1234', idNo: '••••9876' }))
		const again = claimOf(formOf({ ...claim, people, notes: [] } as unknown as ClaimView), site)
		for (const one of again.people) expect(one).not.toHaveProperty('licenceNo')
	})

	test('the currency follows the site', () => {
		expect(
			['Asia/Shanghai', 'Europe/London', 'Europe/Berlin', 'Asia/Hong_Kong', 'America/New_York'].map(currencyOf),
		).toEqual([...['CNY', 'GBP', 'EUR', 'HKD', 'USD']])
	})
})

describe('R4: what was typed survives', () => {
	test('R36: a form that goes on apart keeps its words and links, and shares no record id with the first', () => {
		const form = blankForm({ date: '2026-11-20', time: '10:00' })
		const driver = form.drivers[0] as (typeof form.drivers)[0]
		const typed = {
			...form,
			base: '2026-11-20T02:00:00.000Z',
			place: 'Quay Lane',
			drivers: [{ ...driver, name: 'Duarte' }],
		}
		const apart = readBody(bodyForAnother(typed)) as NewForm
		expect(apart).toMatchObject({ base: null, place: 'Quay Lane', drivers: [{ name: 'Duarte' }] })
		const ids = (one: NewForm) => [...one.drivers, ...one.vehicles, ...one.damages].map((row) => row.id)
		expect(ids(apart).filter((id) => ids(typed).includes(id))).toEqual([])
		const linked = (one: NewForm) => one.vehicles.findIndex((row) => row.id === one.drivers[0]?.vehicleId)
		expect(linked(apart)).toBe(linked(typed))
	})

	test('the body gives back the exact form, unreadable text included', () => {
		const form = {
			...typedCall(),
			accidentDate: '2026-02-31',
			accidentTime: 'about noon',
			cause: '\ud800<script>\u202e',
		}
		expect(readBody(writeBody(form))).toEqual(form)
	})

	test('any text in any box comes back', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'binary' }), (accidentDate, summary) => {
				const form = { ...blank(), accidentDate, summary }
				expect(readBody(writeBody(form))).toEqual(form)
			}),
		)
	})

	test('a body of another version opens as far as it can be read', () => {
		const kept = readBody(
			JSON.stringify({ v: 9, form: { place: 'M23', injuries: 'perhaps', drivers: 'no list', later: { deep: 1 } } }),
		)
		expect(kept).toMatchObject({ place: 'M23', injuries: 'unknown' })
		expect(kept?.drivers).toHaveLength(1)
	})

	test.each(['', 'null', '[]', '{}', '{"form":null}', '{"form":', '7'])('a body that is none: %s', (body) =>
		expect(readBody(body)).toBeNull(),
	)

	test('no body makes it throw', () => {
		fc.assert(fc.property(fc.json(), (json) => void readBody(`{"v":1,"form":${json}}`)))
	})
})

describe('R8: saving and submitting', () => {
	const wrong: [Partial<NewForm>, { box: string; code: string }][] = [
		[{ accidentDate: '2026-02-31' }, { box: 'accidentDate', code: 'no-such-date' }],
		[{ accidentDate: '2026-03-21' }, { box: 'accidentDate', code: 'future' }],
		[{ accidentTime: '25:00' }, { box: 'accidentTime', code: 'no-such-time' }],
		[
			{ accidentDate: '2026-03-19', reportDate: '2026-03-18' },
			{ box: 'reportDate', code: 'before-accident' },
		],
		[{ cause: 'half a pair \ud83d' }, { box: 'cause', code: 'ill-formed' }],
	]
	test.each(wrong)('a contradiction is named with its box: %j', (patch, problem) =>
		expect(problemsOf({ ...typedCall(), ...patch }, site, now)).toEqual([problem]),
	)

	test('nothing is wrong with a blank form, and it says what is missing to submit', () => {
		const form = blank()
		expect(problemsOf(form, site, now)).toEqual([])
		expect(gapsOf(form, site)).toEqual([
			{ path: 'accidentDate', box: 'accidentDate' },
			{ path: 'place', box: 'place' },
			{ path: 'cause', box: 'cause' },
			{ path: 'policyNo', box: 'policyNo' },
			{ path: 'driver', box: `${form.drivers[0]?.id}.name` },
		])
		expect(gapsOf(typedCall(), site)).toEqual([])
	})

	test('blanks fill no box', () =>
		expect(gapsOf({ ...typedCall(), place: '  ' }, site).map((gap) => gap.path)).toEqual(['place']))

	test('an issue of the desk finds its box', () => {
		const form = typedCall()
		expect(boxOf('form.people.1.phone', form, site)).toBe(`${form.drivers[1]?.id}.phone`)
		expect(boxOf('damages.1.what', form, site)).toBe(`${form.damages[1]?.id}.what`)
		expect(boxOf('reportedAt', form, site)).toBe('reportDate')
		expect(boxOf('nothing.like.it', form, site)).toBeNull()
	})
})

describe('the rows of the form', () => {
	test('a removed vehicle leaves nobody in it, and the last row is emptied instead', () => {
		const store = createFormStore(typedCall())
		const ours = store.getState().form.vehicles[0]?.id as string
		store.getState().removeRow('vehicles', ours)
		expect(store.getState().form.drivers[0]?.vehicleId).toBe('')
		store.getState().removeRow('damages', store.getState().form.damages[0]?.id as string)
		store.getState().removeRow('damages', store.getState().form.damages[0]?.id as string)
		expect(store.getState().form.damages).toMatchObject([{ what: '' }])
	})

	test('a time typed counts as exact until said otherwise, and a cleared one as unknown', () => {
		const store = createFormStore(blank())
		store.getState().change({ accidentTime: '9' })
		expect(store.getState().form.timeQuality).toBe('exact')
		store.getState().change({ timeQuality: 'about' })
		store.getState().change({ accidentTime: '930' })
		expect(store.getState().form.timeQuality).toBe('about')
		store.getState().change({ accidentTime: '' })
		expect(store.getState().form.timeQuality).toBe('unknown')
	})
})
