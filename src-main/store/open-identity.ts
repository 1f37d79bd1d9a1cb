import type { Database } from 'better-sqlite3'

/** "FCLM": marks the file as ours to tools that look at headers, and an empty copy as not ours. */
const applicationId = 0x46434c4d

/** Written once, before the migrations, so that they never need to know of it. */
export function writeIdentity(db: Database, deviceId: string): void {
	db.exec('BEGIN IMMEDIATE')
	db.pragma(`application_id = ${applicationId}`)
	db.exec('CREATE TABLE store_identity (one INTEGER PRIMARY KEY CHECK (one = 1), deviceId TEXT NOT NULL) STRICT')
	db.prepare('INSERT INTO store_identity (one, deviceId) VALUES (1, ?)').run(deviceId)
	db.exec('COMMIT')
}

/** Null: not a store of ours, or the empty shell that a killed copy leaves behind. */
export function readIdentity(db: Database): string | null {
	if (db.pragma('application_id', { simple: true }) !== applicationId) return null
	const table = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = 'store_identity'").get()
	if (table === undefined) return null
	const id = db.prepare('SELECT deviceId FROM store_identity').pluck().get()
	return typeof id === 'string' ? id : null
}

export function isOurs(db: Database): boolean {
	return db.pragma('application_id', { simple: true }) === applicationId
}
