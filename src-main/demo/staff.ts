import type { Role } from '../../shared/access/roles.ts'
import type { StoredAccount } from '../store/accounts.ts'

/** The people who work with the samples. Their ids are fixed; only three of them can sign in. */
export type Staff = StoredAccount

const hired = '2023-11-20T00:30:00.000Z'
const person = (n: number, userName: string, displayName: string, roles: Role[], cities: string[] | '*'): Staff => ({
	id: `018be9d5-7a00-7000-8000-0000000000${String(n).padStart(2, '0')}`,
	userName,
	displayName,
	roles,
	cities,
	createdAt: hired,
})

export const demoUser = person(1, 'demo', '林晓', ['administrator', 'adjuster'], '*')

export const staff: readonly Staff[] = [
	demoUser,
	person(2, 'supervisor', '周慧', ['supervisor'], '*'),
	person(3, 'auditor', 'Edith Thornbury', ['auditor'], '*'),
	person(4, 'reviewer', '总部核损 顾远', ['reviewer'], '*'),
	person(11, 'sh.chen', '陈立', ['adjuster'], ['SH']),
	person(12, 'sh.fenwick', 'Nora Fenwick', ['adjuster'], ['SH']),
	person(13, 'sh.desk', '徐佳', ['agent'], ['SH']),
	person(14, 'sh.desk2', 'Theo Jardine', ['agent'], ['SH']),
	person(21, 'bj.lead', '韩明远', ['supervisor'], ['BJ']),
	person(22, 'bj.guo', '郭涛', ['adjuster'], ['BJ']),
	person(23, 'bj.song', '宋雨', ['adjuster'], ['BJ']),
	person(24, 'bj.desk', '马丽', ['agent'], ['BJ']),
	person(31, 'gz.lead', '梁志文', ['supervisor'], ['GZ']),
	person(32, 'gz.huang', '黄嘉铭', ['adjuster'], ['GZ']),
	person(33, 'gz.koval', 'Pavel Koval', ['adjuster'], ['GZ']),
	person(34, 'gz.desk', '邓欣怡', ['agent'], ['GZ']),
]

export type Team = { desk: readonly Staff[]; adjusters: readonly Staff[]; lead: Staff; reviewer: Staff }

/** Who takes, adjusts and approves claims of a city. The supervisor who can sign in leads Shanghai. */
export function teamsOf(people: readonly Staff[]): ReadonlyMap<string, Team> {
	const named = (userName: string): Staff => {
		const found = people.find((one) => one.userName === userName)
		if (found === undefined) throw new Error(`the staff has no ${userName}`)
		return found
	}
	const reviewer = named('reviewer')
	const team = (desk: string[], adjusters: string[], lead: string): Team => ({
		desk: desk.map(named),
		adjusters: adjusters.map(named),
		lead: named(lead),
		reviewer,
	})
	return new Map([
		['SH', team(['sh.desk', 'sh.desk2', 'demo'], ['demo', 'sh.chen', 'sh.fenwick'], 'supervisor')],
		['BJ', team(['bj.desk'], ['bj.guo', 'bj.song'], 'bj.lead')],
		['GZ', team(['gz.desk'], ['gz.huang', 'gz.koval'], 'gz.lead')],
	])
}
