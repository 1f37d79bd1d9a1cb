import ts from 'typescript'
import { calledName, keyed, literalText, type Rule, usedName } from './scan.ts'

const called =
	(...names: string[]): Rule =>
	(node) =>
		names.includes(calledName(node) ?? '')
const used =
	(...names: string[]): Rule =>
	(node) =>
		names.includes(usedName(node) ?? '')
const said =
	(pattern: RegExp): Rule =>
	(node) =>
		(ts.isStringLiteralLike(node) || ts.isTemplateExpression(node)) && pattern.test(literalText(node) ?? '')
const imported =
	(pattern: RegExp): Rule =>
	(node) =>
		ts.isStringLiteralLike(node) &&
		pattern.test(node.text) &&
		(ts.isImportDeclaration(node.parent) || ts.isCallExpression(node.parent) || ts.isExportDeclaration(node.parent))
const any =
	(...rules: Rule[]): Rule =>
	(node, path) =>
		rules.some((rule) => rule(node, path))
const constructed =
	(...names: string[]): Rule =>
	(node) =>
		ts.isNewExpression(node) && names.includes(usedName(node.expression) ?? '')
const outsideOf =
	(allowed: RegExp, rule: Rule): Rule =>
	(node, path) =>
		!allowed.test(path) && rule(node, path)

/** H1: what makes a page, in any form the framework has. */
export const makesWindow = constructed('BrowserWindow', 'BaseWindow', 'BrowserView', 'WebContentsView')

const strictPreferences: Readonly<Record<string, ts.SyntaxKind>> = {
	contextIsolation: ts.SyntaxKind.TrueKeyword,
	sandbox: ts.SyntaxKind.TrueKeyword,
	webSecurity: ts.SyntaxKind.TrueKeyword,
	nodeIntegration: ts.SyntaxKind.FalseKeyword,
	nodeIntegrationInWorker: ts.SyntaxKind.FalseKeyword,
	nodeIntegrationInSubFrames: ts.SyntaxKind.FalseKeyword,
	webviewTag: ts.SyntaxKind.FalseKeyword,
	plugins: ts.SyntaxKind.FalseKeyword,
	allowRunningInsecureContent: ts.SyntaxKind.FalseKeyword,
	experimentalFeatures: ts.SyntaxKind.FalseKeyword,
	navigateOnDragDrop: ts.SyntaxKind.FalseKeyword,
	spellcheck: ts.SyntaxKind.FalseKeyword,
}

/** H1: a preference with another value than the hard one, or one that switches features on by name. */
export const weakensPreferences: Rule = (node) => {
	const pair = keyed(node)
	if (pair === null) return false
	if (pair.name === 'enableBlinkFeatures' || pair.name === 'disableBlinkFeatures') return true
	const wanted = strictPreferences[pair.name]
	return wanted !== undefined && pair.value.kind !== wanted
}

/** H3: pages from the disk by path. */
export const loadsFiles = any(called('loadFile'), said(/^file:/i))

/** H11, H12: a way between page and main process beside the two files that make it. */
export const bridgesElsewhere = any(
	outsideOf(/^src-main\/shells\/electron\/preload\.ts$/, used('ipcRenderer', 'contextBridge')),
	outsideOf(/^src-main\/shells\/electron\/(ipc|open-desk)\.ts$/, used('ipcMain')),
	outsideOf(/^src-main\/shells\/electron\/ipc\.ts$/, called('handleOnce')),
)

/** H11: the preload script gives nothing but the one name. */
export const exposes = called('exposeInMainWorld', 'exposeInIsolatedWorld')

/** H10: another program started. */
export const startsPrograms = called('openExternal')
/** H10: and by any other means. */
export const startsProgramsOtherwise = any(
	called('openPath', 'showItemInFolder', 'openItem', 'moveItemToTrash'),
	imported(/^(node:)?child_process$|^open$/),
)

/** H17: a certificate accepted that the system refuses. */
export const trustsAnyCertificate = any(
	used('setCertificateVerifyProc', 'NODE_TLS_REJECT_UNAUTHORIZED', 'checkServerIdentity'),
	said(/^certificate-error$|NODE_TLS_REJECT_UNAUTHORIZED|ignore-certificate-errors/),
	(node) => {
		const pair = keyed(node)
		if (pair === null) return false
		if (pair.name === 'rejectUnauthorized') return pair.value.kind !== ts.SyntaxKind.TrueKeyword
		return pair.name === 'checkServerIdentity' || pair.name === 'NODE_TLS_REJECT_UNAUTHORIZED'
	},
)

/** H20: what a page could keep on the disk. */
export const storesInPage = any(
	used('localStorage', 'sessionStorage', 'indexedDB', 'caches', 'cookieStore', 'serviceWorker'),
	(node) => ts.isPropertyAccessExpression(node) && node.name.text === 'cookie',
)

/** H22: text of a claim read as markup. */
export const writesMarkup = any(
	used(
		'innerHTML',
		'outerHTML',
		'insertAdjacentHTML',
		'setHTMLUnsafe',
		'createContextualFragment',
		'DOMParser',
		'srcdoc',
	),
	(node) =>
		(ts.isJsxAttribute(node) || ts.isPropertyAssignment(node)) &&
		/^(dangerouslySetInnerHTML|srcDoc)$/.test(node.name.getText()),
	(node) => ts.isPropertyAccessExpression(node) && /^document\.write(ln)?$/.test(node.getText()),
)

