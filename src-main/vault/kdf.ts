import argon2 from 'argon2'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'

/** Argon2id cost: m in KiB, t passes, p lanes. */
export type KdfParams = { m: number; t: number; p: number }

/** 128 MiB, 3 passes, 1 lane: far above the OWASP floor (19 MiB, t 2, p 1); about 0.4 s on two small cores. */
export const defaultKdf: KdfParams = { m: 131_072, t: 3, p: 1 }

export const saltBytes = 16
const keyBytes = 32

/**
 * Parameters a slot may carry. Below: someone made guessing cheap. Above: someone made signing in impossible
 * (m = 4 GiB exhausts the machine). Both count as tampering.
 */
export function isWithinBounds({ m, t, p }: KdfParams): boolean {
	const between = (value: number, low: number, high: number) => Number.isInteger(value) && value >= low && value <= high
	return between(m, 65_536, 524_288) && between(t, 2, 10) && between(p, 1, 4)
}

/** True when `used` is cheaper to guess than `policy`: such a slot is wrapped again at the next sign-in. */
export function isCheaper(used: KdfParams, policy: KdfParams): boolean {
	return used.m < policy.m || (used.m === policy.m && used.t < policy.t)
}

/**
 * The key-encryption key of a password: Argon2id over its NFKC form, so that a name typed on a Mac (NFD) and on
 * Windows (NFC) give one key. Blanks at either end count. The caller wipes the key.
 * Errors: KEY_MEMORY when the machine cannot spare `m`; this says nothing about the password.
 */
export async function deriveKey(password: string, salt: Buffer, params: KdfParams): Promise<Reply<Buffer>> {
	const bytes = Buffer.from(password.normalize('NFKC'), 'utf8')
	try {
		const key = await argon2.hash(bytes, {
			raw: true,
			type: argon2.argon2id,
			version: 0x13,
			hashLength: keyBytes,
			memoryCost: params.m,
			timeCost: params.t,
			parallelism: params.p,
			salt,
		})
		return ok(key)
	} catch (error) {
		if (error instanceof Error && error.message.includes('Memory allocation error')) return fail('KEY_MEMORY')
		throw error
	} finally {
		bytes.fill(0)
	}
}
