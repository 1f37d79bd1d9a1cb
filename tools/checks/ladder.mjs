import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { runScript } from '../run.mjs'
import { listSources } from './sources.mjs'

const rooms = ['shared', 'src-main', 'src-renderer', 'src-hq', 'test', 'bench', 'tools']
const inRoom = new RegExp(`^(${rooms.join('|')})/.*\\.(ts|tsx|mjs)$`)
const importLine = /^(import|export) [^'"]*from\s+['"]/m

/**
 * The import ladder and cycles, by dependency-cruiser. It answers "no violation" when it cannot read TypeScript, so
 * the answer counts only when it saw every file on the disk and found an import in every file that has one.
 */
export async function checkLadder(root) {
	const files = listSources(root, inRoom)
	const folders = rooms.filter((room) => files.some((file) => file.startsWith(`${room}/`)))
	if (folders.length === 0) return { ok: false, line: 'no room found', detail: '' }
	const { out, text } = await runScript(
		'dependency-cruiser/bin/dependency-cruise.mjs',
		['--config', '.dependency-cruiser.cjs', '--output-type', 'json', ...folders],
		{ cwd: root },
	)
	let result
	try {
		result = JSON.parse(out)
	} catch {
		return { ok: false, line: 'dependency-cruiser gave no answer', detail: text }
	}
	const seen = new Map(result.modules.map((module) => [module.source, module.dependencies.length]))
	const unread = files.filter((file) => {
		const dependencies = seen.get(file)
		return dependencies === undefined || (dependencies === 0 && importLine.test(readFileSync(join(root, file), 'utf8')))
	})
	const violations = result.summary.violations.map((one) => {
		const way = one.cycle ? one.cycle.map((step) => step.name).join(' → ') : one.to
		return `${one.rule.name}: ${one.from} → ${way}\n`
	})
	const detail = unread.map((file) => `not read: ${file}\n`).join('') + violations.join('')
	const imports = [...seen.values()].reduce((sum, count) => sum + count, 0)
	const line = `${files.length} files, ${imports} imports, ${violations.length} violations`
	return { ok: detail === '', line, detail }
}
