import { writeSync } from 'node:fs'
import { lockFolder } from '../../src-main/store/folder-lock.ts'
import { openStore } from '../../src-main/store/open.ts'
import { deviceId, dyingStep, key, oneTable, twoTables } from './open-sample.ts'

/** The other process of the tests: `node crash-child.ts DOES DIR [COUNT]`. One line per fact, written at once. */
const [does, dir = '', count = '0'] = process.argv.slice(2)
const say = (line: string): void => void writeSync(1, `${line}\n`)

const migrations = does === 'die-migrating' ? dyingStep : does === 'migrate' ? twoTables : oneTable

function stay(): void {
	setInterval(() => {}, 1 << 30)
}

if (does === 'lock') {
	const lock = lockFolder(dir)
	say(lock.ok ? 'locked' : lock.error.code)
	if (lock.ok && count !== '0') stay()
} else {
	const store = openStore({ dir, key, deviceId, fresh: false, migrations })
	say(store.ok ? 'open' : store.error.code)
	if (store.ok) {
		const { db } = store.value
		if (does === 'hold') stay()
		if (does === 'commit') {
			const item = db.prepare('INSERT INTO item (text) VALUES (?)')
			const twin = db.prepare('INSERT INTO twin (id) VALUES (?)')
			const mark = db.prepare('UPDATE mark SET commits = commits + 1')
			for (let index = 0; index < Number(count); index++) {
				try {
					db.exec('BEGIN IMMEDIATE')
					const { lastInsertRowid } = item.run('John Radley '.repeat(40))
					twin.run(lastInsertRowid)
					mark.run()
					db.exec('COMMIT')
					say(`acked ${lastInsertRowid}`)
				} catch (error) {
					if (db.inTransaction) db.exec('ROLLBACK')
					say(`failed ${(error as { code?: string }).code}`)
				}
			}
			say('done')
			process.kill(process.pid, 'SIGKILL')
		}
	}
}
