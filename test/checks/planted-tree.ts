import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { onTestFinished } from 'vitest'

const root = join(import.meta.dirname, '../..')
const settings = ['tsconfig.json', 'biome.json', '.dependency-cruiser.cjs']

/** A small tree that every check passes: rooms in their places, each importing what it may. */
const good: Readonly<Record<string, string>> = {
	'package.json':
		'{ "name": "planted", "private": true, "type": "module", "dependencies": { "zod": "*" }, "devDependencies": { "vitest": "*" } }\n',
	'knip.json': `{
	"entry": ["src-main/shells/*/main.ts", "src-renderer/main.ts", "test/**/*.test.ts"],
	"project": ["{shared,src-main,src-renderer,test}/**/*.ts"]
}
`,
	'src-renderer/tsconfig.json': `{ "extends": "../tsconfig.json", "include": ["."], "exclude": [] }\n`,
	'shared/claims/size.ts': `import { z } from 'zod'\n\nexport const size = z.int()\n`,
	'src-main/vault/keys.ts': `export const keyBytes = 32\n`,
	'src-main/store/rows.ts': `import { size } from '../../shared/claims/size.ts'\n\nexport const rows = size.parse(1)\n`,
	'src-main/desk/desk.ts': `import { rows } from '../store/rows.ts'\nimport { keyBytes } from '../vault/keys.ts'\n\nexport const desk = rows + keyBytes\n`,
	'src-main/shells/browser/main.ts': `import { desk } from '../../desk/desk.ts'\n\nprocess.exitCode = desk\n`,
	'src-renderer/main.ts': `import { size } from '../shared/claims/size.ts'\n\nsize.parse(1)\n`,
	'test/size.test.ts': `import { expect, test } from 'vitest'\nimport { size } from '../shared/claims/size.ts'\n\ntest('size', () => expect(size.parse(1)).toBe(1))\n`,
}

/**
 * Plants the good tree, with some files put over it, in a temporary folder that goes when the test ends.
 * @param changes path to text; null leaves the file out
 */
export function plantTree(changes: Readonly<Record<string, string | null>> = {}): string {
	const tree = mkdtempSync(join(tmpdir(), 'fieldclaim-tree-'))
	onTestFinished(() => rmSync(tree, { recursive: true, force: true }))
	for (const file of settings) cpSync(join(root, file), join(tree, file))
	symlinkSync(join(root, 'node_modules'), join(tree, 'node_modules'), 'junction')
	for (const [path, text] of Object.entries({ ...good, ...changes })) {
		if (text === null) continue
		mkdirSync(dirname(join(tree, path)), { recursive: true })
		writeFileSync(join(tree, path), text)
	}
	return tree
}
