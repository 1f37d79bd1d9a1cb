import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const outside = new Set(['node_modules', 'dist', '.git', '.data', 'test-results', 'playwright-report', 'coverage'])

/**
 * The source files of a tree, as paths from its root with forward slashes, in order.
 * @param {string} root
 * @param {RegExp} name tested against the path
 * @returns {string[]}
 */
export function listSources(root, name) {
	const found = []
	const visit = (folder) => {
		for (const entry of readdirSync(join(root, folder), { withFileTypes: true })) {
			if (outside.has(entry.name)) continue
			const path = folder === '' ? entry.name : `${folder}/${entry.name}`
			if (entry.isDirectory()) visit(path)
			else if (entry.isFile() && name.test(path)) found.push(path)
		}
	}
	visit('')
	return found.sort()
}
