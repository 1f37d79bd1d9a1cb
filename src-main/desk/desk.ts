import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import type { DeskError } from '../../shared/desk-api/errors.ts'
import type { Desk, DeskEvent } from '../../shared/desk-api/verbs.ts'
import { storeFault } from '../store/faults.ts'
import { type Clock, systemClock } from '../vault/clock.ts'
import type { KdfParams } from '../vault/kdf.ts'
import { openVault } from '../vault/vault.ts'
import { claimReaders } from './claims-read.ts'
import { claimWriters } from './claims-write.ts'
import { admitTo, type Context, type Core } from './core.ts'
import { draftVerbs } from './drafts.ts'
import { takeFolder } from './folder.ts'
import { keepHouse } from './housekeeping.ts'
import { peopleVerbs } from './people.ts'
import { register } from './registrar.ts'
import { endSession, sessionVerbs } from './session.ts'
import { claimSteps } from './steps.ts'

export type DeskOptions = {
	/** The data folder; made when it is not there. */
	dir: string
	clock?: Clock
	version?: string
	/** Key derivation for new slots; the vault's own by default. */
	kdf?: KdfParams
}

/** Unexpected: a fault of the disk gets its own words, everything else a reference without content. */
function faultOf(error: unknown): DeskError {
	const code = storeFault(error)
	return code ? { code } : { code: 'INTERNAL', params: { ref: randomBytes(4).toString('hex') } }
}

/** What createDesk makes, with its inner state: for the loaders of samples and benchmarks, which run in this process. */
export async function createDeskWithCore(options: DeskOptions): Promise<{ desk: Desk; core: Core }> {
	const { dir, clock = systemClock, version = '0', kdf } = options
	const listeners = new Set<(event: DeskEvent) => void>()
	const openIn = (folder: string) => openVault(kdf ? { dir: folder, clock, kdf } : { dir: folder, clock })
	const core: Core = {
		dir,
		version,
		clock,
		boot: randomBytes(8).toString('hex'),
		// Until the folder is ours it is not looked into: opening a vault may repair its files.
		vault: openIn(join(dir, '.not-ours')),
		openVault: openIn,
		folder: null,
		trouble: null,
		session: null,
		writes: 0,
		emit: (event) => {
			for (const listener of listeners) listener(event)
		},
	}
	takeFolder(core)
	const registered = register<Context>(
		{
			...sessionVerbs(core),
			...peopleVerbs(core),
			...claimReaders(core),
			...claimWriters(core),
			...claimSteps(core),
			...draftVerbs(core),
		},
		{
			admit: (needs) => (closed ? { ok: false, error: { code: 'CLOSED' } } : admitTo(core.session, needs)),
			fault: faultOf,
		},
	)
	const stopHousekeeping = keepHouse(core)
	let closed = false
	const atWork = new Set<Promise<unknown>>()
	const desk: Desk = {
		call: ((name: string, input: unknown) => {
			const work = registered.call(name, input).finally(() => atWork.delete(work))
			atWork.add(work)
			return work
		}) as Desk['call'],
		listen(listener) {
			listeners.add(listener)
			return () => listeners.delete(listener)
		},
		async close() {
			if (closed) return
			closed = true
			stopHousekeeping()
			// A sign-in or set-up under way would open the store again after the folder was let go.
			await Promise.allSettled(atWork)
			endSession(core, 'session.closed')
			core.folder?.release()
			core.emit({ kind: 'closed' })
		},
	}
	return { desk, core }
}

/** The whole desk in this process: vault, store and use cases behind one call(). */
export async function createDesk(options: DeskOptions): Promise<Desk> {
	return (await createDeskWithCore(options)).desk
}
