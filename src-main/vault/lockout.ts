/**
 * How long a person waits after wrong passwords, and what a changed clock does to the wait. Pure.
 *
 * Lockout is a rule of this program: it slows a person at the keyboard. Someone who copies the folder guesses
 * elsewhere, where only Argon2id and the password stand in the way.
 */
const second = 1_000
const minute = 60 * second
const day = 24 * 60 * minute

/** Wrong passwords in a row after which the slot is closed (NIST SP 800-63B-4, 3.2.10: at most ten). */
export const mostFailures = 10
/** Failures assumed when the record of them is gone: the step that waits 5 minutes. */
export const failuresWhenLost = 6

export function penaltyMs(failures: number): number {
	if (failures <= 3) return 0
	if (failures === 4) return 30 * second
	if (failures === 5) return minute
	if (failures === 6) return 5 * minute
	if (failures === 7) return 15 * minute
	return 60 * minute
}

/** Clocks corrected by the network wander this much; less is no sign of anything. */
const tolerance = 5 * minute
/** A clock further ahead than this is not believed until somebody signs in, and then only this much of it. */
const longestJump = 30 * day

export type Drift = 'none' | 'back' | 'forward'

/** @param high highest wall time believed so far, epoch ms */
export function judgeClock(high: number, now: number): Drift {
	if (now < high - tolerance) return 'back'
	return now > high + longestJump ? 'forward' : 'none'
}

/**
 * The highest wall time to believe from now on. A clock set back is taken as the new truth at once (waits restart on
 * it), else nobody could sign in until the old time comes round again. A leap ahead is believed 30 days at a time
 * and only after a good sign-in, so that one evening with a wrong year does not make every later clock look "back".
 */
export function moveHigh(high: number, now: number, signedIn: boolean): number {
	const drift = judgeClock(high, now)
	if (drift === 'back') return now
	if (drift === 'forward') return signedIn ? high + longestJump : high
	return Math.max(high, now)
}

/**
 * When the wait of a count made in an earlier run began, on today's clock. Back or far ahead: it restarts in full,
 * now. Bounded: never longer than the penalty itself, and the restart is recorded, so it happens once per change.
 * @param at wall time of the last wrong password, epoch ms
 */
export function waitingSince(at: number, high: number, now: number): number {
	if (now < at) return now
	const drift = judgeClock(high, now)
	if (drift === 'back') return now
	return drift === 'forward' && judgeClock(high, at) !== 'forward' ? now : at
}
