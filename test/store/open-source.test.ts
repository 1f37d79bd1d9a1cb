import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import ts from 'typescript'
import { describe, expect, test } from 'vitest'

/** What no source of the main process may say about a database, and the files that may. */
const rules = [
	{ name: 'verbose', calls: /^$/, names: /^verbose$/, texts: /^$/, allowed: [] },
	{ name: 'serialize', calls: /^serialize$/, names: /^$/, texts: /^$/, allowed: [] },
	{ name: 'backup', calls: /^backup$/, names: /^$/, texts: /^$/, allowed: [] },
	{ name: 'extension', calls: /^(loadExtension|unsafeMode)$/, names: /^$/, texts: /\bload_extension\b/i, allowed: [] },
	{ name: 'attach', calls: /^$/, names: /^$/, texts: /(^|;)\s*ATTACH(\s|$)/i, allowed: [] },
	{ name: 'rekey', calls: /^rekey$/, names: /^$/, texts: /\b(hex)?rekey\b/i, allowed: [] },
	{ name: 'key', calls: /^key$/, names: /^$/, texts: /^\s*(PRAGMA\s+)?(hex)?key\s*=/i, allowed: ['store/open-key.ts'] },
	{ name: 'fake check', calls: /^$/, names: /^$/, texts: /cipher_integrity_check/, allowed: [] },
	{
		name: 'deferred',
		calls: /^(deferred|transaction)$/,
		names: /^$/,
		texts: /^\s*BEGIN(?!\s+(IMMEDIATE|EXCLUSIVE))\b/i,
		allowed: [],
	},
] as const

function offences(path: string, text: string): string[] {
	const file = ts.createSourceFile(path, text, ts.ScriptTarget.ES2024, true)
	const found: string[] = []
	const visit = (node: ts.Node): void => {
		for (const rule of rules) {
			const called =
				ts.isCallExpression(node) && ts.isPropertyAccessExpression(node.expression) ? node.expression.name.text : ''
			const named =
				(ts.isPropertyAssignment(node) || ts.isShorthandPropertyAssignment(node)) &&
				!ts.isComputedPropertyName(node.name)
					? node.name.text
					: ''
			const said =
				ts.isStringLiteralLike(node) || ts.isTemplateHead(node) || ts.isTemplateMiddle(node) || ts.isTemplateTail(node)
			const hit =
				(called !== '' && rule.calls.test(called)) ||
				(named !== '' && rule.names.test(named)) ||
				(said && node.text !== '' && rule.texts.test(node.text))
			const allowed = (rule.allowed as readonly string[]).some((name) => path.endsWith(name))
			if (hit && !allowed)
				found.push(`${path}:${file.getLineAndCharacterOfPosition(node.getStart()).line + 1} ${rule.name}`)
		}
		ts.forEachChild(node, visit)
	}
	visit(file)
	return found
}

describe('H27, F5, F6, F10, F11, F13: what the sources never do', () => {
	const root = fileURLToPath(new URL('../../src-main', import.meta.url))
	const files = readdirSync(root, { recursive: true, encoding: 'utf8' })
		.map((name) => name.replaceAll('\\', '/'))
		.filter((name) => name.endsWith('.ts'))

	test('no source of the main process does', () => {
		expect(files).toContain('store/open.ts')
		expect(files.flatMap((name) => offences(name, readFileSync(join(root, name), 'utf8')))).toEqual([])
	})

	test.each([
		['new Database(path, { verbose: console.log })', 'verbose'],
		['new Database(path, { verbose })', 'verbose'],
		['db.serialize()', 'serialize'],
		['await db.backup(path)', 'backup'],
		['db.loadExtension(path)', 'extension'],
		['db.unsafeMode()', 'extension'],
		["db.exec('ATTACH DATABASE ? AS other')", 'attach'],
		['db.exec(`attach $\u007bname} as x`)', 'attach'],
		['db.pragma("rekey = \'\'")', 'rekey'],
		['db.rekey(key)', 'rekey'],
		['db.key(key)', 'key'],
		['db.pragma(`key = $\u007btext}`)', 'key'],
		["db.pragma('cipher_integrity_check')", 'fake check'],
		["db.exec('BEGIN')", 'deferred'],
		["db.exec('begin deferred')", 'deferred'],
		['db.transaction(work)()', 'deferred'],
	])('the scan sees %s', (text, rule) => {
		expect(offences('desk/x.ts', text)).toEqual([`desk/x.ts:1 ${rule}`])
	})

	test('and leaves other words alone', () => {
		const text =
			"// verbose ATTACH rekey\nconst words = 'attachments attached'; keys.backup.fill(0); db.exec('BEGIN IMMEDIATE')"
		expect(offences('desk/x.ts', text)).toEqual([])
		expect(offences('store/open-key.ts', 'keyed.key(literal)')).toEqual([])
	})
})
