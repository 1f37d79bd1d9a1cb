import { randomBytes } from 'node:crypto'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Attempts, Findings } from './attempts.ts'
import { diskFault } from './disk.ts'
import { cleared, holderOf, isUsable, mayClose } from './holders.ts'
import { deriveKey, isWithinBounds, type KdfParams, saltBytes } from './kdf.ts'
import { deriveSubkey } from './keys.ts'
import { mostFailures, penaltyMs } from './lockout.ts'
import { hashName } from './names.ts'
import { hasGoodMac, passwordSlots, type SlotDocument } from './slot-file.ts'
import { type Holder, unsealSlot } from './slots.ts'

type Marks = SlotDocument['marks']
/** Whose password it was, and at which cost the slot was made. The caller wipes `master`. */
export type Opened = { holder: Holder; kdf: KdfParams; master: Buffer; findings: Findings }

/**
 * Tries a password under the lockout: the try is on disk, in both places, before the key is derived.
 * A name nobody has costs the same work and gets the same answers.
 * @param current slots and marks as they stand; nobody else changes the slots until this returns
 * @param kdf cost for a name nobody has
 */
export async function tryPassword(
	o: {
		current: SlotDocument
		attempts: Attempts
		kdf: KdfParams
		writeMarks(change: (marks: Marks) => Partial<Marks>): Reply<null>
	},
	userName: string,
	password: string,
): Promise<Reply<Opened>> {
	const { current, attempts, kdf, writeMarks } = o
	const name = hashName(userName, Buffer.from(current.body.nameSalt, 'base64'))
	const slot = passwordSlots(current).find((one) => one.name === name)
	const close = () => {
		if (slot !== undefined) writeMarks((marks) => ({ disabled: [...marks.disabled, slot.slotId] }))
		return fail('DISABLED')
	}
	if (slot !== undefined && !isUsable(current, slot)) return fail('DISABLED')
	if (slot !== undefined && !isWithinBounds(slot.kdf)) return fail('TAMPERED')
	if (attempts.failures(name) >= mostFailures && mayClose(current, slot)) return close()
	const wait = attempts.waitMs(name)
	if (wait > 0) return fail('WAIT', { params: { waitSeconds: Math.ceil(wait / 1_000) } })

	let takeBack: () => void
	try {
		takeBack = attempts.add(name)
	} catch (error) {
		return fail(diskFault(error))
	}
	const failures = attempts.failures(name)
	const serial = attempts.serial()
	const marked = writeMarks((marks) => ({
		attempts: serial,
		failures: slot === undefined ? marks.failures : { ...marks.failures, [slot.slotId]: failures },
	}))
	if (!marked.ok) {
		takeBack()
		return marked
	}
	const salt = slot === undefined ? randomBytes(saltBytes) : Buffer.from(slot.salt, 'base64')
	const derived = await deriveKey(password, salt, slot?.kdf ?? kdf)
	if (!derived.ok) {
		takeBack()
		return derived
	}
	const master = slot === undefined ? null : unsealSlot(slot, derived.value, current.body)
	derived.value.fill(0)
	if (slot === undefined || master === null) {
		if (failures >= mostFailures && mayClose(current, slot)) return close()
		const left = Math.max(1, mostFailures - failures)
		return fail('WRONG_PASSWORD', { params: { left, waitSeconds: penaltyMs(failures) / 1_000 } })
	}
	const stateKey = deriveSubkey(master, 'state/v1')
	const genuine = hasGoodMac(current, stateKey)
	stateKey.fill(0)
	if (!genuine) {
		master.fill(0)
		takeBack()
		return fail('TAMPERED')
	}
	const findings = attempts.clear(name, true)
	if (failures > 1) writeMarks((marks) => cleared(marks, slot.slotId))
	return ok({ holder: holderOf(current, slot), kdf: slot.kdf, master, findings })
}
