import { readdirSync, readFileSync } from 'node:fs'
import { join, relative, sep } from 'node:path'
import ts from 'typescript'

/** Looks for what the hardening rules forbid, in the syntax tree: names in comments and longer words do not count. */

export type Source = { path: string; text: string }
export type Finding = { path: string; line: number; code: string }
export type Rule = (node: ts.Node, path: string) => boolean

const root = join(import.meta.dirname, '../..')

/** Every source file of the program: what ships, not what tests it. Paths with forward slashes. */
export function readSources(...folders: string[]): Source[] {
	return folders.flatMap((folder) =>
		readdirSync(join(root, folder), { recursive: true, withFileTypes: true })
			.filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
			.map((entry) => join(entry.parentPath, entry.name))
			.map((path) => ({ path: relative(root, path).split(sep).join('/'), text: readFileSync(path, 'utf8') })),
	)
}

const parsed = new WeakMap<Source, ts.SourceFile>()

function parse(source: Source): ts.SourceFile {
	const known = parsed.get(source)
	if (known !== undefined) return known
	const kind = source.path.endsWith('.tsx') ? ts.ScriptKind.TSX : ts.ScriptKind.TS
	const file = ts.createSourceFile(source.path, source.text, ts.ScriptTarget.Latest, true, kind)
	parsed.set(source, file)
	return file
}

/** @returns where the rule is broken, in order */
export function scan(sources: readonly Source[], rule: Rule): Finding[] {
	const findings: Finding[] = []
	for (const source of sources) {
		const { path } = source
		const file = parse(source)
		const visit = (node: ts.Node): void => {
			if (rule(node, path)) {
				const { line } = file.getLineAndCharacterOfPosition(node.getStart())
				findings.push({ path, line: line + 1, code: node.getText().slice(0, 80) })
			}
			ts.forEachChild(node, visit)
		}
		visit(file)
	}
	return findings
}

/** The name used, however it is reached: `name`, `a.name`, `a['name']`; not where an object or a type declares one. */
export function usedName(node: ts.Node): string | null {
	if (ts.isPropertyAccessExpression(node)) return node.name.text
	if (ts.isElementAccessExpression(node)) return literalText(node.argumentExpression)
	if (!ts.isIdentifier(node)) return null
	const { parent } = node
	if (ts.isPropertyAccessExpression(parent) && parent.name === node) return null
	if (ts.isPropertyAssignment(parent) && parent.name === node) return null
	if (ts.isPropertySignature(parent) || ts.isMethodSignature(parent)) return null
	return node.text
}

/** The name called or constructed. */
export function calledName(node: ts.Node): string | null {
	return ts.isCallExpression(node) || ts.isNewExpression(node) ? usedName(node.expression) : null
}

/** Text of a string, or the fixed pieces of a template one after the other. */
export function literalText(node: ts.Node): string | null {
	if (ts.isStringLiteralLike(node)) return node.text
	if (ts.isTemplateExpression(node))
		return [node.head.text, ...node.templateSpans.map((span) => span.literal.text)].join(' ')
	return null
}

/** A key with its value in an object: `name: value` or `'name': value`. */
export function keyed(node: ts.Node): { name: string; value: ts.Expression } | null {
	if (!ts.isPropertyAssignment(node)) return null
	const { name } = node
	return ts.isIdentifier(name) || ts.isStringLiteral(name) ? { name: name.text, value: node.initializer } : null
}
