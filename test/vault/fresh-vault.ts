import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished, vi } from 'vitest'
import type { Reply } from '../../shared/desk-api/errors.ts'
import type { Disk } from '../../src-main/vault/disk.ts'
import { type Keys, type Label, openVault, type Vault } from '../../src-main/vault/vault.ts'

/** Keys are slow on purpose: forty of them on a busy machine take minutes. */
vi.setConfig({ testTimeout: 300_000 })

/** The lowest cost the vault accepts: the tests derive many keys. */
export const cheap = { m: 65_536, t: 2, p: 1 }

const shanghai = { code: 'SH', en: 'Shanghai', zh: '上海', timeZone: 'Asia/Shanghai' }
export const label: Label = { siteName: 'Pudong claims', city: shanghai, cities: [shanghai], language: 'zh-CN' }

export const anna = {
	userId: '0190a000-0000-7000-8000-00000000000a',
	userName: 'anna.li',
	password: 'seven quiet herons wade',
}
/** As addSlot takes him: no administrator. */
export const bob = {
	userId: '0190a000-0000-7000-8000-00000000000b',
	userName: 'bob.chen',
	password: 'temporary walnut drawer',
	opens: false,
}
export const wrong = 'not the password at all'

export function makeDir(): string {
	const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-vault-'))
	onTestFinished(() => rmSync(dir, { recursive: true, force: true }))
	return dir
}

export type HandClock = { now(): number; monotonic(): number; pass(ms: number): void; setWall(ms: number): void }
export function makeClock(): HandClock {
	let wall = Date.UTC(2026, 4, 4, 9)
	let steady = 1_000
	return {
		now: () => wall,
		monotonic: () => steady,
		pass(ms) {
			wall += ms
			steady += ms
		},
		setWall(ms) {
			wall = ms
		},
	}
}

export function must<T>(reply: Reply<T>): T {
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`)
	return reply.value
}

export type Fresh = { dir: string; clock: HandClock; vault: Vault; keys: Keys; reopen(disk?: Disk): Vault }

/** A folder with anna's slot, and bob's when asked. `reopen` is what a restart sees. */
export async function makeVault(people: 'anna' | 'anna and bob' = 'anna', disk?: Disk): Promise<Fresh> {
	const dir = makeDir()
	const clock = makeClock()
	const reopen = (other?: Disk) => openVault({ dir, clock, kdf: cheap, ...(other ? { disk: other } : {}) })
	const vault = reopen(disk)
	const { keys } = must(await vault.create({ ...anna, label }))
	if (people === 'anna and bob') must(await vault.addSlot({ keys, ...bob }))
	return { dir, clock, vault, keys, reopen }
}

/** What the vault answered, short: 'ok' or the code. */
export const codeOf = (reply: Reply<unknown>) => (reply.ok ? 'ok' : reply.error.code)
