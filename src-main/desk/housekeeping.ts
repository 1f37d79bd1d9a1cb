import type { Core } from './core.ts'
import { sealStore } from './seal.ts'
import { endSession, idleMinutes } from './session.ts'

const tickMs = 1_000
/** No write for this long: time for a checkpoint, so that none happens inside somebody's commit. */
const quietMs = 1_500
/** Longest session without a new sign-in, as for an office day. */
const longestHours = 12
/** A wall clock that moves by more than this against the monotonic one was set, or the machine slept. */
const jumpMs = 5 * 60_000

/**
 * What the desk does by itself while somebody is signed in: locks when idle, too long open, or when the clock
 * jumped (asleep, or set by hand); seals and checkpoints the store when nobody writes.
 * @returns one round of it, to be called about once a second
 */
export function tend(core: Core): () => void {
	const { clock } = core
	let sealedAt = 0
	let seenWrites = 0
	let lastWrite = clock.monotonic()
	let checkpointDue = false
	let skew = clock.now() - clock.monotonic()

	return (): void => {
		const now = clock.monotonic()
		const jumped = Math.abs(clock.now() - now - skew) > jumpMs
		skew = clock.now() - now
		const { session } = core
		if (session === null) return
		const idle = now - session.touched >= idleMinutes * 60_000
		const tooLong = now - session.since >= longestHours * 3_600_000
		if (idle || tooLong || jumped) {
			endSession(core, idle ? 'session.idle' : tooLong ? 'session.too-long' : 'session.clock-jump')
			return
		}
		if (core.writes !== seenWrites) {
			seenWrites = core.writes
			lastWrite = now
			checkpointDue = true
		}
		if (sealedAt !== core.writes) {
			if (sealStore(core, session)) sealedAt = core.writes
		}
		if (checkpointDue && now - lastWrite >= quietMs) {
			session.store.idleCheckpoint()
			checkpointDue = false
		}
	}
}

/** Tends the desk every second. @returns a function that stops it */
export function keepHouse(core: Core): () => void {
	const round = tend(core)
	const timer = setInterval(() => {
		try {
			round()
		} catch {
			// A full or failing disk: the next tick tries again, and the next write tells the person.
		}
	}, tickMs)
	timer.unref()
	return () => clearInterval(timer)
}
