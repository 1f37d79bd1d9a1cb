import { describe, expect, it } from 'vitest'
import { aPerson, aVehicle } from '../support/claim.ts'
import { aDesk, addClaim, value } from '../support/desk.ts'

describe('search finds what people type', () => {
	it('identifiers, phones, plates and places, however they are spaced', async () => {
		const { desk } = await aDesk()
		await addClaim(desk, {
			policyNo: 'AUTO789456',
			place: '人民路128号',
			cause: 'rear-end',
			summary: 'Müller, café, O’Brien',
			people: [
				aPerson({ name: 'Ｗａｎｇ Ｆａｎｇ', phone: '13800000001' }),
				aPerson({ name: '欧阳娜娜', phone: '+86 139-0000-0002' }),
			],
			vehicles: [aVehicle({ plate: '沪A·12345', vin: 'LSVAA4182E2123456' })],
		})
		const misses: string[] = []
		for (const text of [
			'AUTO-789 456',
			'auto 789 456',
			'AUTO 789',
			'138 0000 0001',
			'138-0000-0001',
			'13900000002',
			'8613900000002',
			'沪A12345',
			'沪 A12345',
			'沪A 12345',
			'A12345',
			'A·12345',
			'a123',
			'沪A12',
			'人民路',
			'人民路12',
			'人民路128',
			'人',
			'民路',
			'muller',
			'MÜLLER',
			'cafe',
			"O'Brien",
			'wang fang',
			'ｗａｎｇ',
			'娜娜',
			'欧阳',
			'lsvaa4182e2123456',
			'LSVAA 4182',
			'rear end',
			'rear-e',
			'欧阳娜娜 沪A12345 人民路',
		])
			if (value(await desk.call('claims.count', { filter: { text }, days: [] })).total !== 1) misses.push(text)
		expect(misses).toEqual([])
	})

	it('no query of 200 characters is an error', async () => {
		const { desk } = await aDesk()
		await addClaim(desk)
		const pieces = [
			'\ufdfa',
			'\ufdfa ',
			'a ',
			'追',
			'追 ',
			'a追',
			'"',
			'* ',
			'NEAR(a b) ',
			'^a ',
			'-x ',
			'a\u0301\u0301',
			'💥 ',
			'\u202e a',
			'\u{2a700}\u{2a701} ',
			'﷽',
			'AND ',
			'ﬃ ',
			'a-b ',
			'1-',
			'𠀀',
			'㍿',
		]
		const refused: string[] = []
		for (const piece of pieces) {
			const text = piece.repeat(200).slice(0, 200)
			if (!text.isWellFormed()) continue
			const reply = await desk.call('claims.page', { filter: { text }, at: { first: true }, limit: 5 })
			const counted = await desk.call('claims.count', { filter: { text }, days: [''] })
			if (!reply.ok || !counted.ok) refused.push(`${JSON.stringify(piece)} ${JSON.stringify(reply)}`)
		}
		expect(refused).toEqual([])
	})
})
