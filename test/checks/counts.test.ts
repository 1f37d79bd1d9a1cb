import { join } from 'node:path'
import { expect, test } from 'vitest'
import { countLastLine, runElectronSuite } from '../../tools/checks/electron.mjs'
import { countPlaywright } from '../../tools/checks/playwright.mjs'
import { runVitest } from '../../tools/checks/vitest.mjs'
import { plantTree } from './planted-tree.ts'

const stats = { expected: 5, unexpected: 0, flaky: 0, skipped: 0 }

/** Without its output, which would look like failures of ours. */
const countRun = (tree: string) => runVitest([], { cwd: tree, show: false })

test('R25: only browser tests that ran and passed at once count as passed', () => {
	expect(countPlaywright({ stats, errors: [] })).toEqual({ passed: 5, failed: 0 })
	expect(countPlaywright({ stats: { ...stats, unexpected: 1 }, errors: [] })).toEqual({ passed: 5, failed: 1 })
	expect(countPlaywright({ stats: { ...stats, flaky: 1, skipped: 2 }, errors: [] })).toEqual({ passed: 5, failed: 3 })
	expect(countPlaywright({ stats, errors: [{ message: 'the config does not load' }] })).toEqual({
		passed: 5,
		failed: 1,
	})
})

test('R25: the Electron suite is believed only when it ends with its counts', async () => {
	expect(countLastLine('12 passed, 1 failed\n')).toEqual({ passed: 12, failed: 1 })
	expect(countLastLine('12 passed, 0 failed\nthen it crashed\n')).toBeNull()
	expect(countLastLine('')).toBeNull()

	const suite = (text: string | null) => runElectronSuite(join(plantTree({ 'run.mjs': text }), 'run.mjs'))
	expect(await suite(null)).toEqual({ passed: 0, failed: 1 })
	expect(await suite(`console.log('3 passed, 0 failed')\n`)).toEqual({ passed: 3, failed: 0 })
	expect(await suite(`console.log('3 passed, 0 failed')\nprocess.exitCode = 3\n`)).toEqual({ passed: 3, failed: 1 })
	expect(await suite(`console.log('electron e2e: not run: no display')\n`)).toEqual({ passed: 0, failed: 0 })
	expect(await suite(`console.log('electron e2e: not run: no display')\nprocess.exitCode = 1\n`)).toEqual({
		passed: 0,
		failed: 1,
	})
	expect(await suite(`throw new Error('crash')\n`)).toEqual({ passed: 0, failed: 1 })
	expect(await suite(`console.log('0 passed, 0 failed')\n`)).toEqual({ passed: 0, failed: 1 })
})

test('R25: failed, skipped and unloadable tests all count as failed, and so does a run without tests', {
	timeout: 120_000,
}, async () => {
	const test = (body: string) => `import { expect, test } from 'vitest'\n\n${body}\nexpect(1).toBe(1)\n`
	const tree = plantTree({
		'test/fails.test.ts': test(`test('a', () => expect(1).toBe(2))\ntest('b', () => {})`),
		'test/skips.test.ts': test(`test('c', (one) => one.skip())`),
		'test/broken.test.ts': `import './gone.ts'\n`,
	})
	expect(await countRun(tree)).toEqual({ passed: 2, failed: 3 })
	expect(await countRun(plantTree())).toEqual({ passed: 1, failed: 0 })
	expect(await countRun(plantTree({ 'test/size.test.ts': null }))).toEqual({ passed: 0, failed: 1 })
	const late = test(`test('d', () => void Promise.reject(new Error('late')))`)
	expect(await countRun(plantTree({ 'test/late.test.ts': late }))).toMatchObject({ failed: 1 })
})
