import { join } from 'node:path'

/**
 * While the store is open no code may open these files by node:fs: closing any descriptor of a file drops the POSIX
 * locks of the whole process, and with them the exclusive hold on the store. stat, chmod and rename are harmless.
 */
export type StoreFiles = { db: string; wal: string; shm: string; unborn: string }

export function storeFiles(dir: string): StoreFiles {
	const db = join(dir, 'claims.db')
	return { db, wal: `${db}-wal`, shm: `${db}-shm`, unborn: `${db}.new` }
}