/** Routes of the program itself: an address within the page, made by the one function that writes them. */
function isOwnRoute(value: ts.Node | undefined): boolean {
	if (value === undefined) return false
	if (ts.isStringLiteral(value)) return /^[#/](?!\/)/.test(value.text)
	if (ts.isJsxExpression(value)) return value.expression !== undefined && isOwnRoute(value.expression)
	return calledName(value) === 'writeRoute'
}

/** H22: an address that data could choose. On a component of ours, action may be anything; href never is. */
export const linksToData: Rule = (node) => {
	if (!ts.isJsxAttribute(node)) return false
	const name = node.name.getText()
	const onElement = /^[a-z]/.test(node.parent.parent.tagName.getText())
	const isAddress = /^(href|xlinkHref|xlink:href)$/.test(name) || (onElement && /^(action|formAction)$/.test(name))
	return isAddress && !isOwnRoute(node.initializer)
}

/** H22: an address of the program's own that is not within the page. */
export const writesOuterRoute: Rule = (node) => {
	if (!ts.isReturnStatement(node)) return false
	let owner: ts.Node = node.parent
	while (!ts.isFunctionLike(owner) && !ts.isSourceFile(owner)) owner = owner.parent
	if (!ts.isFunctionDeclaration(owner) || owner.name?.text !== 'writeRoute') return false
	const parts = (value: ts.Expression | undefined): boolean => {
		if (value === undefined) return false
		if (ts.isConditionalExpression(value)) return parts(value.whenTrue) && parts(value.whenFalse)
		if (ts.isTemplateExpression(value)) return value.head.text.startsWith('#/')
		return ts.isStringLiteralLike(value) && value.text.startsWith('#/')
	}
	return !parts(node.expression)
}

/** H22: elements that run or embed what they are given. */
export const embeds: Rule = (node) =>
	(ts.isJsxOpeningElement(node) || ts.isJsxSelfClosingElement(node)) &&
	/^(script|iframe|object|embed|webview|base|frame)$/.test(node.tagName.getText())

/** H23: code made from text. */
export const runsText = any(
	called('eval', 'Function', 'executeJavaScript', 'runInThisContext', 'runInNewContext'),
	imported(/^(node:)?vm$/),
	said(/^javascript:/),
	(node) => {
		if (!ts.isCallExpression(node) || !/^(setTimeout|setInterval)$/.test(calledName(node) ?? '')) return false
		const [first] = node.arguments
		return first !== undefined && literalText(first) !== null
	},
)

/** H26: data written where nobody guards it. Programs say where they listen and why they end; nothing else speaks. */
export const speaks = any(
	used('console'),
	outsideOf(
		/^src-main\/(shells\/|[^/]+\/main\.ts$)/,
		(node) => /^process\.std(out|err)(\.write)?$/.test(node.getText()) && ts.isPropertyAccessExpression(node),
	),
	(node) => ts.isPropertyAccessExpression(node) && node.getText() === 'crashReporter.start',
)

/** H26: what programs write carries no input, reply or error of a verb. */
export const speaksOfData: Rule = (node) => {
	if (!ts.isCallExpression(node) || !/^process\.std(out|err)\.write$/.test(node.expression.getText())) return false
	let found = false
	const visit = (inner: ts.Node): void => {
		// An error's code is a word of a fixed list.
		if (ts.isPropertyAccessExpression(inner) && inner.name.text === 'code') return
		if (
			ts.isIdentifier(inner) &&
			/^(input|reply|value|body|error|reason|stack|message|password|payload)$/.test(inner.text)
		)
			found = true
		ts.forEachChild(inner, visit)
	}
	for (const argument of node.arguments) visit(argument)
	return found
}

/** H27: what shows, copies or decrypts the store behind its back. */
export const opensStoreWide = any(
	called('serialize', 'loadExtension', 'unsafeMode', 'rekey', 'backup'),
	(node) => {
		if (ts.isShorthandPropertyAssignment(node)) return node.name.text === 'verbose'
		return keyed(node)?.name === 'verbose' || (ts.isMethodDeclaration(node) && node.name.getText() === 'verbose')
	},
	said(/\battach\s+(database\b|'|"|\?|:|@|\$)/i),
	said(/\b(hex)?rekey\b|\bload_extension\b|\bwritable_schema\b/i),
)

/** H27: the key of the store is given in one place. */
export const keysStore = any(
	outsideOf(/^src-main\/store\/open-key\.ts$/, said(/^\s*(pragma\s+)?(hex)?key\s*=/i)),
	outsideOf(
		/^src-main\/store\/open-key\.ts$/,
		(node) =>
			ts.isCallExpression(node) &&
			ts.isPropertyAccessExpression(node.expression) &&
			node.expression.name.text === 'key' &&
			node.arguments.length === 1,
	),
)

/** H27: SQL belongs to the store. */
export const opensDatabases: Rule = (node, path) =>
	!/^src-main\/store\//.test(path) &&
	ts.isImportDeclaration(node) &&
	literalText(node.moduleSpecifier) === 'better-sqlite3' &&
	!(node.importClause?.phaseModifier === ts.SyntaxKind.TypeKeyword)

/** H24: code fetched from elsewhere. */
export const importsRemote: Rule = (node) => {
	if (ts.isImportDeclaration(node)) return /^https?:/.test(literalText(node.moduleSpecifier) ?? '')
	if (!ts.isCallExpression(node) || node.expression.kind !== ts.SyntaxKind.ImportKeyword) return false
	const [first] = node.arguments
	return first === undefined || !ts.isStringLiteral(first) || /^https?:/.test(first.text)
}
