import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { cpSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { type Disk, realDisk } from '../../src-main/vault/disk.ts'
import { openVault } from '../../src-main/vault/vault.ts'
import { anna, bob, cheap, codeOf, label, makeClock, makeDir, makeVault, must, wrong } from './fresh-vault.ts'

const next = 'eleven copper kettles'
const change = { ...anna, current: anna.password, next }

/** A disk that works for `steps` steps, then does half of the next and answers `code` for good. */
function failAfter(steps: number, code: string): Disk & { used(): number } {
	let used = 0
	const step = (half: () => void, whole: () => void) => {
		if (used++ < steps) return whole()
		half()
		throw Object.assign(new Error(code), { code })
	}
	return {
		write: (path, bytes) =>
			step(
				() => writeFileSync(path, bytes.subarray(0, bytes.length / 2)),
				() => realDisk.write(path, bytes),
			),
		rename: (from, to) =>
			step(
				() => {},
				() => realDisk.rename(from, to),
			),
		syncFolder: (dir) =>
			step(
				() => {},
				() => realDisk.syncFolder(dir),
			),
		used: () => used,
	}
}

async function openingPassword(open: () => ReturnType<typeof openVault>): Promise<string[]> {
	const answers = await Promise.all([anna.password, next].map((password) => open().unlock({ ...anna, password })))
	return answers.map(codeOf).sort()
}

test('bad input 38: a password change that the disk stops at any step leaves the old or the new one working', async () => {
	const original = await makeVault()
	const startOver = () => {
		const dir = makeDir()
		cpSync(original.dir, dir, { recursive: true })
		return (disk: Disk = realDisk) => openVault({ dir, clock: original.clock, kdf: cheap, disk })
	}
	const counting = failAfter(1_000, '')
	must(await startOver()(counting).changePassword(change))
	expect(counting.used()).toBeGreaterThan(12)
	const outcomes = new Set<string>()
	for (let steps = 0; steps < counting.used(); steps++) {
		const reopen = startOver()
		const vault = reopen(failAfter(steps, 'ENOSPC'))
		const reply = await vault.changePassword(change)
		outcomes.add(codeOf(reply))
		expect(['ok', 'DISK_FULL']).toContain(codeOf(reply))
		expect(await openingPassword(reopen), `stopped after ${steps} steps`).toEqual(['WRONG_PASSWORD', 'ok'])
		if (reply.ok) expect(codeOf(await reopen().unlock({ ...anna, password: next }))).toBe('ok')
	}
	expect(outcomes).toEqual(new Set(['ok', 'DISK_FULL']))
})

test.each([
	['ENOSPC', 'DISK_FULL'],
	['EDQUOT', 'DISK_FULL'],
	['EROFS', 'READ_ONLY'],
	['EACCES', 'READ_ONLY'],
	['EIO', 'IO'],
])('a disk that answers %s: every verb says %s, and the slots work once it is well again', async (errno, code) => {
	const { keys, reopen } = await makeVault('anna and bob')
	const vault = reopen(failAfter(0, errno))
	expect(vault.state().kind).toBe('ready')
	const third = { ...bob, userId: '0190a000-0000-7000-8000-00000000000c', userName: 'carl' }
	const replies = [
		await vault.unlock(anna),
		await vault.changePassword(change),
		await vault.addSlot({ keys, ...third }),
		await vault.resetSlot({ keys, ...bob }),
		await vault.setOpener({ keys, userId: bob.userId, opens: true }),
		await vault.disableSlot({ keys, userId: bob.userId }),
		vault.setLabel(label),
	]
	expect(replies.map(codeOf)).toEqual(replies.map(() => code))
	expect(vault.slotStates().size).toBe(2)
	expect(codeOf(await reopen().unlock(anna))).toBe('ok')
	expect(must(await reopen().unlock(bob)).mustChange).toBe(true)
	const fresh = openVault({ dir: makeDir(), clock: makeClock(), kdf: cheap, disk: failAfter(0, errno) })
	expect(codeOf(await fresh.create({ ...anna, label }))).toBe(code)
	expect(fresh.state()).toEqual({ kind: 'empty' })
})

test('a real obstacle on the real disk is a reply, not an exception, and no try is counted', async () => {
	const { dir, vault, reopen } = await makeVault()
	mkdirSync(join(dir, 'attempts.json.new'))
	expect(codeOf(await vault.unlock({ ...anna, password: wrong }))).toBe('IO')
	expect(JSON.parse(readFileSync(join(dir, 'keyslots.a'), 'utf8')).marks.attempts).toBe(0)
	expect(reopen().state().kind).toBe('ready')
})

/** Runs `script` in a process of its own with the vault of `dir` open as `vault`; killed at `kill(line)`. */
async function runAndKill(
	dir: string,
	script: string,
	delay: (child: ReturnType<typeof spawn>) => void,
): Promise<string> {
	const from = (name: string) => JSON.stringify(join(import.meta.dirname, '../../src-main/vault', name))
	const source = `
		import { openVault } from ${from('vault.ts')}
		import { systemClock } from ${from('clock.ts')}
		import { realDisk } from ${from('disk.ts')}
		const say = (line) => process.stdout.write(line + '\\n')
		const disk = { ...realDisk, rename(a, b) { realDisk.rename(a, b); if (b.endsWith('attempts.json')) say('counted') } }
		const vault = openVault({ dir: ${JSON.stringify(dir)}, clock: systemClock, kdf: ${JSON.stringify(cheap)}, disk })
		${script}`
	const child = spawn(process.execPath, ['--input-type=module', '-e', source], { stdio: ['ignore', 'pipe', 'inherit'] })
	let output = ''
	child.stdout.on('data', (bytes: Buffer) => {
		const first = output === ''
		output += bytes.toString()
		if (first) delay(child)
	})
	const [, signal] = await once(child, 'exit')
	expect(signal).toBe('SIGKILL')
	return output
}

test('bad input 27: a process killed while it derives the key has counted the try', async () => {
	const { dir, reopen } = await makeVault()
	const script = `await vault.unlock({ userName: ${JSON.stringify(anna.userName)}, password: ${JSON.stringify(wrong)} }); say('judged')`
	for (let i = 0; i < 2; i++) {
		const output = await runAndKill(dir, script, (child) => child.kill('SIGKILL'))
		expect(output).toBe('counted\n')
	}
	expect(must(await reopen().unlock(anna)).findings.failedBefore).toBe(2)
})

test('bad input 38: kill -9 at random moments while passwords change back and forth leaves one that works', async () => {
	const seed = Date.now() % 1_000
	const { dir } = await makeVault()
	const reopen = () => openVault({ dir, clock: makeClock(), kdf: cheap })
	const script = `
		let [current, next] = ${JSON.stringify([anna.password, next])}
		if (!(await vault.unlock({ userName: ${JSON.stringify(anna.userName)}, password: current })).ok) [current, next] = [next, current]
		for (;;) {
			const reply = await vault.changePassword({ userId: ${JSON.stringify(anna.userId)}, userName: ${JSON.stringify(anna.userName)}, current, next })
			if (!reply.ok) throw new Error(reply.error.code)
			;[current, next] = [next, current]
		}`
	for (let i = 0; i < 5; i++) {
		await runAndKill(dir, script, (child) => setTimeout(() => child.kill('SIGKILL'), (seed * 7 + i * 131) % 900))
		expect(await openingPassword(reopen), `seed ${seed}, round ${i}`).toEqual(['WRONG_PASSWORD', 'ok'])
	}
})
