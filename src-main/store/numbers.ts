import { formatClaimNo } from '../../shared/claims/numbers.ts'
import { sql, type WriteDb } from './connection.ts'

/** Mints the next claim number of this machine; the serial is spent in the same transaction and never used again. */
export function mintClaimNo(db: WriteDb, city: string, year: number): string {
	const block = sql(db, 'SELECT block FROM claim_block').pluck().get() as string
	const serial = sql(
		db,
		`INSERT INTO claim_serial (year, next) VALUES (?, 2) ON CONFLICT (year) DO UPDATE SET next = next + 1 RETURNING next - 1`,
	)
		.pluck()
		.get(year) as number
	return formatClaimNo({ city, block, year, serial })
}

/** Makes this machine the device of a block, with the serials it has not spent yet. @param next by year */
export function adoptBlock(db: WriteDb, block: string, next: ReadonlyMap<number, number>): void {
	sql(db, 'UPDATE claim_block SET block = ?').run(block)
	sql(db, 'DELETE FROM claim_serial').run()
	for (const [year, serial] of next) sql(db, 'INSERT INTO claim_serial (year, next) VALUES (?, ?)').run(year, serial)
}
