import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { run } from './child.mjs'
import { home, pinnedNode } from './home.mjs'
import { prepare } from './prepare.mjs'

/** npm run bench -- NAME [options]: runs bench/NAME.ts on the pinned Node. Its last line is RESULT {json}. */

const folder = join(home, 'bench')
const names = existsSync(folder)
	? readdirSync(folder)
			.filter((file) => /^[a-z0-9-]+\.ts$/.test(file))
			.map((file) => file.slice(0, -3))
	: []
const [name = '', ...args] = process.argv.slice(2)
if (names.includes(name)) {
	await prepare({ build: false })
	const { code } = await run(pinnedNode, [join(folder, `${name}.ts`), ...args], { cwd: home })
	process.exitCode = code
} else {
	console.error(`npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}`)
	process.exitCode = 1
}
