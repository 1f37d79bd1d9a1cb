import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { isClaimNo } from '../../shared/claims/numbers.ts'
import { aForm, aPerson } from '../support/claim.ts'
import { aDesk, addClaim, error, value } from '../support/desk.ts'

describe('saving and opening a claim', () => {
	it('R4 R9: a claim saved from the form opens with everything in it', async () => {
		const { desk } = await aDesk()
		const form = aForm({ tags: ['高速', '拖车'], notes: ['Asked for a tow.'] })
		const saved = value(await desk.call('claims.save', { id: uuidv7(), form, submit: true }))
		const read = value(await desk.call('claims.get', { id: saved.id }))
		expect(read).toEqual(saved)
		expect(read.status).toBe('reported')
		expect(isClaimNo(read.claimNo)).toBe(true)
		const { people: _, vehicles: __, damages: ___, notes: ____, latitude: _____, longitude: ______, ...core } = form
		expect(read).toMatchObject(core)
		expect(read.people.map((one) => one.name)).toEqual(['Sarah Standl', 'John Radley'])
		expect(read.damages.map((one) => one.what)).toEqual(['车灯坏了', '安全气囊坏了'])
		expect(read.notes.map((one) => one.text)).toEqual(['Asked for a tow.'])
	})

	it('R4: save takes an empty form; submit says in one place what is missing, in the order of the form', async () => {
		const { desk } = await aDesk()
		const id = uuidv7()
		const form = aForm({ accidentDate: null, policyNo: '', place: '', cause: '', people: [], reportedAt: null })
		expect(value(await desk.call('claims.save', { id, form, submit: false })).status).toBe('draft')
		const refused = error(await desk.call('claims.save', { id, form, submit: true }))
		expect(refused.code).toBe('GUARD')
		expect(refused.issues?.map((issue) => issue.path)).toEqual([
			'accidentDate',
			'place',
			'cause',
			'policyNo',
			'driver',
			'reportedAt',
		])
	})

	it('R8: dates that contradict the calendar are refused and nothing is written', async () => {
		const { desk } = await aDesk()
		const save = (more: object) =>
			desk.call('claims.save', { id: uuidv7(), form: { ...aForm(), ...more }, submit: false })
		const codes = async (more: object) => (error(await save(more)).issues ?? []).map((one) => `${one.path} ${one.code}`)
		expect(await codes({ accidentDate: '2026-02-31' })).toEqual(['form.accidentDate no-such-date'])
		expect(await codes({ accidentDate: '2026-11-21' })).toEqual(['form.accidentDate future'])
		expect(await codes({ accidentDate: '1949-12-31' })).toEqual(['form.accidentDate too-old'])
		expect(await codes({ reportedAt: '2026-11-01T00:00:00.000Z' })).toEqual(['form.reportedAt before-accident'])
		expect(value(await desk.call('claims.count', { filter: {}, days: [] })).total).toBe(0)
	})

	it('R36: an edit over a field that changed meanwhile is a conflict, and writes nothing', async () => {
		const { desk } = await aDesk()
		const { id, cause } = await addClaim(desk)
		value(await desk.call('claims.edit', { id, was: { cause }, now: { cause: 'first' } }))
		const refused = error(
			await desk.call('claims.edit', {
				id,
				was: { cause, place: 'M23公路10号路口附近' },
				now: { cause: 'second', place: 'elsewhere' },
			}),
		)
		expect(refused.code).toBe('CONFLICT')
		expect(refused.clashes).toMatchObject([
			{ path: 'cause', was: cause, mine: 'second', theirs: 'first', by: 'Li Wei' },
		])
		expect(value(await desk.call('claims.get', { id }))).toMatchObject({ cause: 'first', place: 'M23公路10号路口附近' })
	})

	it('R36: two windows that change different fields both keep their work', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const [driver, other] = people as [(typeof people)[0], (typeof people)[0]]
		value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: people, now: [{ ...driver, phone: '13800000001' }, other] },
			}),
		)
		value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: people, now: [driver, { ...other, phone: '13800000002' }] },
			}),
		)
		expect(value(await desk.call('claims.get', { id })).people.map((one) => one.phone)).toEqual([
			'13800000001',
			'13800000002',
		])
	})

	it('R36: removing a person whom somebody else has just edited is a conflict; deciding for it removes', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const [driver, other] = people as [(typeof people)[0], (typeof people)[0]]
		const edit = (was: typeof people, now: typeof people) =>
			desk.call('claims.edit', { id, was: {}, now: {}, people: { was, now } })
		value(await edit(people, [driver, { ...other, phone: '13800000002' }]))
		const refused = error(await edit(people, [driver]))
		expect(refused.clashes).toMatchObject([
			{ path: `people.${other.id}`, mine: null, theirs: { phone: '13800000002' } },
		])
		expect(value(await desk.call('claims.get', { id })).people).toHaveLength(2)
		value(await edit([driver, { ...other, phone: '13800000002' }], [driver]))
		expect(value(await desk.call('claims.get', { id })).people).toHaveLength(1)
	})

	it('R22 R36: a conflict over a sensitive field does not tell the stored value', async () => {
		const { desk } = await aDesk()
		const secret = aPerson({ idNo: '310101199001011234' })
		const { id, people } = await addClaim(desk, { people: [secret] })
		const change = (idNo: string) => ({ people: { was: people, now: people.map((one) => ({ ...one, idNo })) } })
		value(await desk.call('claims.edit', { id, was: {}, now: {}, ...change('440101198512124321') }))
		const refused = error(await desk.call('claims.edit', { id, was: {}, now: {}, ...change('999') }))
		expect(refused.clashes).toMatchObject([{ was: '••••1234', mine: '999', theirs: '••••4321' }])
		expect(JSON.stringify(refused)).not.toContain('440101')
	})

	it('history names who changed what from what to what', async () => {
		const { desk } = await aDesk()
		const { id, cause, people } = await addClaim(desk)
		value(await desk.call('claims.edit', { id, was: { cause }, now: { cause: 'hit a kerb' } }))
		const added = aPerson({ name: '王芳', roles: ['witness'] })
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: people, now: [...people, added] } }))
		value(await desk.call('claims.note', { id, text: 'Called back.' }))
		const { events } = value(await desk.call('claims.history', { id }))
		expect(events.map((event) => event.kind)).toEqual(['noted', 'edited', 'edited', 'created'])
		expect(events[2]?.changes).toEqual([
			{ table: 'claim', id, label: '', op: 'set', fields: [{ field: 'cause', from: cause, to: 'hit a kerb' }] },
		])
		expect(events[1]?.changes).toMatchObject([{ table: 'person', label: '王芳', op: 'add' }])
		expect(events.every((event) => event.byName === 'Li Wei')).toBe(true)
	})

	it('possible duplicates: same policy ± 1 day, same plate, same phone and day; never further', async () => {
		const { desk } = await aDesk()
		const near = await addClaim(desk, { accidentDate: '2026-11-18' })
		await addClaim(desk, { accidentDate: '2026-11-16' })
		const found = value(
			await desk.call('claims.duplicates', {
				id: uuidv7(),
				policyNo: '546-452',
				accidentDate: '2026-11-19',
				plates: [],
				phones: [],
			}),
		)
		expect(found.map((one) => [one.id, one.why])).toEqual([[near.id, ['policy']]])
	})

	it('R4 R36: a form kept or saved in another window meanwhile is a conflict, not an overwrite', async () => {
		const { desk, clock } = await aDesk()
		const { id, scope } = value(await desk.call('intake.open', { id: null, fresh: true }))
		const first = value(await desk.call('drafts.keep', { scope, body: 'first', seen: null }))
		clock.advance(10)
		expect(error(await desk.call('drafts.keep', { scope, body: 'other window', seen: null })).code).toBe('CONFLICT')
		value(await desk.call('drafts.keep', { scope, body: 'first goes on', seen: first.savedAt }))
		value(await desk.call('claims.save', { id, form: aForm(), submit: false, base: null }))
		expect(
			error(await desk.call('claims.save', { id, form: aForm({ cause: 'x' }), submit: true, base: null })).code,
		).toBe('CONFLICT')
		expect(value(await desk.call('claims.get', { id })).status).toBe('draft')
	})

	it('claim numbers count on over restarts and are never used twice; a blank form is used again', async () => {
		const { desk } = await aDesk()
		const first = value(await desk.call('intake.open', { id: null, fresh: false }))
		const again = value(await desk.call('intake.open', { id: null, fresh: true }))
		expect(again).toEqual(first)
		value(await desk.call('drafts.keep', { scope: first.scope, body: '{"v":1}' }))
		const second = value(await desk.call('intake.open', { id: null, fresh: true }))
		expect(second.claimNo).not.toBe(first.claimNo)
		const saved = value(await desk.call('claims.save', { id: first.id, form: aForm(), submit: false }))
		expect(saved.claimNo).toBe(first.claimNo)
		expect(value(await desk.call('intake.list', {}))).toEqual([])
	})
})
