import { formatClaimNo } from '../../shared/claims/numbers.ts'
import { sql, type WriteDb } from './connection.ts'

/**
 * Mints the next claim number of this machine; the serial is spent in the same transaction and never used again. The
 * serials live in the row that every commit touches anyway: a table of their own would be one more page in each save.
 */
export function mintClaimNo(db: WriteDb, city: string, year: number): string {
	const { block, serial } = sql(
		db,
		'SELECT block, coalesce(json_extract(serials, @path), 1) AS serial FROM store_state WHERE one = 1',
	).get({ path: `$.${year}` }) as { block: string; serial: number }
	spend(db, year, serial + 1)
	return formatClaimNo({ city, block, year, serial })
}

function spend(db: WriteDb, year: number, next: number): void {
	sql(db, 'UPDATE store_state SET serials = json_set(serials, @path, CAST(@next AS INTEGER)) WHERE one = 1').run({
		path: `$.${year}`,
		next,
	})
}

/** Makes this machine the device of a block, with the serials it has not spent yet. @param next by year */
export function adoptBlock(db: WriteDb, block: string, next: ReadonlyMap<number, number>): void {
	sql(db, "UPDATE store_state SET block = ?, serials = '{}' WHERE one = 1").run(block)
	for (const [year, serial] of next) spend(db, year, serial)
}
