/**
 * Who may do what: one table, used by the laptop on every verb and by HQ on every change. Deny by default.
 * Sources: the role columns of the status machine, and the permission matrix of the security model.
 * A person may hold several roles and may then do what any of them allows.
 */

export const roles = ['agent', 'adjuster', 'supervisor', 'reviewer', 'auditor', 'administrator'] as const
export type Role = (typeof roles)[number]

/** own: claims one created or is assigned to. city: claims of the cities granted. all: every claim on the machine. */
export type Scope = 'own' | 'city' | 'all'

export const actions = [
	'claim.read',
	'claim.read.personal', // names, phones, plates in clear
	'claim.read.unmasked', // sensitive fields, on asking, audited
	'claim.create',
	'claim.edit',
	'claim.note',
	'claim.estimate',
	'claim.take',
	'claim.assign',
	'claim.inspect',
	'claim.submit-review',
	'claim.review',
	'claim.approve',
	'claim.settle',
	'claim.close',
	'claim.withdraw',
	'claim.discard',
	'people.read',
	'people.write',
	'audit.read',
	'settings.write',
] as const
export type Action = (typeof actions)[number]

export const access: Readonly<Record<Role, Readonly<Partial<Record<Action, Scope>>>>> = {
	agent: {
		'claim.read': 'city',
		'claim.read.personal': 'city',
		'claim.create': 'city',
		'claim.edit': 'own',
		'claim.note': 'city',
		'claim.discard': 'own',
	},
	adjuster: {
		'claim.read': 'city',
		'claim.read.personal': 'city',
		'claim.read.unmasked': 'own',
		'claim.create': 'city',
		'claim.edit': 'own',
		'claim.note': 'city',
		'claim.estimate': 'own',
		'claim.take': 'city',
		'claim.inspect': 'own',
		'claim.submit-review': 'own',
		'claim.close': 'own',
		'claim.withdraw': 'own',
		'claim.discard': 'own',
	},
	supervisor: {
		'claim.read': 'city',
		'claim.read.personal': 'city',
		'claim.read.unmasked': 'city',
		'claim.edit': 'city',
		'claim.note': 'city',
		'claim.assign': 'city',
		'claim.review': 'city',
		'claim.approve': 'city',
		'claim.close': 'city',
		'claim.withdraw': 'city',
		'claim.discard': 'city',
		'people.read': 'city',
	},
	reviewer: {
		'claim.read': 'all',
		'claim.read.personal': 'all',
		'claim.read.unmasked': 'all',
		'claim.note': 'all',
		'claim.review': 'all',
		'claim.approve': 'all',
		'claim.settle': 'all',
		'people.read': 'all',
	},
	auditor: { 'claim.read': 'all', 'people.read': 'all', 'audit.read': 'all' },
	administrator: { 'people.read': 'all', 'people.write': 'all', 'settings.write': 'all' },
}

/** Highest estimate a role may approve, in minor units of the claim's currency. Reviewers at HQ have no limit. */
export const approvalLimit: Readonly<Partial<Record<Role, number>>> = {
	supervisor: 5_000_000,
	reviewer: Number.MAX_SAFE_INTEGER,
}

/** The person asking. cities '*' means every city held on this machine. */
export type Actor = { id: string; roles: readonly Role[]; cities: readonly string[] | '*' }

/** The claim asked about, as far as permission goes. */
export type Subject = { city: string; createdBy: string; assignedTo: string | null }

const rank: Record<Scope, number> = { own: 1, city: 2, all: 3 }

/** The widest scope in which the actor may do the action, or null. */
export function scopeOf(actor: Actor, action: Action): Scope | null {
	let widest: Scope | null = null
	for (const role of actor.roles) {
		// Own keys only: a role or an action from outside the table, such as 'constructor', is denied like any other.
		const row = Object.hasOwn(access, role) ? access[role] : {}
		const scope = Object.hasOwn(row, action) ? row[action] : undefined
		if (scope && (widest === null || rank[scope] > rank[widest])) widest = scope
	}
	return widest
}

/** May the actor do the action at all, to anything? */
export function mayEver(actor: Actor, action: Action): boolean {
	return scopeOf(actor, action) !== null
}

/** May the actor do the action to this claim? */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
	const scope = scopeOf(actor, action)
	if (scope === null) return false
	if (scope === 'all') return true
	const inCity = actor.cities === '*' || actor.cities.includes(subject.city)
	if (scope === 'city') return inCity
	return inCity && (subject.createdBy === actor.id || subject.assignedTo === actor.id)
}

/** Highest estimate this actor may approve, in minor units; 0 when none. */
export function approvalLimitOf(actor: Actor): number {
	return Math.max(
		0,
		...actor.roles.map((role) => (Object.hasOwn(approvalLimit, role) ? (approvalLimit[role] ?? 0) : 0)),
	)
}
