import { passwordSlots, type SlotDocument } from './slot-file.ts'
import type { Holder, PasswordSlot } from './slots.ts'

/** Whether a right password would open the slot. */
export const isUsable = (current: SlotDocument, slot: PasswordSlot): boolean =>
	slot.sealed !== null && !current.marks.disabled.includes(slot.slotId)

/**
 * Whether the holder may open other people's slots. Of slots written before this was noted only the first counts: it
 * belongs to whoever set the site up.
 */
const isOpener = (current: SlotDocument, slot: PasswordSlot): boolean =>
	slot.opens ?? slot.slotId === passwordSlots(current)[0]?.slotId

/** Whether somebody else than this slot's holder could sign in and open a closed slot again. */
export function hasOtherOpener(current: SlotDocument, slot: PasswordSlot): boolean {
	const others = passwordSlots(current).filter((other) => other.userId !== slot.userId)
	return others.some((other) => isUsable(current, other) && isOpener(current, other))
}

export const isLastOpener = (current: SlotDocument, slot: PasswordSlot): boolean =>
	isOpener(current, slot) && !hasOtherOpener(current, slot)

/**
 * Ten wrong passwords close a slot only while somebody else could open it again. Where nobody could, it stays at the
 * longest wait instead: closing it would lose the claims for good. A name nobody has closes where there are people
 * enough for it to be one of them, and stays closed when theirs do.
 */
export function mayClose(current: SlotDocument, slot: PasswordSlot | undefined): boolean {
	return slot === undefined ? passwordSlots(current).length > 1 : hasOtherOpener(current, slot)
}

/** What stays the same when a slot is wrapped again. */
export function holderOf(current: SlotDocument, slot: PasswordSlot): Holder {
	const { slotId, userId, name, temporary } = slot
	return { slotId, userId, name, temporary, opens: isOpener(current, slot) }
}

/** The marks without what wrong passwords left on a slot. */
export function cleared(marks: SlotDocument['marks'], slotId: string): SlotDocument['marks'] {
	const { [slotId]: _forgiven, ...failures } = marks.failures
	return { ...marks, failures, disabled: marks.disabled.filter((id) => id !== slotId) }
}
