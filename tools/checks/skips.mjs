import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import ts from 'typescript'
import { listSources } from './sources.mjs'

const marks = new Set(['skip', 'skipIf', 'runIf', 'only', 'todo', 'fixme'])
const runners = new Set(['test', 'it', 'describe', 'suite', 'bench', 'context', 'ctx', 't'])
const bare = new Set(['xit', 'xtest', 'xdescribe', 'fit', 'fdescribe'])

/** The first name of a chain: test in test.describe.only(…). */
function rootName(node) {
	let at = node
	while (ts.isPropertyAccessExpression(at) || ts.isCallExpression(at)) at = at.expression
	return ts.isIdentifier(at) ? at.text : ''
}

function findSkips(file, text) {
	const source = ts.createSourceFile(file, text, ts.ScriptTarget.Latest, true)
	const found = []
	const report = (node, what) => {
		const { line } = source.getLineAndCharacterOfPosition(node.getStart())
		found.push(`${file}:${line + 1}: ${what}\n`)
	}
	const visit = (node) => {
		if (ts.isPropertyAccessExpression(node) && marks.has(node.name.text) && runners.has(rootName(node)))
			report(node.name, `.${node.name.text}`)
		else if (ts.isCallExpression(node) && ts.isIdentifier(node.expression) && bare.has(node.expression.text))
			report(node, node.expression.text)
		else if (
			ts.isPropertyAssignment(node) &&
			marks.has(node.name.getText()) &&
			ts.isCallExpression(node.parent.parent) &&
			runners.has(rootName(node.parent.parent))
		)
			report(node, `{ ${node.name.getText()} }`)
		ts.forEachChild(node, visit)
	}
	visit(source)
	return found
}

/** No test is skipped, focused or left for later. Reads the syntax, so words in strings and comments do not count. */
export async function checkSkips(root) {
	const files = listSources(root, /^test\/.*\.(ts|tsx|mjs)$/)
	if (files.length === 0) return { ok: false, line: 'no test found', detail: '' }
	const found = files.flatMap((file) => findSkips(file, readFileSync(join(root, file), 'utf8')))
	return { ok: found.length === 0, line: `${files.length} files, ${found.length} skipped`, detail: found.join('') }
}
