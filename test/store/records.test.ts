import { createHash } from 'node:crypto'
import { describe, expect, it } from 'vitest'
import { change } from '../../shared/change/change.ts'
import { findBrokenAudit } from '../../src-main/store/audit.ts'
import { transact } from '../../src-main/store/connection.ts'
import { linesOf } from '../support/change-log.ts'
import { aPerson } from '../support/claim.ts'
import { aDesk, addClaim, error, value } from '../support/desk.ts'

async function aStoreWithWork() {
	const opened = await aDesk()
	const { desk, core } = opened
	const session = core.session as NonNullable<typeof core.session>
	const claim = await addClaim(desk, { tags: ['tow'] })
	const { id, cause, people } = claim
	value(await desk.call('claims.edit', { id, was: { cause }, now: { cause: 'hit a kerb' } }))
	value(await desk.call('claims.edit', { id, was: {}, now: {}, people: { was: people, now: people.slice(0, 1) } }))
	value(await desk.call('claims.note', { id, text: 'Called back.' }))
	return { ...opened, session, claim, db: session.db }
}

type Logged = { rseq: number; n: number; txn: string; bytes: Buffer; hash: Buffer }

describe('R35: the change log, as it will be sent', () => {
	it('is dense, chained, whole per action, and names what each edit overwrote', async () => {
		const { db, claim } = await aStoreWithWork()
		const rows = db.prepare('SELECT * FROM change_log ORDER BY rseq').all() as Logged[]
		expect(rows).toHaveLength(4)
		let hash: Buffer = Buffer.alloc(32)
		let rseq = 1
		const changes = rows.flatMap((row) => {
			expect(row.rseq).toBe(rseq)
			const lines = linesOf(row.bytes)
			expect(lines).toHaveLength(row.n)
			rseq += row.n
			for (const line of lines) hash = createHash('sha256').update(hash).update(line).digest()
			expect(row.hash.equals(hash)).toBe(true)
			const parsed = lines.map((line) => change.parse(JSON.parse(line)))
			expect(parsed.map((one) => [one.idx, one.of, one.txn])).toEqual(lines.map((_, at) => [at, row.n, row.txn]))
			return parsed
		})
		expect(changes.map((one) => one.rseq)).toEqual(changes.map((_, at) => at + 1))
		expect(changes.map((one) => one.hlc)).toEqual([...changes.map((one) => one.hlc)].sort())
		expect(new Set(changes.map((one) => one.hlc)).size).toBe(changes.length)
		const replica = changes[0]?.replica
		const created = changes.find((one) => one.table === 'claim' && one.op === 'set')
		expect(created?.fields.cause).toEqual({ v: claim.cause, bases: [] })
		const edited = changes.filter((one) => one.table === 'claim')[1]
		expect(edited?.fields).toEqual({ cause: { v: 'hit a kerb', bases: [`${replica}:${created?.rseq}`] } })
		const removed = changes.find((one) => one.op === 'del')
		expect(removed).toMatchObject({ table: 'person', id: claim.people[1]?.id })
		expect(removed?.fields['*']?.bases).toHaveLength(1)
	})

	it('a second edit of a field names the first; another field still names the creation', async () => {
		const { db, desk, claim } = await aStoreWithWork()
		const { id } = claim
		value(
			await desk.call('claims.edit', {
				id,
				was: { cause: 'hit a kerb', summary: '' },
				now: { cause: 'again', summary: 'new' },
			}),
		)
		const last = db.prepare('SELECT bytes FROM change_log ORDER BY rseq DESC LIMIT 1').pluck().get() as Buffer
		const { fields, replica } = change.parse(JSON.parse(linesOf(last)[0] as string))
		const edit = db.prepare('SELECT rseq FROM change_log ORDER BY rseq LIMIT 1 OFFSET 1').pluck().get() as number
		expect(fields.cause?.bases).toEqual([`${replica}:${edit}`])
		expect(fields.summary?.bases).toEqual([`${replica}:1`])
	})

	it('what changes nothing writes nothing', async () => {
		const { db, desk, claim } = await aStoreWithWork()
		const count = () => db.prepare('SELECT count(*) FROM change_log').pluck().get()
		const before = count()
		value(await desk.call('claims.edit', { id: claim.id, was: { cause: 'hit a kerb' }, now: { cause: 'hit a kerb' } }))
		expect(count()).toBe(before)
	})

	it('F13 R32: a throw in the middle undoes claim, change, history and audit together', async () => {
		const { db, desk } = await aStoreWithWork()
		const tables = ['claim', 'person', 'note', 'change_log', 'claim_event', 'audit', 'claim_tag']
		const counts = () => tables.map((table) => db.prepare(`SELECT count(*) FROM ${table}`).pluck().get())
		const state = () => db.prepare('SELECT * FROM store_state').get()
		const before = [counts(), state()]
		db.exec("CREATE TEMP TRIGGER stop BEFORE INSERT ON audit BEGIN SELECT RAISE(ABORT, 'stop'); END")
		const person = aPerson()
		const reply = await desk.call('claims.save', {
			id: '01a1fa7e-7098-7511-a7f5-9ab20797fe0f',
			form: { ...(await import('../support/claim.ts')).aForm({ people: [person] }) },
			submit: true,
		})
		expect(error(reply).code).toBe('INTERNAL')
		expect([counts(), state()]).toEqual(before)
		db.exec('DROP TRIGGER stop')
		await addClaim(desk)
	})
})

describe('R23: the audit chain', () => {
	it('holds over daily work, and names the first row that was edited, moved or cut', async () => {
		const { db, session } = await aStoreWithWork()
		const key = session.keys.audit
		expect(findBrokenAudit(db, key)).toBeNull()
		const events = db.prepare('SELECT event FROM audit ORDER BY seq').pluck().all()
		expect(events).toEqual(['session.sign-in', 'claim.submit', 'claim.edit', 'claim.edit', 'claim.note'])
		db.exec('DROP TRIGGER audit_is_final; DROP TRIGGER audit_is_kept')
		const row = db.prepare('SELECT * FROM audit WHERE seq = 3').get() as Record<string, unknown>
		for (const [column, forged] of Object.entries({
			event: 'claim.note',
			userId: 'x',
			wall: '2020-01-01T00:00:00.000Z',
			detail: '{}',
		})) {
			db.prepare(`UPDATE audit SET ${column} = ? WHERE seq = 3`).run(forged)
			expect([column, findBrokenAudit(db, key)]).toEqual([column, 3])
			db.prepare(`UPDATE audit SET ${column} = ? WHERE seq = 3`).run(row[column])
		}
		expect(findBrokenAudit(db, key)).toBeNull()
		expect(findBrokenAudit(db, Buffer.alloc(32))).toBe(1)
		db.exec('DELETE FROM audit WHERE seq = 5')
		expect(findBrokenAudit(db, key)).toBe(5)
	})

	it('cannot be changed through SQL, nor can the change log or a note', async () => {
		const { db } = await aStoreWithWork()
		for (const text of [
			"UPDATE audit SET event = 'x'",
			'DELETE FROM audit',
			"UPDATE change_log SET txn = 'x'",
			"UPDATE note SET text = 'x'",
		])
			expect(() => transact(db, (tx) => tx.exec(text))).toThrow(/append-only/)
	})

	it('carries no personal data', async () => {
		const { db } = await aStoreWithWork()
		const rows = JSON.stringify(db.prepare('SELECT wall, userId, roles, event, objectId, detail FROM audit').all())
		for (const secret of ['Standl', '546452', 'M23', 'kerb', 'Called']) expect(rows).not.toContain(secret)
	})
})
