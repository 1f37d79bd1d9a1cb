import { expect, test } from 'vitest'
import { checks } from '../../tools/checks/static.mjs'
import { plantTree } from './planted-tree.ts'

const check = (name: string, changes: Readonly<Record<string, string | null>>) => checks[name]?.(plantTree(changes))

test.for(Object.keys(checks))('R25: %s passes a good tree', { timeout: 120_000 }, async (name) => {
	const result = await check(name, {})
	expect(result?.detail).toBe('')
	expect(result?.ok).toBe(true)
})

const keys = `export const keyBytes = 32\n`
const climb = (path: string) => `import '${path}'\n\n${keys}`

/** What is planted, which check must refuse it, and the words it must say. */
const bad: ReadonlyArray<readonly [what: string, check: string, says: RegExp, changes: Record<string, string | null>]> =
	[
		[
			'a type error',
			'types',
			/keys\.ts.*TS2322/,
			{ 'src-main/vault/keys.ts': `export const keyBytes: number = 'many'\n` },
		],
		[
			'a type error in the renderer',
			'types',
			/src-renderer\/tsconfig\.json\nsrc-renderer\/main\.ts.*TS2304/,
			{ 'src-renderer/main.ts': 'nowhere()\n' },
		],
		['an enum', 'types', /TS1294/, { 'src-main/vault/keys.ts': `${keys}enum Colour { red }\nvoid Colour\n` }],
		['any', 'lint', /noExplicitAny/, { 'src-main/vault/keys.ts': `export const keyBytes: any = 32\n` }],
		['console output', 'lint', /noConsole/, { 'src-main/vault/keys.ts': `${keys}console.log(keyBytes)\n` }],
		[
			'an unused import',
			'lint',
			/noUnusedImports/,
			{ 'src-main/vault/keys.ts': `import { join } from 'node:path'\n\n${keys}` },
		],
		['spaces and semicolons', 'lint', /format/, { 'src-main/vault/keys.ts': `export  const keyBytes = 32;\n` }],
		[
			'a focused test',
			'lint',
			/noFocusedTests/,
			{ 'test/size.test.ts': `import { test } from 'vitest'\n\ntest.only('size', () => {})\n` },
		],
		[
			'shared importing the desk',
			'ladder',
			/shared-is-pure: shared\/pure\.ts → src-main\/desk\/desk\.ts/,
			{ 'shared/pure.ts': climb('../src-main/desk/desk.ts') },
		],
		['shared importing Node', 'ladder', /shared-is-pure: .* → fs/, { 'shared/pure.ts': climb('node:fs') }],
		[
			'shared importing a library',
			'ladder',
			/shared-is-pure: .*node_modules\/uuid/,
			{ 'shared/pure.ts': climb('uuid') },
		],
		[
			'the vault importing the desk',
			'ladder',
			/vault-is-low: src-main\/vault\/keys\.ts → src-main\/desk\/other\.ts/,
			{ 'src-main/desk/other.ts': keys, 'src-main/vault/keys.ts': climb('../desk/other.ts') },
		],
		[
			'the vault importing the store',
			'ladder',
			/vault-is-low: .* → src-main\/store\/rows\.ts/,
			{ 'src-main/vault/keys.ts': climb('../store/rows.ts') },
		],
		[
			'the store importing the vault',
			'ladder',
			/store-is-low: .* → src-main\/vault\/keys\.ts/,
			{ 'src-main/store/rows.ts': `export { keyBytes as rows } from '../vault/keys.ts'\n` },
		],
		['sync importing the desk', 'ladder', /sync-below-desk: /, { 'src-main/sync/push.ts': climb('../desk/desk.ts') }],
		[
			'the desk importing a shell',
			'ladder',
			/desk-below-shells: /,
			{ 'src-main/desk/other.ts': climb('../shells/browser/main.ts') },
		],
		[
			'a shell importing the other',
			'ladder',
			/shells-stay-apart: /,
			{ 'src-main/shells/electron/main.ts': climb('../browser/main.ts') },
		],
		[
			'the demo importing a shell',
			'ladder',
			/demo-beside-shells: /,
			{ 'src-main/demo/main.ts': climb('../shells/browser/main.ts') },
		],
		[
			'the renderer importing the desk',
			'ladder',
			/renderer-imports-shared: /,
			{ 'src-renderer/main.ts': climb('../src-main/desk/desk.ts') },
		],
		[
			'the renderer importing only a type of the desk',
			'ladder',
			/renderer-imports-shared: /,
			{
				'src-main/vault/keys.ts': 'export type Keys = 1\n',
				'src-renderer/main.ts': `import type { Keys } from '../src-main/vault/keys.ts'\n\nexport type Mine = Keys\n`,
			},
		],
		[
			'the renderer importing Node',
			'ladder',
			/renderer-without-node: /,
			{ 'src-renderer/main.ts': climb('node:path') },
		],
		[
			'HQ importing the store',
			'ladder',
			/hq-imports-shared: /,
			{ 'src-hq/main.ts': climb('../src-main/store/rows.ts') },
		],
		[
			'the product importing a test',
			'ladder',
			/product-without-tests: /,
			{ 'src-main/vault/keys.ts': climb('../../test/size.test.ts') },
		],
		['SQL outside the store', 'ladder', /sql-in-store: /, { 'src-main/vault/keys.ts': climb('better-sqlite3') }],
		['a password outside the vault', 'ladder', /passwords-in-vault: /, { 'src-main/store/rows.ts': climb('argon2') }],
		[
			'a barrel',
			'ladder',
			/no-barrel: /,
			{ 'shared/claims/index.ts': keys, 'src-renderer/main.ts': climb('../shared/claims/index.ts') },
		],
		[
			'a cycle',
			'ladder',
			/no-cycle: shared\/a\.ts → shared\/b\.ts → shared\/a\.ts/,
			{ 'shared/a.ts': `export { b } from './b.ts'\n`, 'shared/b.ts': `export { b } from './a.ts'\n` },
		],
		[
			'a cycle of types',
			'ladder',
			/no-cycle: /,
			{
				'shared/a.ts': `import type { B } from './b.ts'\n\nexport type A = B\n`,
				'shared/b.ts': `import type { A } from './a.ts'\n\nexport type B = A\n`,
			},
		],
		['an import that leads nowhere', 'ladder', /no-unresolved: /, { 'src-main/vault/keys.ts': climb('./gone.ts') }],
		[
			'a dead export',
			'dead code',
			/Unused exports[\s\S]*spareBytes/,
			{ 'src-main/vault/keys.ts': `${keys}export const spareBytes = 8\n` },
		],
		['a dead file', 'dead code', /Unused files[\s\S]*shared\/forgotten\.ts/, { 'shared/forgotten.ts': keys }],
		[
			'a dependency nobody declared',
			'dead code',
			/Unlisted dependencies[\s\S]*uuid/,
			{ 'src-main/vault/keys.ts': climb('uuid') },
		],
		[
			'a file of 601 lines',
			'length',
			/src-main\/vault\/keys\.ts: 601 lines/,
			{ 'src-main/vault/keys.ts': `${keys}${'// line\n'.repeat(600)}` },
		],
		...[
			"test.skip('x', () => {})",
			"describe.only('x', () => {})",
			"it.todo('x')",
			"test.fixme('x', () => {})",
			"test.skipIf(true)('x', () => {})",
			"test('x', { skip: true }, () => {})",
			"test('x', (context) => context.skip())",
			"xit('x', () => {})",
			"xdescribe('x', () => {})",
		].map(
			(line) =>
				[line, 'skips', /^test\/size\.test\.ts:2: /, { 'test/size.test.ts': `// two lines\n${line}\n` }] as const,
		),
	]

test.for(bad)('R25: planted %s is refused by %s', { timeout: 120_000 }, async ([, name, says, changes]) => {
	const result = await check(name, changes)
	expect(result?.detail).toMatch(says)
	expect(result?.ok).toBe(false)
})

test('R25: length lets 600 lines pass, and skips ignores words in strings and comments', async () => {
	expect((await check('length', { 'src-main/vault/keys.ts': `${keys}${'// line\n'.repeat(599)}` }))?.ok).toBe(true)
	const words = `// test.skip(\nexport const text = 'test.only('\nexport const other = { text }.text\n`
	expect((await check('skips', { 'test/size.test.ts': words }))?.ok).toBe(true)
})

test('R25: a ladder that reads no import is no pass', async () => {
	const blind = `module.exports = { forbidden: [], options: { exclude: { path: 'shared/claims|src-main/vault' } } }\n`
	const result = await check('ladder', { '.dependency-cruiser.cjs': blind })
	expect(result?.detail).toMatch(/not read: src-main\/vault\/keys\.ts/)
	expect(result?.ok).toBe(false)
})
