import type { Role } from '../../shared/access/roles.ts'
import { type ReadDb, sql, type WriteDb } from './connection.ts'

/** A person who may use this machine. The password lives in the vault's key slot, never here. */
export type StoredAccount = {
	id: string
	userName: string
	displayName: string
	roles: Role[]
	cities: string[] | '*'
	createdAt: string
}

type Raw = Omit<StoredAccount, 'roles' | 'cities'> & { roles: string; cities: string }
const decode = (raw: Raw): StoredAccount => ({
	...raw,
	roles: JSON.parse(raw.roles) as Role[],
	cities: JSON.parse(raw.cities) as string[] | '*',
})

export function readAccount(db: ReadDb, id: string): StoredAccount | null {
	const raw = sql(db, 'SELECT * FROM account WHERE id = ?').get(id) as Raw | undefined
	return raw ? decode(raw) : null
}

export function listAccounts(db: ReadDb): StoredAccount[] {
	return (sql(db, 'SELECT * FROM account ORDER BY createdAt, id').all() as Raw[]).map(decode)
}

export function writeAccount(db: WriteDb, account: StoredAccount): void {
	sql(
		db,
		`INSERT INTO account (id, userName, displayName, roles, cities, createdAt)
		VALUES (@id, @userName, @displayName, @roles, @cities, @createdAt)
		ON CONFLICT (id) DO UPDATE SET displayName = excluded.displayName, roles = excluded.roles, cities = excluded.cities`,
	).run({ ...account, roles: JSON.stringify(account.roles), cities: JSON.stringify(account.cities) })
}

export function readPrefs(db: ReadDb, userId: string): Record<string, string> {
	const rows = sql(db, 'SELECT key, value FROM pref WHERE userId = ?').all(userId) as { key: string; value: string }[]
	return Object.fromEntries(rows.map((row) => [row.key, row.value]))
}

export function writePref(db: WriteDb, userId: string, key: string, value: string): void {
	sql(
		db,
		'INSERT INTO pref (userId, key, value) VALUES (?, ?, ?) ON CONFLICT (userId, key) DO UPDATE SET value = excluded.value',
	).run(userId, key, value)
}
