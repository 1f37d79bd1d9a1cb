import type { VerbName } from './verbs.ts'

/**
 * The verbs' names without their schemas, for the one bundle that must stay small and free of libraries: the preload
 * script. The type makes a missing or an unknown name a compile error.
 */
const names = {
	'app.state': true,
	'app.language': true,
	'vault.judge': true,
	'setup.create': true,
	'session.signIn': true,
	'session.lock': true,
	'session.touch': true,
	'session.changePassword': true,
	'prefs.get': true,
	'prefs.put': true,
	'people.list': true,
	'people.add': true,
	'people.update': true,
	'people.resetPassword': true,
	'people.disable': true,
	'people.assignees': true,
	'claims.page': true,
	'claims.count': true,
	'claims.byPolicy': true,
	'claims.get': true,
	'claims.reveal': true,
	'claims.history': true,
	'claims.duplicates': true,
	'claims.save': true,
	'claims.edit': true,
	'claims.note': true,
	'claims.step': true,
	'claims.tags': true,
	'claims.archive': true,
	'intake.open': true,
	'intake.list': true,
	'drafts.keep': true,
	'drafts.get': true,
	'drafts.drop': true,
} satisfies Readonly<Record<VerbName, true>>

export const plainVerbNames = Object.keys(names) as VerbName[]
