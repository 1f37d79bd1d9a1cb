import { randomInt } from 'node:crypto'
import { v7 as uuidv7 } from 'uuid'
import { blockAlphabet } from '../../shared/claims/numbers.ts'
import { type DeskError, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { AppState } from '../../shared/desk-api/session.ts'
import type { Parsed } from '../../shared/desk-api/verbs.ts'
import { readAccount, readPrefs, writeAccount, writePref } from '../store/accounts.ts'
import { readOnly, sql, transact, type WriteDb } from '../store/connection.ts'
import { adoptBlock } from '../store/numbers.ts'
import { openStore } from '../store/open.ts'
import { writeSeal } from '../store/seal.ts'
import type { Label, Unlocked } from '../vault/vault.ts'
import { audit, type Context, type Core, type Session, sessionOf, write } from './core.ts'
import { takeFolder } from './folder.ts'
import type { Handlers } from './registrar.ts'
import { lostCommits, readState, sealStore } from './seal.ts'
import { setUpFolder } from './setup-folder.ts'

/** Idle minutes until the desk locks itself. */
export const idleMinutes = 10

export function appState(core: Core): AppState {
	const vault = core.vault.state()
	const { session } = core
	const label = vault.kind === 'ready' ? vault.label : null
	const trouble = core.trouble?.code ?? (vault.kind === 'trouble' ? vault.code : null)
	const phase = trouble !== null ? 'trouble' : vault.kind === 'empty' ? 'set-up' : session ? 'open' : 'sign-in'
	const account = session?.account
	return {
		phase,
		trouble,
		site: label ? { name: label.siteName, city: label.city } : null,
		cities: label?.cities ?? [],
		me: account
			? {
					id: account.id,
					userName: account.userName,
					displayName: account.displayName,
					roles: account.roles,
					cities: account.cities,
				}
			: null,
		mustChangePassword: session?.mustChange ?? false,
		language: label?.language ?? null,
		idleMinutes,
		version: core.version,
		now: core.clock.now(),
	}
}

function randomBlock(): string {
	return Array.from({ length: 3 }, () => blockAlphabet[randomInt(blockAlphabet.length)]).join('')
}

/** The rows every new store begins with. */
function foundStore(db: WriteDb): void {
	const replica = uuidv7()
	sql(db, 'INSERT INTO replica (ord, id) VALUES (1, ?)').run(replica)
	sql(
		db,
		`INSERT INTO store_state (one, replica, replicaOrd, headRseq, headHash, acked, lastHlc, auditSeq, auditHash, commits,
			block, serials)
		VALUES (1, ?, 1, 0, ?, 0, NULL, 0, ?, 0, ?, '{}')`,
	).run(replica, Buffer.alloc(32), Buffer.alloc(32), randomBlock())
}

/** Ends the session: the store is sealed, checkpointed and closed, and the keys are wiped. Safe to call twice. */
export function endSession(core: Core, event: string): void {
	const { session } = core
	if (session === null) return
	core.session = null
	try {
		transact(session.db, (db) => audit(core, session, db, event, session.account.id))
		sealStore(core, session)
	} catch {
		// A full or failing disk must not keep the desk unlocked; what was committed is safe.
	} finally {
		session.store.close()
		session.keys.wipe()
		core.emit({ kind: 'session' })
	}
}

function beginSession(core: Core, opened: Unlocked & { deviceId: string; acceptLoss: boolean }): Reply<null> {
	const store = openStore({ dir: core.dir, key: opened.keys.db, deviceId: opened.deviceId, fresh: false })
	if (!store.ok) {
		opened.keys.wipe()
		return store
	}
	const db = readOnly(store.value.db)
	const refuse = (error: DeskError): Reply<null> => {
		store.value.close()
		opened.keys.wipe()
		return { ok: false, error }
	}
	const lost = lostCommits(core.dir, db, opened.keys)
	if (lost !== null && !opened.acceptLoss) return refuse({ code: 'ROLLED_BACK', params: { lost } })
	const account = readAccount(db, opened.userId)
	if (account === null) return refuse({ code: 'TAMPERED' })
	const now = core.clock.monotonic()
	const session: Session = {
		account,
		actor: { id: account.id, roles: account.roles, cities: account.cities },
		mustChange: opened.mustChange,
		store: store.value,
		db,
		keys: opened.keys,
		touched: now,
		since: now,
	}
	try {
		write(core, session, [], (tx) => {
			if (lost !== null) {
				audit(core, session, tx, 'store.rolled-back', '', { lost })
				// Numbers of the lost claims were told to callers; a new block keeps them from being given out again.
				adoptBlock(tx, randomBlock(), new Map())
			}
			audit(core, session, tx, 'session.sign-in', account.id, { ...opened.findings })
		})
	} catch (error) {
		store.value.close()
		opened.keys.wipe()
		throw error
	}
	core.session = session
	core.emit({ kind: 'session' })
	return ok(null)
}

async function createSite(core: Core, input: Parsed<'setup.create'>): Promise<Reply<AppState>> {
	const { siteName, city, displayName, userName, password, language } = input
	if (core.trouble) return { ok: false, error: core.trouble }
	const state = core.vault.state()
	if (state.kind !== 'empty') return fail(state.kind === 'trouble' ? state.code : 'EXISTS')
	const label: Label = { siteName, city, cities: [city], language }
	const judged = core.vault.judge(password, [userName, displayName, siteName, city.en, city.zh])
	if (!judged.ok) return fail('WEAK_PASSWORD', { params: { reason: judged.reason ?? '' } })
	const userId = uuidv7()
	const made = await setUpFolder(core, async (dir, vault) => {
		const created = await vault.create({ userId, userName, password, label })
		if (!created.ok) return created
		const { keys, deviceId } = created.value
		const store = openStore({ dir, key: keys.db, deviceId, fresh: true })
		if (!store.ok) {
			keys.wipe()
			return store
		}
		try {
			transact(readOnly(store.value.db), (db) => {
				foundStore(db)
				writeAccount(db, {
					id: userId,
					userName,
					displayName,
					roles: ['administrator', 'adjuster'],
					cities: '*',
					createdAt: new Date(core.clock.now()).toISOString(),
				})
			})
			const sealed = writeSeal(dir, keys.state, readState(readOnly(store.value.db)))
			if (!sealed.ok) return sealed
		} finally {
			store.value.close()
			keys.wipe()
		}
		return ok(null)
	})
	if (!made.ok) return made
	const signed = await signIn(core, { userName, password, acceptLoss: false })
	return signed.ok ? ok(appState(core)) : signed
}

async function signIn(core: Core, input: Parsed<'session.signIn'>): Promise<Reply<AppState>> {
	const state = core.vault.state()
	if (core.trouble) return { ok: false, error: core.trouble }
	if (state.kind !== 'ready') return fail(state.kind === 'trouble' ? state.code : 'NOT_FOUND')
	const unlocked = await core.vault.unlock({ userName: input.userName, password: input.password })
	if (!unlocked.ok) return unlocked
	// Another person may have been signed in, or another window was quicker.
	endSession(core, 'session.replaced')
	const begun = beginSession(core, { ...unlocked.value, deviceId: state.deviceId, acceptLoss: input.acceptLoss })
	return begun.ok ? ok(appState(core)) : begun
}

type Names =
	| 'app.state'
	| 'app.language'
	| 'vault.judge'
	| 'setup.create'
	| 'session.signIn'
	| 'session.lock'
	| 'session.touch'
	| 'session.changePassword'
	| 'prefs.get'
	| 'prefs.put'

export function sessionVerbs(core: Core): Pick<Handlers<Context>, Names> {
	/** One at a time: set-up twice or two sign-ins at once would race for the folder. */
	let turn: Promise<unknown> = Promise.resolve()
	const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
		const result = turn.then(work)
		turn = result.catch(() => undefined)
		return result
	}

	return {
		'app.state': () => {
			if (core.session === null) takeFolder(core)
			return ok(appState(core))
		},
		'app.language': ({ language }) => {
			const state = core.vault.state()
			if (state.kind !== 'ready' || state.label.language === language) return ok(null)
			const set = core.vault.setLabel({ ...state.label, language })
			if (set.ok) core.emit({ kind: 'session' })
			return set
		},
		'vault.judge': ({ password, words }) => ok(core.vault.judge(password, words)),
		'setup.create': (input) => inTurn(() => createSite(core, input)),
		'session.signIn': (input) => inTurn(() => signIn(core, input)),
		'session.lock': () => {
			endSession(core, 'session.lock')
			return ok(null)
		},
		'session.touch': (_, context) => {
			sessionOf(context).touched = core.clock.monotonic()
			return ok(null)
		},
		'session.changePassword': async ({ current, next }, context) => {
			const session = sessionOf(context)
			const { id, userName, displayName } = session.account
			write(core, session, [], (db) => audit(core, session, db, 'session.change-password', id))
			const changed = await core.vault.changePassword({ userId: id, userName, displayName, current, next })
			if (!changed.ok) {
				if (core.session === session)
					write(core, session, [], (db) => audit(core, session, db, 'session.change-password-failed', id))
				return changed
			}
			session.mustChange = false
			if (core.session === session) core.emit({ kind: 'session' })
			return ok(null)
		},
		'prefs.get': (_, context) => {
			const session = sessionOf(context)
			return ok(readPrefs(session.db, session.actor.id))
		},
		'prefs.put': ({ key, value }, context) => {
			const session = sessionOf(context)
			write(core, session, [], (db) => writePref(db, session.actor.id, key, value))
			return ok(null)
		},
	}
}
