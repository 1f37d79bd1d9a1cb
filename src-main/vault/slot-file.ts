import { createHash, createHmac, timingSafeEqual } from 'node:crypto'
import { join } from 'node:path'
import { z } from 'zod'
import type { City } from '../../shared/claims/cities.ts'
import type { ErrorCode } from '../../shared/desk-api/errors.ts'
import { citySchema, type Language, languages } from '../../shared/desk-api/session.ts'
import { canonical } from './canonical.ts'
import { type Disk, readWhole, replaceDurably } from './disk.ts'
import { type PasswordSlot, passwordSlotSchema } from './slots.ts'

/** Plain and not personal: what the sign-in screen shows before anybody has signed in. */
export type Label = { siteName: string; city: City; cities: City[]; language: Language | null }

const format = 1
const copyNames = { a: 'keyslots.a', b: 'keyslots.b' } as const
type Copy = keyof typeof copyNames

const unknownSlot = z.looseObject({ kind: z.string().refine((kind) => kind !== 'password') })

/**
 * The file, twice beside the database. `checksum` (SHA-256 of the rest) tells a whole copy from a damaged one.
 * `mac` (HMAC under the state key) covers `body` and is checked after each unwrap. `label` and `marks` are outside
 * it, because they change while nobody is signed in; whoever can rewrite them can also copy the folder and guess
 * elsewhere, where no lockout holds.
 */
const documentSchema = z.strictObject({
	fmt: z.literal(format),
	/** One higher at each write; of two good copies the higher is the current one. */
	generation: z.int().min(1),
	label: z.strictObject({
		siteName: z.string(),
		city: citySchema,
		cities: z.array(citySchema),
		language: z.enum(languages).nullable(),
	}),
	marks: z.strictObject({
		/** Serial of the newest attempt record known to exist; 0: none was ever written. An older or missing one is tampering. */
		attempts: z.int().min(0),
		/** Wrong passwords per slotId since its last success, a second memory of what attempts.json says. */
		failures: z.record(z.string(), z.int().min(1)),
		/** slotIds closed by wrong passwords. Deleting attempts.json does not open them. */
		disabled: z.array(z.string()),
	}),
	body: z.strictObject({
		deviceId: z.uuid(),
		/** Counts the master keys this store has had. */
		epoch: z.int().min(1),
		nameSalt: z.base64(),
		slots: z.array(z.union([passwordSlotSchema, unknownSlot])),
	}),
	mac: z.string().regex(/^[0-9a-f]{64}$/),
})
export type SlotDocument = z.infer<typeof documentSchema>

export function makeMac(body: SlotDocument['body'], stateKey: Buffer): string {
	return createHmac('sha256', stateKey).update('keyslots/v1\0').update(canonical(body)).digest('hex')
}

export function hasGoodMac(document: SlotDocument, stateKey: Buffer): boolean {
	return timingSafeEqual(Buffer.from(makeMac(document.body, stateKey), 'hex'), Buffer.from(document.mac, 'hex'))
}

export function passwordSlots(document: SlotDocument): PasswordSlot[] {
	return document.body.slots.filter((slot): slot is PasswordSlot => slot.kind === 'password')
}

const checksumOf = (content: object) => createHash('sha256').update(canonical(content)).digest('hex')

const encode = (document: SlotDocument) =>
	Buffer.from(`${canonical({ ...document, checksum: checksumOf(document) })}\n`)

type Found = SlotDocument | 'missing' | 'unreadable' | 'damaged' | 'newer'

function readCopy(dir: string, copy: Copy): Found {
	const file = readWhole(join(dir, copyNames[copy]))
	if (file === 'foreign') return 'damaged'
	if (typeof file === 'string') return file
	let parsed: unknown
	try {
		parsed = JSON.parse(file.text)
	} catch {
		return 'damaged'
	}
	if (typeof parsed !== 'object' || parsed === null || !('checksum' in parsed)) return 'damaged'
	const { checksum, ...content } = parsed
	if (checksum !== checksumOf(content)) return 'damaged'
	if ('fmt' in content && typeof content.fmt === 'number' && content.fmt > format) return 'newer'
	const document = documentSchema.safeParse(content)
	return document.success ? document.data : 'damaged'
}

export type Loaded =
	| { kind: 'none' }
	| { kind: 'found'; document: SlotDocument; stale: Copy | null }
	| { kind: 'trouble'; code: ErrorCode }

/** The newest good copy; `stale` names the one to repair. Errors: TAMPERED, NEWER_VERSION, IO. Writes nothing. */
export function loadSlots(dir: string): Loaded {
	const a = readCopy(dir, 'a')
	const b = readCopy(dir, 'b')
	if (a === 'newer' || b === 'newer') return { kind: 'trouble', code: 'NEWER_VERSION' }
	if (typeof a === 'object' && typeof b === 'object') {
		if (a.generation > b.generation) return { kind: 'found', document: a, stale: 'b' }
		const same = a.generation === b.generation && canonical(a) === canonical(b)
		return { kind: 'found', document: b, stale: same ? null : 'a' } // b is written first
	}
	if (typeof a === 'object') return { kind: 'found', document: a, stale: 'b' }
	if (typeof b === 'object') return { kind: 'found', document: b, stale: 'a' }
	if (a === 'missing' && b === 'missing') return { kind: 'none' }
	return { kind: 'trouble', code: a === 'unreadable' || b === 'unreadable' ? 'IO' : 'TAMPERED' }
}

export function writeCopy(disk: Disk, dir: string, copy: Copy, document: SlotDocument): void {
	replaceDurably(disk, dir, copyNames[copy], encode(document))
}
