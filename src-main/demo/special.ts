import { type ClaimForm, emptyForm, type Person, type Vehicle } from '../../shared/claims/claim.ts'
import { demoBlock, type Minter } from './minter.ts'
import type { Random } from './random.ts'
import { type SampleClaim, unhandled } from './sample-claim.ts'
import type { Staff } from './staff.ts'
import { makeVin } from './vin.ts'

export const specialCount = 6

/**
 * Claims that a demonstration wants to point at: the reference call, two reports of what may be one accident, and
 * texts that break careless programs (markup, emoji, right-to-left writing, a note of many pages).
 */
export function specialClaims(random: Random, people: readonly Staff[], minter: Minter): SampleClaim[] {
	const named = (userName: string): Staff => people.find((one) => one.userName === userName) as Staff
	const desk = named('sh.desk')
	const demo = named('demo')
	const lead = named('supervisor')
	const aPerson = (at: number, name: string, roles: Person['roles'], more: Partial<Person> = {}): Person => ({
		id: random.uuid(at),
		name,
		roles,
		phone: '',
		address: '',
		vehicleId: null,
		licenceClass: '',
		...more,
	})
	const aVehicle = (at: number, side: Vehicle['side'], more: Partial<Vehicle>): Vehicle => ({
		id: random.uuid(at),
		side,
		plate: '',
		vin: '',
		make: '',
		model: '',
		year: null,
		colour: '',
		towed: 'unknown',
		whereSeen: '',
		otherInsurer: '',
		otherPolicyNo: '',
		...more,
	})
	const aClaim = (by: Staff, when: string, form: Partial<ClaimForm>): SampleClaim => {
		const at = Date.parse(when)
		return {
			id: random.uuid(at),
			claimNo: minter.mint('SH', demoBlock, at),
			city: 'SH',
			at,
			by,
			form: {
				...emptyForm('Asia/Shanghai', 'CNY'),
				reportedAt: new Date(at - 6 * 60_000).toISOString(),
				reportChannel: 'phone',
				...form,
			},
			submitted: true,
			state: unhandled('reported'),
			notes: [],
			acts: [],
		}
	}
	const assign = (claim: SampleClaim, minutes: number): SampleClaim => {
		const set = {
			status: 'assigned',
			statusReason: '',
			keptClaim: null,
			assignedTo: demo.id,
			assignedName: demo.displayName,
		}
		claim.acts.push({ at: claim.at + minutes * 60_000, by: lead, kind: 'step', event: 'claim.step.assigned', set })
		return claim
	}
	const note = (claim: SampleClaim, minutes: number, by: Staff, text: string): SampleClaim => {
		const at = claim.at + minutes * 60_000
		claim.notes.push({ id: random.uuid(at), at, by, text })
		return claim
	}

	const script = () => {
		const at = Date.parse('2026-11-12T03:20:00.000Z')
		return aClaim(desk, '2026-11-12T03:20:00.000Z', {
			policyNo: 'AUTO-304417',
			accidentDate: '2026-11-12',
			callReason: '网上报案',
			category: 'two-vehicle',
			place: '浦东新区张杨路1211号附近',
			cause: `<script>alert('claim')</script> 客户在网页表单中粘贴的内容,原样保留;实为倒车时与后车轻微碰撞 <b>"&amp;"</b>`,
			tags: ['网上报案'],
			people: [aPerson(at, '陆子涵', ['reporter', 'insured', 'driver'], { phone: '10000204417' })],
			damages: [{ id: random.uuid(at), vehicleId: null, what: '后保险杠刮痕', where: '后部', severity: 'light' }],
		})
	}
	const emoji = () => {
		const at = Date.parse('2026-11-14T09:05:00.000Z')
		return aClaim(demo, '2026-11-14T09:05:00.000Z', {
			policyNo: 'KX-771-204',
			accidentDate: '2026-11-14',
			accidentTime: '16:10',
			timeQuality: 'about',
			callReason: 'App report 🚗💥',
			category: 'animal',
			place: 'S20外环高速, exit 12 🦌',
			cause: 'הצבי קפץ לכביש — a deer 🦌 jumped out (الحيوان قفز إلى الطريق), 避让不及 😱👨‍👩‍👧‍👦',
			summary: 'שלום. The caller wrote in Hebrew, Arabic and emoji; nobody was hurt 👍🏽.',
			tags: ['deer', '动物', '🦌'],
			injuries: 'no',
			people: [aPerson(at, 'נועה פֶנוויק', ['reporter', 'driver'], { phone: '07700 900461' })],
			vehicles: [
				aVehicle(at, 'insured', {
					plate: 'AB12 CDE',
					make: 'Volkswagen',
					model: 'Passat',
					colour: 'blue',
					towed: 'no',
					vin: makeVin(random, 'LSV', 2019),
				}),
			],
			damages: [{ id: random.uuid(at), vehicleId: null, what: 'Grille broken', where: 'front', severity: 'medium' }],
		})
	}
	const long = () => {
		const at = Date.parse('2026-11-16T01:40:00.000Z')
		const claim = aClaim(desk, '2026-11-16T01:40:00.000Z', {
			policyNo: 'CXA3101022608220871',
			accidentDate: '2026-11-15',
			callReason: '多车事故报案',
			category: 'multi-vehicle',
			place: '延安高架往东方向近江苏路出口',
			cause: '前方急停,四车连环追尾,本车为第三辆',
			tags: ['连环追尾', '责任待定'],
			police: 'pending',
			people: [aPerson(at, '欧阳思源', ['reporter', 'insured', 'driver'], { phone: '10006731552' })],
			damages: [{ id: random.uuid(at), vehicleId: null, what: '前后保险杠破裂', where: '前后', severity: 'heavy' }],
		})
		const line = (n: number): string =>
			n % 2 === 0
				? `${n}. 与第${(n % 4) + 1}位驾驶人核对:距离、车速、制动时间与行车记录仪画面逐帧比对,差异已标注,待复核。`
				: `${n}. Statement of driver ${(n % 4) + 1} read back and confirmed; distances taken from the plan, not from memory.`
		return note(assign(claim, 25), 300, demo, Array.from({ length: 210 }, (_, n) => line(n + 1)).join('\n'))
	}
	const twin = (by: Staff, when: string, name: string, phone: string, day: string, cause: string) => {
		const at = Date.parse(when)
		return aClaim(by, when, {
			policyNo: 'CXA3101042601150332',
			accidentDate: day,
			callReason: '追尾报案',
			category: 'two-vehicle',
			place: '徐汇区漕溪北路与虹桥路交叉口',
			placeRegion: '徐汇区',
			placeRoad: '漕溪北路',
			placeMarker: '虹桥路',
			cause,
			tags: ['追尾'],
			drivable: 'yes',
			people: [aPerson(at, name, ['reporter', 'driver'], { phone })],
			vehicles: [
				aVehicle(at, 'insured', {
					plate: '沪B72K19',
					make: '丰田',
					model: '凯美瑞',
					colour: '白色',
					towed: 'no',
					vin: makeVin(random, 'LVG', 2021),
				}),
			],
			damages: [{ id: random.uuid(at), vehicleId: null, what: '后保险杠破裂', where: '后部', severity: 'medium' }],
		})
	}
	const reference = () => {
		const when = '2026-11-19T13:12:00.000Z'
		const at = Date.parse(when)
		const own = aVehicle(at, 'insured', {
			towed: 'yes',
			plate: 'KX71 FLD',
			make: 'Ford',
			model: 'Focus',
			colour: '蓝色',
			vin: makeVin(random, 'LVS', 2021),
			whereSeen: '拖车停车场',
		})
		const other = aVehicle(at, 'third-party', {})
		const claim = aClaim(desk, when, {
			policyNo: '546452',
			accidentDate: '2026-11-19',
			callReason: '车祸报案',
			category: 'two-vehicle',
			place: 'M23公路10号路口附近',
			placeRoad: 'M23公路',
			placeMarker: '10号路口',
			cause: '在M23公路上开车时撞上另一辆车',
			summary:
				'Sarah Standl在M23公路10号路口附近与John Radley驾驶的车辆相撞,自称可能先撞到坑。车灯坏了,安全气囊也坏了,车辆无法行驶,已安排拖车。是否有人受伤尚不确定。已开始索赔程序。',
			tags: ['拖车', '待核实原因'],
			drivable: 'no',
			injuries: 'unknown',
			people: [
				aPerson(at, 'Sarah Standl', ['reporter', 'insured', 'driver'], { vehicleId: own.id, phone: '07700 900123' }),
				aPerson(at, 'John Radley', ['driver'], { vehicleId: other.id }),
			],
			vehicles: [own, other],
			damages: [
				{ id: random.uuid(at), vehicleId: own.id, what: '车灯坏了', where: '前部', severity: 'medium' },
				{ id: random.uuid(at), vehicleId: own.id, what: '安全气囊坏了', where: '', severity: 'heavy' },
			],
		})
		note(claim, 3, desk, '来电人只受了点惊吓。先说撞上另一辆车,后说可能撞到坑,两种说法需核实。拖车已派出。')
		return note(assign(claim, 14), 50, demo, '已联系拖车公司,车辆预计22:30到停车场。明早联系John Radley。')
	}
	return [
		script(),
		emoji(),
		long(),
		twin(desk, '2026-11-17T02:15:00.000Z', '蒋若曦', '10002218874', '2026-11-17', '等红灯时被后车追尾'),
		twin(
			named('sh.desk2'),
			'2026-11-18T06:50:00.000Z',
			'蒋若曦',
			'1000 221 8874',
			'2026-11-18',
			'在漕溪北路路口被追尾,对方未停车',
		),
		reference(),
	]
}
