import { v7 as uuidv7 } from 'uuid'
import { scopeOf } from '../../shared/access/roles.ts'
import { fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Account } from '../../shared/desk-api/people.ts'
import { listAccounts, readAccount, type StoredAccount, writeAccount } from '../store/accounts.ts'
import { sql } from '../store/connection.ts'
import { audit, type Context, type Core, type Session, sessionOf, write } from './core.ts'
import type { Handlers } from './registrar.ts'

type Names = 'people.list' | 'people.add' | 'people.update' | 'people.resetPassword' | 'people.disable'

export function peopleVerbs(core: Core): Pick<Handlers<Context>, Names> {
	/** An account without a slot (set-up of the person was interrupted) shows as disabled: a new password opens it. */
	const show = (account: StoredAccount): Account => ({
		...account,
		state: core.vault.slotStates().get(account.id) ?? 'disabled',
	})
	const find = (session: Session, id: string): Reply<StoredAccount> => {
		const account = readAccount(session.db, id)
		return account === null ? fail('NOT_FOUND') : ok(account)
	}
	const keep = (session: Session, account: StoredAccount, event: string): void =>
		write(core, session, [], (db) => {
			writeAccount(db, account)
			audit(core, session, db, event, account.id, { roles: account.roles })
		})

	const isAdministrator = ({ roles }: Pick<StoredAccount, 'roles'>): boolean => roles.includes('administrator')
	/** Tells the vault whether the person may open others' slots. Somebody without a slot yet is told when given one. */
	const setOpener = async (session: Session, account: StoredAccount): Promise<Reply<null>> => {
		const { keys } = session
		const set = await core.vault.setOpener({ keys, userId: account.id, opens: isAdministrator(account) })
		return !set.ok && set.error.code === 'NOT_FOUND' ? ok(null) : set
	}

	return {
		'people.list': (_, context) => {
			const session = sessionOf(context)
			const near = (one: StoredAccount) =>
				scopeOf(session.actor, 'people.read') === 'all' ||
				session.actor.cities === '*' ||
				one.cities === '*' ||
				one.cities.some((city) => session.actor.cities.includes(city))
			return ok(listAccounts(session.db).filter(near).map(show))
		},
		'people.add': async ({ temporaryPassword, ...person }, context) => {
			const session = sessionOf(context)
			const known = listAccounts(session.db).find((one) => one.userName.toLowerCase() === person.userName.toLowerCase())
			if (known && core.vault.slotStates().has(known.id)) return fail('USER_EXISTS')
			// An account that never got its slot (the desk was locked or died meanwhile) is taken up again.
			const account = {
				...person,
				id: known?.id ?? uuidv7(),
				createdAt: known?.createdAt ?? new Date(core.clock.now()).toISOString(),
			}
			const { id, userName } = account
			keep(session, account, 'people.add')
			const added = await core.vault.addSlot({
				keys: session.keys,
				userId: id,
				userName,
				password: temporaryPassword,
				opens: isAdministrator(account),
			})
			if (!added.ok) {
				if (core.session === session)
					write(core, session, [], (db) => {
						sql(db, 'DELETE FROM account WHERE id = ?').run(id)
						audit(core, session, db, 'people.add-failed', id)
					})
				return added
			}
			return ok(show(account))
		},
		'people.update': async ({ id, ...person }, context) => {
			const session = sessionOf(context)
			const found = find(session, id)
			if (!found.ok) return found
			const changesRoles = JSON.stringify([...found.value.roles].sort()) !== JSON.stringify([...person.roles].sort())
			// The one who acts stays administrator, so one always remains.
			if (changesRoles && id === session.actor.id) return fail('DENIED')
			const account = { ...found.value, ...person }
			const opens = isAdministrator(account)
			if (opens === isAdministrator(found.value)) {
				keep(session, account, 'people.update')
				return ok(show(account))
			}
			// Taken away before the row says so and given after: whatever stops in between, the vault never counts on
			// somebody who is no administrator.
			if (!opens) {
				const taken = await setOpener(session, account)
				if (!taken.ok) return taken
				if (core.session !== session) return fail('LOCKED')
			}
			keep(session, account, 'people.update')
			// Told in the same breath as the row, when taken away too: a new password may be under way that was given with
			// the old role.
			const told = await setOpener(session, account)
			if (!told.ok && opens && core.session === session) keep(session, found.value, 'people.update-failed')
			return told.ok ? ok(show(account)) : told
		},
		'people.resetPassword': async ({ id, temporaryPassword }, context) => {
			const session = sessionOf(context)
			const found = find(session, id)
			if (!found.ok) return found
			const { userName } = found.value
			const opens = isAdministrator(found.value)
			const slot = { keys: session.keys, userId: id, userName, password: temporaryPassword, opens }
			const hasSlot = core.vault.slotStates().has(id)
			// Before the slot, not after: the session may be locked while the key is derived.
			write(core, session, [], (db) => audit(core, session, db, 'people.reset-password', id))
			const reset = await (hasSlot ? core.vault.resetSlot(slot) : core.vault.addSlot(slot))
			if (!reset.ok) {
				if (core.session === session)
					write(core, session, [], (db) => audit(core, session, db, 'people.reset-password-failed', id))
				return reset
			}
			return ok(show(found.value))
		},
		'people.disable': async ({ id }, context) => {
			const session = sessionOf(context)
			const found = find(session, id)
			if (!found.ok) return found
			if (id === session.actor.id) return fail('DENIED')
			write(core, session, [], (db) => audit(core, session, db, 'people.disable', id))
			const disabled = await core.vault.disableSlot({ keys: session.keys, userId: id })
			if (!disabled.ok) {
				if (core.session === session)
					write(core, session, [], (db) => audit(core, session, db, 'people.disable-failed', id))
				return disabled
			}
			return ok(show(found.value))
		},
	}
}
