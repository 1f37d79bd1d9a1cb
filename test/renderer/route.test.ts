import { describe, expect, test } from 'vitest'
import { type Route, readRoute, writeRoute } from '../../src-renderer/state/route.ts'

const id = '01a19681-185c-7371-8279-9fdd77f5a0b7'

describe('R9: places of the program have addresses', () => {
	test('each place is read back from its own address', () => {
		const places: Route[] = [
			{ screen: 'claims' },
			{ screen: 'claim', id },
			{ screen: 'new', id: null },
			{ screen: 'new', id },
			{ screen: 'settings', page: 'me' },
			{ screen: 'settings', page: 'people' },
			{ screen: 'settings', page: 'about' },
		]
		for (const place of places) expect(readRoute(writeRoute(place))).toEqual(place)
	})

	test('an address that is no place leads to the list', () => {
		for (const hash of [
			'',
			'#',
			'#/',
			'#/nowhere',
			'#/claims/',
			'#/claims/not-an-id',
			'#token=abc',
			'#/claims/<script>',
		])
			expect(readRoute(hash)).toEqual({ screen: 'claims' })
		expect(readRoute('#/new/not-an-id')).toEqual({ screen: 'new', id: null })
		expect(readRoute('#/settings/nowhere')).toEqual({ screen: 'settings', page: 'me' })
	})
})
