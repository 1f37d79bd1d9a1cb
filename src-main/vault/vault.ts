import { createHmac, randomBytes, randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { type ErrorCode, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import { type Attempts, type Findings, openAttempts } from './attempts.ts'
import type { Clock } from './clock.ts'
import { type Disk, diskFault, makeFolder, realDisk } from './disk.ts'
import { cleared, hasOtherOpener, isLastOpener, isUsable } from './holders.ts'
import { defaultKdf, isCheaper, isWithinBounds, type KdfParams } from './kdf.ts'
import { deriveSubkey, type Keys, makeKeys, masterBehind } from './keys.ts'
import { hashName } from './names.ts'
import { judgePassword, type Verdict } from './passwords.ts'
import { hasGoodMac, type Label, loadSlots, makeMac, passwordSlots, type SlotDocument, writeCopy } from './slot-file.ts'
import { type Holder, type PasswordSlot, sealSlot } from './slots.ts'
import { type Opened, tryPassword } from './try-password.ts'

export type { Keys, Label }
export type VaultState =
	| { kind: 'empty' }
	| { kind: 'ready'; deviceId: string; label: Label }
	| { kind: 'trouble'; code: ErrorCode }

export type Unlocked = { userId: string; mustChange: boolean; keys: Keys; findings: Findings }
type Person = { userId: string; userName: string; password: string }
/** `opens`: whether the person may open other people's slots, as administrators may. */
type Grant = { opens: boolean }
type PasswordChange = { userId: string; userName: string; displayName?: string; current: string; next: string }

/** Every verb that writes may answer DISK_FULL, READ_ONLY or IO; what was there before still works then. */
export type Vault = {
	state(): VaultState
	/** Whether a password may be chosen; site and city are held against it besides `words`. */
	judge(password: string, words: readonly string[]): Verdict
	/** The first slot, whose holder may open others', and the master key. Errors: EXISTS, WEAK_PASSWORD, KEY_MEMORY. */
	create(o: Person & { label: Label }): Promise<Reply<{ deviceId: string; keys: Keys }>>
	/** Errors: WRONG_PASSWORD {left, waitSeconds}, WAIT {waitSeconds}, DISABLED, TAMPERED, KEY_MEMORY, MISSING_FILE. */
	unlock(o: { userName: string; password: string }): Promise<Reply<Unlocked>>
	/** Errors: WEAK_PASSWORD {reason}, and those of unlock, for `current` is tried under the same lockout. */
	changePassword(o: PasswordChange): Promise<Reply<null>>
	/** A slot under a temporary password. Errors: LOCKED (wiped keys), TAMPERED, USER_EXISTS, WEAK_PASSWORD. */
	addSlot(o: Person & Grant & { keys: Keys }): Promise<Reply<null>>
	/** A new temporary password; opens a disabled slot. Errors: as addSlot, NOT_FOUND, and those of setOpener. */
	resetSlot(o: Person & Grant & { keys: Keys }): Promise<Reply<null>>
	/** Errors: LOCKED, TAMPERED, NOT_FOUND, LAST_ADMINISTRATOR (nobody else could open the slots of others). */
	setOpener(o: Grant & { keys: Keys; userId: string }): Promise<Reply<null>>
	/** Destroys the person's wrapped key. Errors: as setOpener. */
	disableSlot(o: { keys: Keys; userId: string }): Promise<Reply<null>>
	slotStates(): ReadonlyMap<string, 'active' | 'new' | 'disabled'>
	setLabel(label: Label): Reply<null>
}

/** Files that exist only after slots did: without slots beside them the folder is damaged, not new. */
const laterFiles = ['attempts.json', 'seal.json', 'claims.db']

/**
 * The only code that sees a password or the master key. Keeps no key between calls. Verbs run one after another; the
 * caller holds the folder lock, so nobody else writes these files meanwhile.
 * @param kdf cost for new slots, within the bounds of kdf.ts
 * @param disk for tests that stop between two steps of a write
 */
export function openVault(options: { dir: string; clock: Clock; kdf?: KdfParams; disk?: Disk }): Vault {
	const { dir, clock, kdf = defaultKdf, disk = realDisk } = options
	if (!isWithinBounds(kdf)) throw new RangeError('key derivation cost out of bounds')
	let document: SlotDocument | null = null
	let trouble: ErrorCode | null = null
	let attempts: Attempts | null = null

	const loaded = loadSlots(dir)
	if (loaded.kind === 'trouble') trouble = loaded.code
	else if (loaded.kind === 'none')
		trouble = laterFiles.some((name) => existsSync(join(dir, name))) ? 'MISSING_FILE' : null
	else {
		document = loaded.document
		attempts = openAttemptsFor(document)
		if (loaded.stale !== null) {
			try {
				writeCopy(disk, dir, loaded.stale, document)
			} catch {
				// the good copy is enough to work with; the next write or start tries again
			}
		}
	}

	function openAttemptsFor(current: SlotDocument): Attempts {
		const salt = Buffer.from(current.body.nameSalt, 'base64')
		const key = createHmac('sha256', salt).update(`attempts/v1\0${current.body.deviceId}`).digest()
		const slotNamed = (name: string) => passwordSlots(document ?? current).find((slot) => slot.name === name)
		return openAttempts({
			dir,
			disk,
			clock,
			key,
			floor: current.marks.attempts,
			known: (name) => slotNamed(name) !== undefined,
			remembered: (name) => (document ?? current).marks.failures[slotNamed(name)?.slotId ?? ''] ?? 0,
		})
	}

	/**
	 * Writes copy b, then a. Durable once b is: from then on it is the newest good copy, so a failure at a is left to
	 * the next start to repair. If b fails, the old document still stands on disk and in memory.
	 */
	function write(next: Omit<SlotDocument, 'generation'>): Reply<null> {
		const numbered = { ...next, generation: (document?.generation ?? 0) + 1 }
		try {
			makeFolder(dir)
			writeCopy(disk, dir, 'b', numbered)
		} catch (error) {
			const code = diskFault(error)
			const now = loadSlots(dir) // b may be there all the same, when only the folder's fsync failed
			if (now.kind === 'found' && now.document.generation >= numbered.generation) document = now.document
			return fail(code)
		}
		document = numbered
		try {
			writeCopy(disk, dir, 'a', numbered)
		} catch (error) {
			diskFault(error)
		}
		return ok(null)
	}

	function writeMarks(change: (marks: SlotDocument['marks']) => Partial<SlotDocument['marks']>): Reply<null> {
		if (document === null) return fail('MISSING_FILE')
		return write({ ...document, marks: { ...document.marks, ...change(document.marks) } })
	}

	/** Replaces or adds one slot under a fresh MAC; other slots, of unknown kinds too, stay as they are. */
	function writeSlot(slot: PasswordSlot, stateKey: Buffer, marks?: SlotDocument['marks']): Reply<null> {
		if (document === null) return fail('MISSING_FILE')
		const others = document.body.slots
		const at = others.findIndex((other) => other.kind === 'password' && other.slotId === slot.slotId)
		const slots = at < 0 ? [...others, slot] : others.with(at, slot)
		const body = { ...document.body, slots }
		return write({ ...document, marks: marks ?? document.marks, body, mac: makeMac(body, stateKey) })
	}

	async function tryHere({ userName, password }: Omit<Person, 'userId'>): Promise<Reply<Opened>> {
		if (document === null || attempts === null) return fail(trouble ?? 'MISSING_FILE')
		return tryPassword({ current: document, attempts, kdf, writeMarks }, userName, password)
	}

	/** Wraps the master key for a holder and writes the slot. */
	async function giveSlot(
		holder: Holder,
		password: string,
		master: Buffer,
		marks?: (current: SlotDocument['marks']) => SlotDocument['marks'],
	): Promise<Reply<null>> {
		if (document === null) return fail('MISSING_FILE')
		const slot = await sealSlot(holder, password, master, kdf, document.body)
		if (!slot.ok) return slot
		const stateKey = deriveSubkey(master, 'state/v1')
		const written = writeSlot(slot.value, stateKey, marks?.(document.marks))
		stateKey.fill(0)
		return written
	}

	/** What a verb for other people's slots starts with: live keys, of this store, over slots nobody has edited. */
	function admit(keys: Keys): Reply<{ master: Buffer; current: SlotDocument }> {
		if (document === null) return fail(trouble ?? 'MISSING_FILE')
		const master = masterBehind(keys)
		if (master === null) return fail('LOCKED')
		// a copy: the session may be locked, and its keys wiped, while a key is derived
		return hasGoodMac(document, keys.state) ? ok({ master: Buffer.from(master), current: document }) : fail('TAMPERED')
	}

	/** As admit, for a verb that changes a slot without wrapping a key. */
	function findSlot(o: { keys: Keys; userId: string }): Reply<{ slot: PasswordSlot; current: SlotDocument }> {
		const admitted = admit(o.keys)
		if (!admitted.ok) return admitted
		const { master, current } = admitted.value
		master.fill(0)
		const slot = passwordSlots(current).find((one) => one.userId === o.userId)
		return slot === undefined ? fail('NOT_FOUND') : ok({ slot, current })
	}

	const labelWords = (label: Label) => [label.siteName, label.city.en, label.city.zh, label.city.code]
	function judge(password: string, words: readonly string[]): Verdict {
		return judgePassword(password, [...words, ...(document === null ? [] : labelWords(document.label))])
	}
	function refuseWeak(password: string, words: readonly string[]): Reply<null> {
		const { reason } = judge(password, words)
		return reason === null ? ok(null) : fail('WEAK_PASSWORD', { params: { reason } })
	}

	let queue: Promise<unknown> = Promise.resolve()
	function inTurn<T>(work: () => Promise<T>): Promise<T> {
		const turn = queue.then(work)
		queue = turn.catch(() => undefined)
		return turn
	}

	return {
		state() {
			if (trouble !== null) return { kind: 'trouble', code: trouble }
			if (document === null) return { kind: 'empty' }
			return { kind: 'ready', deviceId: document.body.deviceId, label: document.label }
		},
		judge,
		create: (o) =>
			inTurn(async () => {
				if (trouble !== null) return fail(trouble)
				if (document !== null) return fail('EXISTS')
				const strong = refuseWeak(o.password, [o.userName, ...labelWords(o.label)])
				if (!strong.ok) return strong
				const deviceId = randomUUID()
				const nameSalt = randomBytes(32)
				const master = randomBytes(32)
				const keys = makeKeys(master)
				const holder = {
					slotId: randomUUID(),
					userId: o.userId,
					name: hashName(o.userName, nameSalt),
					temporary: false,
					opens: true,
				}
				const slot = await sealSlot(holder, o.password, master, kdf, { deviceId, epoch: 1 })
				master.fill(0)
				if (!slot.ok) {
					keys.wipe()
					return slot
				}
				const body = { deviceId, epoch: 1, nameSalt: nameSalt.toString('base64'), slots: [slot.value] }
				const marks = { attempts: 0, failures: {}, disabled: [] }
				const written = write({ fmt: 1, label: o.label, marks, body, mac: makeMac(body, keys.state) })
				if (document === null) {
					keys.wipe()
					return written.ok ? fail('IO') : written
				}
				attempts = openAttemptsFor(document)
				return ok({ deviceId, keys })
			}),
		unlock: (o) =>
			inTurn(async () => {
				const tried = await tryHere(o)
				if (!tried.ok) return tried
				const { holder, master, findings } = tried.value
				try {
					// a cost below today's is raised now, while the password is at hand; failing, it is raised another time
					if (isCheaper(tried.value.kdf, kdf)) await giveSlot(holder, o.password, master)
					return ok({ userId: holder.userId, mustChange: holder.temporary, keys: makeKeys(master), findings })
				} finally {
					master.fill(0)
				}
			}),
		changePassword: (o) =>
			inTurn(async () => {
				const strong = refuseWeak(o.next, [o.userName, o.displayName ?? ''])
				if (!strong.ok) return strong
				if (o.next.normalize('NFKC') === o.current.normalize('NFKC'))
					return fail('WEAK_PASSWORD', { params: { reason: 'unchanged' } })
				const tried = await tryHere({ userName: o.userName, password: o.current })
				if (!tried.ok) return tried
				const { holder, master } = tried.value
				try {
					if (holder.userId !== o.userId) return fail('NOT_FOUND')
					return await giveSlot({ ...holder, temporary: false }, o.next, master)
				} finally {
					master.fill(0)
				}
			}),
		addSlot: (o) =>
			inTurn(async () => {
				const admitted = admit(o.keys)
				if (!admitted.ok) return admitted
				const { master, current } = admitted.value
				try {
					const name = hashName(o.userName, Buffer.from(current.body.nameSalt, 'base64'))
					if (passwordSlots(current).some((slot) => slot.name === name || slot.userId === o.userId))
						return fail('USER_EXISTS')
					const strong = refuseWeak(o.password, [o.userName])
					if (!strong.ok) return strong
					const holder = { slotId: randomUUID(), userId: o.userId, name, temporary: true, opens: o.opens }
					const given = await giveSlot(holder, o.password, master)
					if (given.ok) attempts?.clear(name, false) // tries at the name before anybody had it
					return given
				} finally {
					master.fill(0)
				}
			}),
		resetSlot: (o) =>
			inTurn(async () => {
				const admitted = admit(o.keys)
				if (!admitted.ok) return admitted
				const { master, current } = admitted.value
				try {
					const slot = passwordSlots(current).find((one) => one.userId === o.userId)
					if (slot === undefined) return fail('NOT_FOUND')
					const name = hashName(o.userName, Buffer.from(current.body.nameSalt, 'base64'))
					if (passwordSlots(current).some((other) => other !== slot && other.name === name)) return fail('USER_EXISTS')
					const strong = refuseWeak(o.password, [o.userName])
					if (!strong.ok) return strong
					if (!o.opens && isLastOpener(current, slot)) return fail('LAST_ADMINISTRATOR')
					const { slotId, userId } = slot
					const holder = { slotId, userId, name, temporary: true, opens: o.opens }
					const given = await giveSlot(holder, o.password, master, (marks) => cleared(marks, slotId))
					if (given.ok) attempts?.clear(name, false)
					return given
				} finally {
					master.fill(0)
				}
			}),
		setOpener: (o) =>
			inTurn(async () => {
				const found = findSlot(o)
				if (!found.ok) return found
				const { slot, current } = found.value
				if (slot.opens === o.opens) return ok(null)
				if (!o.opens && isLastOpener(current, slot)) return fail('LAST_ADMINISTRATOR')
				return writeSlot({ ...slot, opens: o.opens }, o.keys.state)
			}),
		disableSlot: (o) =>
			inTurn(async () => {
				const found = findSlot(o)
				if (!found.ok) return found
				const { slot, current } = found.value
				if (!hasOtherOpener(current, slot)) return fail('LAST_ADMINISTRATOR')
				return writeSlot({ ...slot, sealed: null }, o.keys.state)
			}),
		slotStates() {
			const current = document
			if (current === null) return new Map()
			const stateOf = (slot: PasswordSlot) =>
				!isUsable(current, slot) ? 'disabled' : slot.temporary ? 'new' : 'active'
			return new Map(passwordSlots(current).map((slot) => [slot.userId, stateOf(slot)] as const))
		},
		setLabel: (label) => (document === null ? fail(trouble ?? 'MISSING_FILE') : write({ ...document, label })),
	}
}
