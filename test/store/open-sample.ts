import type { Migration } from '../../src-main/store/migrate.ts'

export const key = Buffer.alloc(32, 0xa7)
export const deviceId = '018f2f6e-7a10-7000-8000-00000000d001'

/** A store as small as can be: rows, an index over them, and a counter moved on by every commit. */
export const oneTable: readonly Migration[] = [
	{
		version: 1,
		name: 'items',
		up(db) {
			db.exec(`
				CREATE TABLE item (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
				CREATE INDEX item_by_text ON item (text);
				CREATE TABLE twin (id INTEGER PRIMARY KEY) STRICT;
				CREATE TABLE mark (one INTEGER PRIMARY KEY CHECK (one = 1), commits INTEGER NOT NULL) STRICT;
				INSERT INTO mark VALUES (1, 0);
			`)
		},
	},
]

export const twoTables: readonly Migration[] = [
	...oneTable,
	{
		version: 2,
		name: 'labels',
		up(db) {
			db.exec(`
				CREATE TABLE label (id INTEGER PRIMARY KEY, text TEXT NOT NULL) STRICT;
				INSERT INTO label SELECT id, upper(text) FROM item;
				ALTER TABLE item ADD COLUMN label INTEGER;
			`)
		},
	},
]

/** The same second step, dying before its last statement. */
export const dyingStep: readonly Migration[] = [
	...oneTable,
	{
		version: 2,
		name: 'labels',
		up(db) {
			twoTables[1]?.up(db)
			process.kill(process.pid, 'SIGKILL')
		},
	},
]
