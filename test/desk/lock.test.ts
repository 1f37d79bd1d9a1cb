import { describe, expect, it } from 'vitest'
import { tend } from '../../src-main/desk/housekeeping.ts'
import { aDesk, value } from '../support/desk.ts'

const minutes = (n: number) => n * 60_000
const phase = async (desk: Awaited<ReturnType<typeof aDesk>>['desk']) => value(await desk.call('app.state', {})).phase

describe('R21: the desk locks itself', () => {
	it('after ten idle minutes, not before, and a sign of life starts the time again', async () => {
		const { desk, core, clock } = await aDesk()
		const house = tend(core)
		clock.advance(minutes(9))
		house()
		expect(await phase(desk)).toBe('open')
		value(await desk.call('session.touch', {}))
		clock.advance(minutes(9))
		house()
		expect(await phase(desk)).toBe('open')
		clock.advance(minutes(1))
		house()
		expect(await phase(desk)).toBe('sign-in')
	})

	it('after twelve hours, however busy', async () => {
		const { desk, core, clock } = await aDesk()
		const house = tend(core)
		for (let n = 0; n < 12 * 12; n += 1) {
			clock.advance(minutes(5))
			await desk.call('session.touch', {})
			house()
		}
		expect(await phase(desk)).toBe('sign-in')
	})

	it('when the wall clock jumps against the monotonic one, either way: the machine slept, or somebody set it', async () => {
		for (const jump of [minutes(6), -minutes(6)]) {
			const { desk, core, clock } = await aDesk()
			const house = tend(core)
			clock.setWall(clock.now() + jump)
			house()
			expect(await phase(desk)).toBe('sign-in')
		}
	})
})
