import { runScript } from '../run.mjs'
import { listSources } from './sources.mjs'

/** Every tsconfig.json of the tree compiles without an error. */
export async function checkTypes(root) {
	const projects = listSources(root, /(^|\/)tsconfig\.json$/)
	if (projects.length === 0) return { ok: false, line: 'no tsconfig.json found', detail: '' }
	let detail = ''
	for (const project of projects) {
		const { code, text } = await runScript('typescript/bin/tsc', ['--pretty', 'false', '-p', project], { cwd: root })
		if (code !== 0) detail += `${project}\n${text}`
	}
	const errors = detail.match(/error TS\d+/g)?.length ?? 0
	return { ok: detail === '', line: `${projects.length} projects, ${errors} errors`, detail }
}
