import { runScript } from '../run.mjs'

/** Knip: files nothing reaches, exports nothing imports, dependencies nothing uses or nobody declared. */
export async function checkDeadCode(root) {
	const { code, text } = await runScript('knip/bin/knip.js', ['--no-progress', '--no-config-hints'], {
		cwd: root,
		env: { FORCE_COLOR: '0', NO_COLOR: '1' },
	})
	return { ok: code === 0, line: code === 0 ? 'none' : 'found', detail: code === 0 ? '' : text }
}
