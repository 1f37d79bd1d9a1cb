import { runScript } from '../run.mjs'

/** Biome: lint rules, format and import order. */
export async function checkLint(root) {
	const { code, text } = await runScript(
		'@biomejs/biome/bin/biome',
		['check', '--error-on-warnings', '--max-diagnostics=200', '--colors=off'],
		{ cwd: root },
	)
	const files = /Checked (\d+) files?/.exec(text)?.[1] ?? '0'
	if (code === 0 && files === '0') return { ok: false, line: 'read no file', detail: text }
	return { ok: code === 0, line: `${files} files`, detail: code === 0 ? '' : text }
}
