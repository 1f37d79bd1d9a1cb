import { v7 as uuidv7 } from 'uuid'
import { describe, expect, it } from 'vitest'
import { linesOf } from '../support/change-log.ts'
import { aForm, aPerson, aVehicle } from '../support/claim.ts'
import { aDesk, addClaim, error, value } from '../support/desk.ts'

describe('nothing is silently overwritten', () => {
	it('R36: removing a person whom somebody changed meanwhile is a conflict', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const [one, two] = people as [(typeof people)[0], (typeof people)[0]]
		value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: people, now: [one, { ...two, phone: '13800000002' }] },
			}),
		)
		const refused = error(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: people, now: [one] } }))
		expect(refused.code).toBe('CONFLICT')
		expect(refused.clashes).toMatchObject([{ path: `people.${two.id}`, mine: null, by: 'Li Wei' }])
		expect(value(await desk.call('claims.get', { id })).people[1]?.phone).toBe('13800000002')
	})

	it('R36: a record that somebody removed and this screen left alone stays removed, without a conflict', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const [one, two] = people as [(typeof people)[0], (typeof people)[0]]
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: people, now: [two] } }))
		const kept = value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: people, now: [one, { ...two, phone: '139' }] },
			}),
		)
		expect(kept.people.map((person) => [person.id, person.phone])).toEqual([[two.id, '139']])
	})

	it('R36: two windows that both fill in the same masked field do not overwrite one another', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const bare = people.map(({ idNo: _, licenceNo: __, injury: ___, ...rest }) => rest)
		const [one, two] = bare as [(typeof bare)[0], (typeof bare)[0]]
		value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: bare, now: [{ ...one, idNo: '310101199001011234' }, two] },
			}),
		)
		const again = {
			id,
			was: {},
			now: {},
			people: { was: [{ ...one, idNo: '' }, two], now: [{ ...one, idNo: '999' }, two] },
		}
		expect(error(await desk.call('claims.edit', again)).code).toBe('CONFLICT')
	})

	it('a conflict on a masked field does not tell the stored value', async () => {
		const { desk } = await aDesk()
		const secret = '310101199001011234'
		const { id, people } = await addClaim(desk, {
			people: [aPerson({ idNo: secret, licenceNo: 'LIC-77001122', injury: 'broken arm' })],
		})
		const [one] = people as [(typeof people)[0]]
		const probe = { ...one, idNo: 'x', licenceNo: 'x', injury: 'x' }
		const reply = await desk.call('claims.edit', {
			id,
			was: {},
			now: {},
			people: { was: [{ ...one, idNo: 'guess', licenceNo: 'guess', injury: 'guess' }], now: [probe] },
		})
		expect(error(reply).code).toBe('CONFLICT')
		for (const told of [secret, 'LIC-77001122', 'broken arm']) expect(JSON.stringify(reply)).not.toContain(told)
	})

	it('R36: the same new record sent twice does not overwrite what was made of it meanwhile', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const added = aPerson({ name: '王芳', roles: ['witness'] })
		const edit = { id, was: {}, now: {}, people: { was: people, now: [...people, added] } }
		value(await desk.call('claims.edit', edit))
		value(
			await desk.call('claims.edit', {
				id,
				was: {},
				now: {},
				people: { was: [added], now: [{ ...added, phone: '13900000000' }] },
			}),
		)
		const reply = await desk.call('claims.edit', edit)
		expect(value(await desk.call('claims.get', { id })).people.at(-1)?.phone).toBe('13900000000')
		expect(reply.ok ? 'ok' : reply.error.code).toBe('CONFLICT')
	})

	it('one edit with the same record twice is refused as input', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk)
		const added = aPerson({ name: 'a' })
		const reply = await desk.call('claims.edit', {
			id,
			was: {},
			now: {},
			people: { was: people, now: [...people, added, { ...added, name: 'b' }] },
		})
		expect(error(reply).code).toBe('VALIDATION')
	})

	it('R36: a draft claim taken up again keeps its place on the map, which was never shown', async () => {
		const { desk } = await aDesk()
		const id = uuidv7()
		const form = aForm({ latitude: 31.2, longitude: 121.5 })
		const view = value(await desk.call('claims.save', { id, form, submit: false }))
		expect(view).toMatchObject({ latitude: null, located: true })
		value(
			await desk.call('claims.save', {
				id,
				form: { ...form, latitude: null, longitude: null, cause: 'hit a kerb' },
				submit: false,
			}),
		)
		expect(value(await desk.call('claims.reveal', { id }))).toMatchObject({ latitude: 31.2, longitude: 121.5 })
	})

	it('R36: two windows with the same blank form do not write two accidents into one claim', async () => {
		const { desk } = await aDesk()
		const first = value(await desk.call('intake.open', { id: null, fresh: true }))
		const second = value(await desk.call('intake.open', { id: null, fresh: true }))
		value(
			await desk.call('claims.save', {
				id: first.id,
				form: aForm({ policyNo: 'P-1', cause: 'caller one' }),
				submit: false,
			}),
		)
		const late = { id: second.id, form: aForm({ policyNo: 'P-2', cause: 'caller two' }), submit: false, base: null }
		expect(error(await desk.call('claims.save', late)).code).toBe('CONFLICT')
		const { rows } = value(await desk.call('claims.page', { filter: {}, at: { first: true }, limit: 10 }))
		expect(rows.map((row) => row.cause)).toContain('caller one')
	})

	it('R36: saving the form of a draft over what a supervisor changed meanwhile does not lose the change', async () => {
		const { desk, clock } = await aDesk()
		const id = uuidv7()
		const form = aForm()
		const { updatedAt } = value(await desk.call('claims.save', { id, form, submit: false, base: null }))
		clock.advance(1_000)
		value(
			await desk.call('claims.edit', { id, was: { cause: form.cause }, now: { cause: 'corrected by the supervisor' } }),
		)
		await desk.call('claims.save', { id, form: { ...form, summary: 'more' }, submit: false, base: updatedAt })
		expect(value(await desk.call('claims.get', { id })).cause).toBe('corrected by the supervisor')
	})

	it('the notes of one form are shown in the order they were written', async () => {
		const { desk } = await aDesk()
		const notes = Array.from({ length: 12 }, (_, at) => `note ${at}`)
		const saved = value(await desk.call('claims.save', { id: uuidv7(), form: aForm({ notes }), submit: false }))
		expect(value(await desk.call('claims.get', { id: saved.id })).notes.map((note) => note.text)).toEqual(notes)
	})

	it('P10: a record removed and added again names its removal as the base', async () => {
		const { desk, core } = await aDesk()
		const { id, people } = await addClaim(desk)
		const [one, two] = people as [(typeof people)[0], (typeof people)[0]]
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: people, now: [one] } }))
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: [one], now: [one, two] } }))
		const lines = core.session?.db.prepare('SELECT bytes FROM change_log ORDER BY rseq').pluck().all() as Buffer[]
		const changes = lines.flatMap(linesOf).map((text) => JSON.parse(text))
		const about = changes.filter((change) => change.id === two.id)
		expect(about.map((change) => change.op)).toEqual(['set', 'del', 'set'])
		const removal = `${about[1].replica}:${about[1].rseq}`
		for (const group of Object.values(about[2].fields) as { bases: string[] }[]) expect(group.bases).toEqual([removal])
	})

	it('P10: putting a removed person back keeps the masked fields that were stored', async () => {
		const { desk } = await aDesk()
		const { id, people } = await addClaim(desk, {
			people: [aPerson({ idNo: '310101199001011234' }), aPerson({ name: 'B' })],
		})
		const bare = people.map(({ idNo: _, licenceNo: __, injury: ___, ...rest }) => rest)
		const [one, two] = bare as [(typeof bare)[0], (typeof bare)[0]]
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: bare, now: [two] } }))
		// Mine: add it again under a base that does not know it, as the conflict panel does.
		value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: [two], now: [one, two] } }))
		expect(value(await desk.call('claims.reveal', { id })).people.map((p) => p.idNo)).toContain('310101199001011234')
	})

	it('removing a vehicle takes it out of people and damages', async () => {
		const { desk } = await aDesk()
		const car = aVehicle({ plate: '沪A12345' })
		const { id, vehicles } = await addClaim(desk, { vehicles: [car], people: [aPerson({ vehicleId: car.id })] })
		value(await desk.call('claims.edit', { id, was: {}, now: {}, vehicles: { was: vehicles, now: [] } }))
		expect(value(await desk.call('claims.get', { id })).people[0]?.vehicleId).toBe(null)
	})
})

describe('forms in progress', () => {
	it('a form left over from a claim that was submitted elsewhere does not block New claim', async () => {
		const { desk } = await aDesk()
		const form = aForm()
		const opened = value(await desk.call('intake.open', { id: null, fresh: false }))
		value(await desk.call('claims.save', { id: opened.id, form, submit: false }))
		value(await desk.call('drafts.keep', { scope: opened.scope, body: '{"v":1}' }))
		value(
			await desk.call('claims.step', {
				id: opened.id,
				from: 'draft',
				to: 'reported',
				reason: '',
				assignee: null,
				keptClaimNo: null,
				settlementMinor: null,
			}),
		)
		const next = value(await desk.call('intake.open', { id: null, fresh: false }))
		expect(next.id).not.toBe(opened.id)
	})

	it('a blank kept for a draft claim is not handed out as a new form', async () => {
		const { desk } = await aDesk()
		const opened = value(await desk.call('intake.open', { id: null, fresh: false }))
		value(await desk.call('claims.save', { id: opened.id, form: aForm(), submit: false }))
		value(await desk.call('drafts.keep', { scope: opened.scope, body: '' }))
		expect(value(await desk.call('intake.open', { id: null, fresh: true })).id).not.toBe(opened.id)
	})
})
