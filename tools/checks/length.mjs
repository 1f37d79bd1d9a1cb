import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { listSources } from './sources.mjs'

/** Lines: above `long` a file wants a reason, above `most` it is two files. */
const long = 400
const most = 600

export async function checkLength(root) {
	const files = listSources(root, /\.(ts|tsx|mjs|cjs|js|css|html|sql)$/)
	let warned = 0
	let detail = ''
	for (const file of files) {
		const lines = readFileSync(join(root, file), 'utf8').replace(/\n$/, '').split('\n').length
		if (lines > most) detail += `${file}: ${lines} lines, more than ${most}: split it\n`
		else if (lines > long) warned++
	}
	return { ok: detail === '', line: `${files.length} files, ${warned} over ${long} lines`, detail }
}
