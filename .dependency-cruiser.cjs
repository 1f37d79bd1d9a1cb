/**
 * The import ladder: shared ← vault, store ← sync ← desk ← shells; the renderer and HQ import shared only.
 * Type-only imports count: they tie rooms together just the same. tools/checks/ladder.mjs runs these rules.
 */
const rung = (name, from, to, comment) => ({ name, severity: 'error', comment, from: { path: from }, to })

module.exports = {
	forbidden: [
		{
			name: 'no-cycle',
			severity: 'error',
			comment: 'Two files that import each other are one file.',
			from: {},
			to: { circular: true },
		},
		{
			name: 'no-unresolved',
			severity: 'error',
			comment: 'The import leads nowhere.',
			from: {},
			to: { couldNotResolve: true },
		},
		rung(
			'shared-is-pure',
			'^shared/',
			{ pathNot: ['^shared/', '(^|/)node_modules/zod/'] },
			'shared imports shared and zod, nothing else.',
		),
		rung(
			'vault-is-low',
			'^src-main/vault/',
			{ path: '^src-', pathNot: '^src-main/vault/' },
			'vault imports shared only.',
		),
		rung(
			'store-is-low',
			'^src-main/store/',
			{ path: '^src-', pathNot: '^src-main/store/' },
			'store imports shared only.',
		),
		rung(
			'sync-below-desk',
			'^src-main/sync/',
			{ path: '^src-', pathNot: '^src-main/(vault|store|sync)/' },
			'sync imports shared, vault and store.',
		),
		rung(
			'desk-below-shells',
			'^src-main/desk/',
			{ path: '^src-', pathNot: '^src-main/(vault|store|sync|desk)/' },
			'desk imports what lies below it.',
		),
		rung(
			'shells-stay-apart',
			'^src-main/shells/([^/]+)/',
			{
				path: '^src-',
				pathNot: ['^src-main/(vault|store|sync|desk)/', '^src-main/shells/[^/]+$', '^src-main/shells/$1/'],
			},
			'A shell imports the desk and below, never another shell.',
		),
		rung(
			'demo-beside-shells',
			'^src-main/demo/',
			{ path: '^src-', pathNot: '^src-main/(vault|store|sync|desk|demo)/' },
			'The demo imports the desk and below.',
		),
		rung(
			'main-in-rooms',
			'^src-main/',
			{ path: '^src-(renderer|hq)/' },
			'The main process imports neither renderer nor HQ.',
		),
		rung(
			'renderer-imports-shared',
			'^src-renderer/',
			{ path: '^src-', pathNot: '^src-renderer/' },
			'The renderer reaches the desk by verbs only.',
		),
		rung('hq-imports-shared', '^src-hq/', { path: '^src-', pathNot: '^src-hq/' }, 'HQ imports shared only.'),
		rung(
			'renderer-without-node',
			'^src-renderer/',
			{ dependencyTypes: ['core'] },
			'The renderer runs in a sandbox without Node.',
		),
		rung(
			'product-without-tests',
			'^(shared|src-[a-z]+)/',
			{ path: '^(test|tools|bench)/' },
			'The product imports no test, tool or benchmark.',
		),
		rung(
			'sql-in-store',
			'^src-(main/(?!store/)|renderer/)',
			{ path: '(^|/)node_modules/better-sqlite3' },
			'store is the only code with SQL.',
		),
		rung(
			'passwords-in-vault',
			'^src-(main/(?!vault/)|renderer/)',
			{ path: '(^|/)node_modules/argon2/' },
			'vault is the only code that sees a password or a key.',
		),
		rung(
			'electron-in-its-shell',
			'^(shared|src-(?!main/shells/electron/))',
			{ path: '(^|/)node_modules/electron/' },
			'Only the Electron shell knows Electron.',
		),
		rung(
			'no-barrel',
			'^(shared|src-[a-z]+|test)/',
			{ path: '/index[.][jt]sx?$', pathNot: '(^|/)node_modules/' },
			'Import the file you mean.',
		),
		{
			name: 'no-dev-dependency',
			severity: 'error',
			comment: 'What the product imports at run time is a dependency.',
			from: { path: '^(shared|src-[a-z]+)/' },
			to: {
				dependencyTypes: ['npm-dev'],
				dependencyTypesNot: ['type-only', 'npm'],
				pathNot: '(^|/)node_modules/electron/',
			},
		},
	],
	options: {
		doNotFollow: { path: '(^|/)node_modules/' },
		tsPreCompilationDeps: true,
		tsConfig: { fileName: 'tsconfig.json' },
		combinedDependencies: false,
		enhancedResolveOptions: {
			extensions: ['.ts', '.tsx', '.mjs', '.cjs', '.js', '.json'],
			exportsFields: ['exports'],
			conditionNames: ['import', 'require', 'node', 'default', 'types'],
			mainFields: ['module', 'main', 'types'],
		},
	},
}
