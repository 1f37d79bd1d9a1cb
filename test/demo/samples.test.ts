import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { claimForm } from '../../shared/claims/claim.ts'
import { type Status, statuses } from '../../shared/claims/fields.ts'
import { isClaimNo } from '../../shared/claims/numbers.ts'
import { stepsBetween } from '../../shared/claims/status.ts'
import { identifierKey, limits, phoneKey } from '../../shared/claims/text.ts'
import { dateIssues, missingToSubmit } from '../../shared/claims/validate.ts'
import { firstDay, lastDay, samplesEnd } from '../../src-main/demo/calendar.ts'
import { deedsOf } from '../../src-main/demo/load.ts'
import { makeSamples } from '../../src-main/demo/samples.ts'
import { vinCheckDigit } from '../../src-main/demo/vin.ts'

const samples = [...makeSamples({ count: 2_000 })]
const finalStatus = (claim: (typeof samples)[number]) =>
	Object.assign({}, claim.state, ...claim.acts.map((act) => act.set)).status as Status
const count = (test: (claim: (typeof samples)[number]) => boolean) => samples.filter(test).length

describe('the demo’s claims', () => {
	it('are the same at every run and on every machine', () => {
		const digest = (claims: unknown) => createHash('sha256').update(JSON.stringify(claims)).digest('hex')
		expect(digest([...makeSamples({ count: 2_000 })])).toBe(digest(samples))
		expect(digest([...makeSamples({ count: 2_000, seed: 2 })])).not.toBe(digest(samples))
		// Changes when the generator does: then look at a few claims before taking over the new value.
		expect(digest(samples)).toBe('c89577ed133a863dae3a497ae86b6e8258f864f3bd7c28e5547ca1a127058644')
	})

	it('R8: all have a form that New claim accepts; what was submitted has no gap and contradicts no calendar', () => {
		for (const claim of samples) {
			const parsed = claimForm.safeParse(claim.form)
			expect(parsed.error?.issues ?? []).toEqual([])
			expect(parsed.data).toEqual(claim.form)
			expect(dateIssues(claim.form, claim.at)).toEqual([])
			if (claim.submitted) expect(missingToSubmit(claim.form)).toEqual([])
			for (const note of claim.notes) expect(note.text.length).toBeLessThanOrEqual(limits.note)
		}
	})

	it('carry valid numbers, each once; the accidents lie within three years and the last is of 2026-11-19', () => {
		expect(new Set(samples.map((claim) => claim.claimNo)).size).toBe(2_000)
		expect(samples.every((claim) => isClaimNo(claim.claimNo) && claim.claimNo.startsWith(`${claim.city}-`))).toBe(true)
		const ids = samples.flatMap(({ id, form, notes }) =>
			[...form.people, ...form.vehicles, ...form.damages, ...notes].map((one) => one.id).concat(id),
		)
		expect(new Set(ids).size).toBe(ids.length)
		const days = samples.map((claim) => claim.form.accidentDate).filter((day) => day !== null)
		expect(days.every((day) => day >= firstDay && day <= lastDay)).toBe(true)
		expect(days.at(-1)).toBe('2026-11-19')
		expect(count((claim) => claim.form.accidentDate === null)).toBeGreaterThan(5)
	})

	it('come in every status and category, in three cities, two thirds of them Chinese', () => {
		for (const status of statuses) expect(count((claim) => finalStatus(claim) === status)).toBeGreaterThan(0)
		expect(count((claim) => finalStatus(claim) === 'closed')).toBeGreaterThan(1_300)
		expect(new Set(samples.map((claim) => claim.form.category)).size).toBe(13)
		expect([...new Set(samples.map((claim) => claim.city))].sort()).toEqual(['BJ', 'GZ', 'SH'])
		const chinese = count((claim) => /\p{Script=Han}/u.test(claim.form.cause))
		expect(chinese / 2_000).toBeGreaterThan(0.6)
		expect(chinese / 2_000).toBeLessThan(0.7)
	})

	it('were handled by steps that the status machine knows, in order, none later than the demo’s present', () => {
		for (const claim of samples) {
			let status = claim.state.status as Status
			const deeds = deedsOf(claim)
			expect(deeds[0]?.kind).toBe('created')
			expect(deeds.every((deed, at) => deed.at <= samplesEnd && deed.at >= (deeds[at - 1]?.at ?? 0))).toBe(true)
			for (const { set } of claim.acts) {
				if (set.status === undefined) continue
				expect(stepsBetween(status, set.status as Status), `${status} to ${set.status}`).not.toEqual([])
				status = set.status as Status
			}
		}
	})

	it('use telephone numbers that ring nobody, and VINs whose check digit fits', () => {
		const phones = samples
			.flatMap((claim) => claim.form.people.map((one) => phoneKey(one.phone)))
			.filter((phone) => phone !== '')
		expect(phones.filter((phone) => !/^(1000\d{7}|07700900\d{3}|1[2-9]\d{2}55501\d{2})$/.test(phone))).toEqual([])
		const vins = samples.flatMap((claim) => claim.form.vehicles.map((one) => one.vin)).filter((vin) => vin !== '')
		expect(vins.length).toBeGreaterThan(1_500)
		expect(vins.filter((vin) => !/^[A-HJ-NPR-Z0-9]{17}$/.test(vin) || vinCheckDigit(vin) !== vin[8])).toEqual([])
	})

	it('R5: hold the reference call, a pair of likely duplicates, and texts that break careless programs', () => {
		const [reference] = samples.filter((claim) => claim.form.policyNo === '546452')
		expect(reference?.claimNo).toMatch(/^SH-/)
		expect(reference?.form).toMatchObject({
			accidentDate: '2026-11-19',
			place: 'M23公路10号路口附近',
			drivable: 'no',
			injuries: 'unknown',
		})
		expect(reference?.form.people.map((one) => one.name)).toEqual(['Sarah Standl', 'John Radley'])
		expect(reference?.form.damages.map((one) => one.what)).toEqual(['车灯坏了', '安全气囊坏了'])
		const twins = samples.filter((claim) => claim.form.policyNo === 'CXA3101042601150332')
		expect(twins.map((claim) => claim.form.accidentDate)).toEqual(['2026-11-17', '2026-11-18'])
		expect(new Set(twins.map((claim) => identifierKey(claim.form.vehicles[0]?.plate ?? ''))).size).toBe(1)
		expect(count((claim) => claim.form.cause.includes('<script>'))).toBe(1)
		expect(count((claim) => /\p{Script=Hebrew}/u.test(claim.form.cause) && claim.form.cause.includes('😱'))).toBe(1)
		expect(Math.max(...samples.flatMap((claim) => claim.notes.map((note) => note.text.length)))).toBeGreaterThan(10_000)
	})
})
