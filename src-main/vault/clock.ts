/** `now`: epoch ms of the wall clock, which people and batteries change. `monotonic`: ms from any origin, never back. */
export type Clock = { now(): number; monotonic(): number }

export const systemClock: Clock = { now: () => Date.now(), monotonic: () => performance.now() }
