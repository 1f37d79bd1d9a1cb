import { createCipheriv, createDecipheriv, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { ok, type Reply } from '../../shared/desk-api/errors.ts'
import { canonical } from './canonical.ts'
import { deriveKey, type KdfParams, saltBytes } from './kdf.ts'

/**
 * A key slot holds the store's master key, wrapped for one holder. `kind` says how:
 * - 'password': Argon2id of a person's password gives the wrapping key. What this version reads and writes.
 * - 'recovery' (reserved): sealed to the public recovery key of HQ (X25519, HKDF, AES-256-GCM).
 * A slot of a kind this version does not know is kept as it is whenever the file is written again.
 *
 * `deviceSecret` (reserved) will say that Argon2id also takes a secret from the OS key store; this version writes
 * false and refuses true, for without the secret no password would ever fit. One-time codes (TOTP) have no place in
 * a slot: they gate the session after the slot has opened.
 */
const base64 = (bytes: number) =>
	z.base64().refine((text) => Buffer.from(text, 'base64').byteLength === bytes, `not ${bytes} bytes`)
const sealedKeyBytes = 32 + 16 // master key and GCM tag

export const passwordSlotSchema = z.strictObject({
	kind: z.literal('password'),
	slotId: z.uuid(),
	userId: z.uuid(),
	/** hashName of the user name. */
	name: base64(32),
	kdf: z.strictObject({ m: z.number(), t: z.number(), p: z.number() }),
	deviceSecret: z.literal(false),
	salt: base64(saltBytes),
	nonce: base64(12),
	/** null: an administrator disabled the person; no password opens it until a new one is wrapped. */
	sealed: base64(sealedKeyBytes).nullable(),
	/** The password was chosen by someone else and must be changed at the next sign-in. */
	temporary: z.boolean(),
	/**
	 * The holder may open other people's slots again. Not bound by the GCM tag, only by the document's MAC: a role
	 * changes while no password of its holder is at hand. Missing in slots written before it was noted, and never filled
	 * in while reading, for the MAC is over the slot as it was written; isOpener says what it means then.
	 */
	opens: z.boolean().optional(),
})
export type PasswordSlot = z.infer<typeof passwordSlotSchema>
export type Holder = Pick<PasswordSlot, 'slotId' | 'userId' | 'name' | 'temporary'> & { opens: boolean }

/** What a slot is bound to besides its password: pasted into another store, person or epoch, it does not open. */
export type Binding = { deviceId: string; epoch: number }
const slotFormat = 1

function bindingBytes(slot: Pick<PasswordSlot, 'userId' | 'slotId' | 'kdf' | 'salt'>, { deviceId, epoch }: Binding) {
	const { userId, slotId, kdf, salt } = slot
	return Buffer.from(canonical({ fmt: slotFormat, deviceId, userId, slotId, epoch, kdf, salt }))
}

/** Wraps the master key for a password, under a fresh salt and nonce. Errors: KEY_MEMORY. */
export async function sealSlot(
	holder: Holder,
	password: string,
	master: Buffer,
	kdf: KdfParams,
	binding: Binding,
): Promise<Reply<PasswordSlot>> {
	const salt = randomBytes(saltBytes)
	const derived = await deriveKey(password, salt, kdf)
	if (!derived.ok) return derived
	const nonce = randomBytes(12)
	const bare = {
		...holder,
		kind: 'password' as const,
		kdf: { m: kdf.m, t: kdf.t, p: kdf.p },
		deviceSecret: false as const,
	}
	const salted = { ...bare, salt: salt.toString('base64'), nonce: nonce.toString('base64') }
	const cipher = createCipheriv('aes-256-gcm', derived.value, nonce, { authTagLength: 16 })
	derived.value.fill(0)
	cipher.setAAD(bindingBytes(salted, binding))
	const sealed = Buffer.concat([cipher.update(master), cipher.final(), cipher.getAuthTag()])
	return ok({ ...salted, sealed: sealed.toString('base64') })
}

/**
 * The master key, or null when the GCM tag says that the password (or the binding) is not the one that sealed it.
 * The tag is the only judge of a password: the database answers a wrong key and a damaged page alike.
 */
export function unsealSlot(slot: PasswordSlot, kek: Buffer, binding: Binding): Buffer | null {
	if (slot.sealed === null) return null
	const sealed = Buffer.from(slot.sealed, 'base64')
	const decipher = createDecipheriv('aes-256-gcm', kek, Buffer.from(slot.nonce, 'base64'), { authTagLength: 16 })
	decipher.setAAD(bindingBytes(slot, binding))
	decipher.setAuthTag(sealed.subarray(32))
	const master = decipher.update(sealed.subarray(0, 32))
	try {
		decipher.final()
		return master
	} catch {
		master.fill(0)
		return null
	}
}
