import { createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import { canonical } from './canonical.ts'
import type { Clock } from './clock.ts'
import { type Disk, readWhole, replaceDurably } from './disk.ts'
import { failuresWhenLost, judgeClock, moveHigh, penaltyMs, waitingSince } from './lockout.ts'

const fileName = 'attempts.json'
/** Names nobody has are counted like real ones; this many are remembered. */
const mostStrangers = 200

const count = z.strictObject({ failures: z.int().min(0), at: z.number() })
const recordSchema = z.strictObject({
	fmt: z.literal(1),
	/** One higher at each write; the key slots remember it, so that an older copy put back is noticed. */
	serial: z.int().min(1),
	/** Highest wall time believed, epoch ms; see lockout.ts. */
	high: z.number(),
	/** Set when an earlier record was lost: what a name without a count of its own starts from. */
	base: count.nullable(),
	/** By hashed user name: wrong passwords since the last right one, and when the last was. */
	counts: z.record(z.string(), count),
	/** Told to the desk at the next good sign-in, for the audit. */
	lost: z.boolean(),
	clockBack: z.boolean(),
})
type AttemptRecord = z.infer<typeof recordSchema>

export type Attempts = {
	serial(): number
	failures(name: string): number
	/** Milliseconds this name still has to wait. Notes a changed clock, on disk if the disk allows. */
	waitMs(name: string): number
	/**
	 * Counts one more try; on disk when it returns. Throws what the disk says, and then nothing is counted.
	 * The answer takes the try back, for when no password could be judged (no memory, disk full).
	 */
	add(name: string): () => void
	/** Forgets the failures of a name; `signedIn` when a right password is the reason. Tells what happened before. */
	clear(name: string, signedIn: boolean): Findings
}
export type Findings = { failedBefore: number; attemptRecordLost: boolean; clockMovedBack: boolean }

const macOf = (record: AttemptRecord, key: Buffer) => createHmac('sha256', key).update(canonical(record)).digest()

function read(dir: string, key: Buffer): AttemptRecord | null {
	const file = readWhole(join(dir, fileName))
	if (typeof file === 'string') return null
	try {
		const { mac, ...content } = JSON.parse(file.text)
		const record = recordSchema.parse(content)
		return timingSafeEqual(macOf(record, key), Buffer.from(String(mac), 'hex')) ? record : null
	} catch {
		return null // no JSON, not our shape, or a tag of another length
	}
}

/**
 * @param key binds the record to this store's key slots; kept in the plain there, so it stops a careless edit and a
 * record from another machine, not someone who reads this file
 * @param known whether a hashed name has a slot
 * @param floor serial that the key slots remember; 0: no record was ever written, and none is missed
 */
export function openAttempts(o: {
	dir: string
	disk: Disk
	clock: Clock
	key: Buffer
	floor: number
	known(name: string): boolean
	/** Failures that the key slots remember for a hashed name: the least to start from when the record was lost. */
	remembered(name: string): number
}): Attempts {
	const { clock } = o
	const found = read(o.dir, o.key)
	const start = clock.now()
	const blank = { fmt: 1, high: start, base: null, counts: {}, lost: false, clockBack: false } as const
	let record: AttemptRecord
	if (found !== null && found.serial >= o.floor) record = found
	else if (o.floor === 0 && found === null) record = { ...blank, serial: 0 }
	else {
		const base = { failures: failuresWhenLost, at: start }
		record = { ...blank, serial: Math.max(o.floor, found?.serial ?? 0), base, lost: true }
		saveIfPossible(record)
	}

	/** Within one run waits are measured on the monotonic clock: by name, its reading when the wait began. */
	const waits = new Map<string, number>()

	function save(next: AttemptRecord): void {
		const numbered = { ...next, serial: next.serial + 1 }
		const mac = macOf(numbered, o.key).toString('hex')
		replaceDurably(o.disk, o.dir, fileName, Buffer.from(`${canonical({ ...numbered, mac })}\n`))
		record = numbered
	}

	/** For what need not survive: on a failed write the memory of this run still holds. */
	function saveIfPossible(next: AttemptRecord): void {
		try {
			save(next)
		} catch {
			record = next
		}
	}

	function countOf(name: string): { failures: number; at: number } {
		const own = record.counts[name]
		if (own !== undefined) return own
		if (record.base === null) return { failures: 0, at: start }
		return { failures: Math.max(record.base.failures, o.remembered(name)), at: record.base.at }
	}

	function withCount(name: string, failures: number, at: number): AttemptRecord['counts'] {
		const counts = { ...record.counts, [name]: { failures, at } }
		const strangers = Object.entries(counts).filter(([other]) => other !== name && !o.known(other))
		strangers.sort(([, a], [, b]) => a.at - b.at)
		for (const [other] of strangers.slice(0, Math.max(0, strangers.length - mostStrangers))) delete counts[other]
		return counts
	}

	function noteClock(signedIn: boolean): Pick<AttemptRecord, 'high' | 'clockBack'> {
		const now = clock.now()
		const clockBack = record.clockBack || judgeClock(record.high, now) === 'back'
		return { high: moveHigh(record.high, now, signedIn), clockBack }
	}

	return {
		serial: () => record.serial,
		failures: (name) => countOf(name).failures,
		waitMs(name) {
			const { failures, at } = countOf(name)
			const penalty = penaltyMs(failures)
			if (penalty === 0) return 0
			let began = waits.get(name)
			if (began === undefined) {
				const now = clock.now()
				const since = waitingSince(at, record.high, now)
				began = clock.monotonic() - (now - since)
				waits.set(name, began)
				if (since !== at) saveIfPossible({ ...record, ...noteClock(false), counts: withCount(name, failures, since) })
			}
			return Math.max(0, began + penalty - clock.monotonic())
		},
		add(name) {
			const before = countOf(name)
			const waited = waits.get(name)
			save({ ...record, ...noteClock(false), counts: withCount(name, before.failures + 1, clock.now()) })
			waits.set(name, clock.monotonic())
			return () => {
				if (waited === undefined) waits.delete(name)
				else waits.set(name, waited)
				saveIfPossible({ ...record, counts: withCount(name, before.failures, before.at) })
			}
		},
		clear(name, signedIn) {
			const findings = {
				failedBefore: Math.max(0, countOf(name).failures - (signedIn ? 1 : 0)),
				attemptRecordLost: record.lost,
				clockMovedBack: record.clockBack,
			}
			const counts = withCount(name, 0, clock.now())
			const told = signedIn ? { lost: false, clockBack: false } : {}
			waits.delete(name)
			saveIfPossible({ ...record, ...noteClock(signedIn), ...told, counts })
			return findings
		},
	}
}
