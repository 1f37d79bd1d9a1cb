import { hkdfSync } from 'node:crypto'

/** What an unlocked session works with: each 32 bytes, HKDF-SHA256 of the master key. */
export type Keys = {
	db: Buffer
	attachments: Buffer
	backup: Buffer
	audit: Buffer
	state: Buffer
	/** Overwrites every key with zeros, the master key behind them too. */
	wipe(): void
}

/**
 * The master key behind a session's keys, needed to give another person a slot. It is kept off the object so that
 * no log, message or structured clone of Keys carries it. Gone after wipe().
 */
const masters = new WeakMap<Keys, Buffer>()

export function deriveSubkey(master: Buffer, info: string): Buffer {
	return Buffer.from(hkdfSync('sha256', master, Buffer.alloc(0), info, 32))
}

/** @param master copied; the caller still wipes its own */
export function makeKeys(master: Buffer): Keys {
	const own = Buffer.from(master)
	const db = deriveSubkey(own, 'db/v1')
	const attachments = deriveSubkey(own, 'att/v1')
	const backup = deriveSubkey(own, 'bak/v1')
	const audit = deriveSubkey(own, 'audit/v1')
	const state = deriveSubkey(own, 'state/v1')
	const keys: Keys = {
		db,
		attachments,
		backup,
		audit,
		state,
		wipe() {
			for (const key of [own, db, attachments, backup, audit, state]) key.fill(0)
			masters.delete(keys)
		},
	}
	masters.set(keys, own)
	return keys
}

/** null once the keys were wiped, or when they did not come from here. */
export function masterBehind(keys: Keys): Buffer | null {
	return masters.get(keys) ?? null
}
