import { existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Vault } from '../vault/vault.ts'
import type { Core } from './core.ts'

/**
 * Set-up makes key slots and store in a folder of its own and moves both into place at the end, so that a crash in
 * the middle leaves either nothing or a whole site. `ready` in that folder says that it is whole.
 */
const folder = '.new'
const marker = 'ready'
/** Slots last: without them the rest is no site. */
const lastMoved = /^keyslots/

function moveIntoPlace(dir: string): void {
	const from = join(dir, folder)
	const names = readdirSync(from).filter((name) => name !== marker && name !== 'desk.lock')
	names.sort((a, b) => Number(lastMoved.test(a)) - Number(lastMoved.test(b)))
	for (const name of names) renameSync(join(from, name), join(dir, name))
	rmSync(from, { recursive: true, force: true })
}

/** Finishes or clears away a set-up that a crash interrupted. Called before the vault is opened. */
export function finishSetUp(dir: string): void {
	const from = join(dir, folder)
	if (!existsSync(from)) return
	if (existsSync(join(from, marker))) moveIntoPlace(dir)
	else rmSync(from, { recursive: true, force: true })
}

/** Runs `make` on a fresh folder and vault; when it succeeds, the desk's own folder and vault become that site. */
export async function setUpFolder(
	core: Core,
	make: (dir: string, vault: Vault) => Promise<Reply<null>>,
): Promise<Reply<null>> {
	const from = join(core.dir, folder)
	rmSync(from, { recursive: true, force: true })
	mkdirSync(from, { mode: 0o700 })
	const made = await make(from, core.openVault(from))
	if (!made.ok) {
		rmSync(from, { recursive: true, force: true })
		return made
	}
	writeFileSync(join(from, marker), '', { flush: true })
	moveIntoPlace(core.dir)
	core.vault = core.openVault(core.dir)
	return ok(null)
}
