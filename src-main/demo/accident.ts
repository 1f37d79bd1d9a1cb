import { type ClaimForm, type Damage, emptyForm, type Person, type Vehicle } from '../../shared/claims/claim.ts'
import { addDays } from '../../shared/claims/dates.ts'
import { chinaInstant, hours, samplesEnd } from './calendar.ts'
import { makeLicenceNo, makeName, makePhone, type Tongue } from './names.ts'
import { type CityWords, makePlace } from './places.ts'
import type { Random } from './random.ts'
import type { Scenario } from './scenario.ts'
import { aloneScenarios } from './scenarios-alone.ts'
import { trafficScenarios } from './scenarios-traffic.ts'
import { insurers, makeBritishPlate, makeColour, makePlate, makePolicyNo, models } from './vehicles.ts'
import { makeVin } from './vin.ts'

export type Accident = {
	form: ClaimForm
	scenario: Scenario
	tongue: Tongue /** epoch ms of the first save */
	at: number
}

const scenarios: readonly Scenario[] = [...trafficScenarios, ...aloneScenarios]
/** Month by month, the scenarios with their weights. */
const byMonth = Array.from({ length: 12 }, (_, at) =>
	scenarios.map((one) => [one, one.weight * (one.season?.includes(at + 1) ? 3 : 1)] as const),
)
const severities = { l: 'light', m: 'medium', h: 'heavy' } as const
const hourMs = 3_600_000
const channels = [
	['phone', 62],
	['app', 22],
	['branch', 6],
	['repairer', 5],
	['police', 3],
	['email', 2],
] as const
const placeNow = {
	zh: { repairer: '南桥修理厂', yard: '客户小区' },
	en: { repairer: 'Nanqiao workshop', yard: 'insured’s home' },
} as const

function makeVehicle(
	random: Random,
	city: CityWords,
	tongue: Tongue,
	at: number,
	side: Vehicle['side'],
	towed: boolean,
): { vehicle: Vehicle; words: string } {
	const model = random.weighted(models)
	const year = random.int(2012, 2026)
	const colour = makeColour(random, tongue)
	const british = tongue === 'en' && random.chance(0.12)
	const other = side === 'third-party'
	const vehicle: Vehicle = {
		id: random.uuid(at),
		side,
		plate: british ? makeBritishPlate(random) : makePlate(random, ...city.plate, model.electric),
		vin: other && random.chance(0.6) ? '' : makeVin(random, model.maker, year),
		make: model.make[tongue],
		model: model.model[tongue],
		year: other && random.chance(0.7) ? null : year,
		colour,
		towed: towed ? 'yes' : other ? 'unknown' : 'no',
		whereSeen: towed ? placeNow[tongue].repairer : random.chance(0.2) ? placeNow[tongue].yard : '',
		otherInsurer: other && random.chance(0.5) ? random.pick(insurers[tongue]) : '',
		otherPolicyNo: other && random.chance(0.25) ? `KX-${random.digits(3)}-${random.digits(3)}` : '',
	}
	const words =
		tongue === 'zh' ? `${colour}${vehicle.make}${vehicle.model}` : `${colour} ${vehicle.make} ${vehicle.model}`
	return { vehicle, words }
}

type PersonMaker = (roles: Person['roles'], vehicle: Vehicle | null, known?: boolean) => Person

function personMaker(random: Random, tongue: Tongue, at: number): PersonMaker {
	return (roles, vehicle, known = true) => {
		const driver = roles.includes('driver')
		return {
			id: random.uuid(at),
			name: makeName(random, random.chance(0.08) ? 'en' : tongue),
			roles,
			phone: known || random.chance(0.6) ? makePhone(random, tongue) : '',
			address: '',
			vehicleId: vehicle?.id ?? null,
			licenceClass: driver && known ? random.pick(['C1', 'C1', 'C2', 'B2']) : '',
			...(driver && known && random.chance(0.4) ? { licenceNo: makeLicenceNo(random) } : {}),
		}
	}
}

function makePeople(
	random: Random,
	scenario: Scenario,
	tongue: Tongue,
	at: number,
	vehicles: readonly Vehicle[],
	hurt: boolean,
): Person[] {
	const make = personMaker(random, tongue, at)
	const [own = null, ...others] = vehicles
	const people: Person[] = []
	if (random.chance(0.78)) people.push(make(['reporter', 'insured', 'driver'], own))
	else people.push(make(['reporter', 'insured', 'owner'], own), make(['driver'], own))
	for (const other of others)
		if (scenario.category !== 'parked' || random.chance(0.4)) people.push(make(['driver'], other, random.chance(0.6)))
	if (hurt) {
		const injury =
			tongue === 'zh'
				? random.pick(['颈部不适', '手臂擦伤', '腰部疼痛,已送医'])
				: random.pick(['whiplash', 'grazed arm', 'back pain, taken to hospital'])
		people.push({ ...make(['injured'], null, false), injury })
	}
	if (random.chance(0.1)) people.push(make(['witness'], null))
	if (random.chance(0.08)) people.push(make(['passenger'], own, false))
	return people
}

function makeDamages(random: Random, telling: readonly string[], at: number, vehicles: readonly Vehicle[]): Damage[] {
	const one = (text: string, vehicle: Vehicle | undefined): Damage => {
		const [what = '', where = '', severity = 'l'] = text.split('|')
		return {
			id: random.uuid(at),
			vehicleId: vehicle?.id ?? null,
			what,
			where,
			severity: severities[severity as 'l' | 'm' | 'h'],
		}
	}
	const start = random.int(0, telling.length - 1)
	const number = random.weighted([
		[1, 45],
		[2, 40],
		[3, 15],
	] as const)
	const own = Array.from({ length: Math.min(number, telling.length) }, (_, n) =>
		one(telling[(start + n) % telling.length] as string, vehicles[0]),
	)
	return vehicles.length > 1 && random.chance(0.35) ? [...own, one(random.pick(telling), vehicles[1])] : own
}

function summaryOf(random: Random, tongue: Tongue, form: ClaimForm): string {
	const names = form.people.filter((one) => one.roles.includes('driver')).map((one) => one.name)
	const damages = form.damages.map((one) => one.what)
	const going = form.drivable === 'no'
	if (tongue === 'zh') {
		const who = names.length > 0 ? names.join('、') : '客户'
		const end = going
			? '车辆无法行驶,已安排拖车。'
			: random.pick(['车辆可正常行驶,约定时间定损。', '车辆可行驶,客户自行前往修理厂。'])
		return random.pick([
			`${who}于${form.accidentDate}在${form.place}发生事故:${form.cause}。损失:${damages.join('、')}。${end}`,
			`${form.cause}。地点${form.place},涉及驾驶人${who}。${damages.join(',')}。${end}`,
		])
	}
	const who = names.length > 0 ? names.join(' and ') : 'The insured'
	const end = going
		? 'Not drivable, tow arranged.'
		: random.pick(['Drivable; inspection to be arranged.', 'Car can be driven to the workshop.'])
	return random.pick([
		`${form.cause}. ${who}, ${form.place}, ${form.accidentDate}. Damage: ${damages.join('; ').toLowerCase()}. ${end}`,
		`${who} reported: ${form.cause.toLowerCase()} at ${form.place}. ${damages.join(', ')}. ${end}`,
	])
}

/** One accident and the first notice of it. @param day the accident date */
export function makeAccident(random: Random, city: CityWords, day: string): Accident {
	const tongue: Tongue = random.chance(0.65) ? 'zh' : 'en'
	const scenario = random.weighted(byMonth[Number(day.slice(5, 7)) - 1] as (typeof byMonth)[number])
	const telling = scenario[tongue]
	const minute = random.int(0, 59)
	const accident = chinaInstant(day, random.weighted(hours) + minute / 60)
	const quick = random.chance(0.8)
	const reported = Math.min(
		accident + Math.round((quick ? random.next() * 1.5 + 0.1 : random.next() * 60 + 2) * hourMs),
		samplesEnd - 15 * 60_000,
	)
	const at = Math.min(reported + random.int(2, 12) * 60_000, samplesEnd - 60_000)
	const hurt = random.chance(scenario.hurt)
	const towed = random.chance(scenario.towed)
	const made = Array.from({ length: scenario.vehicles }, (_, n) =>
		makeVehicle(random, city, tongue, at, n === 0 ? 'insured' : 'third-party', n === 0 && towed),
	)
	const vehicles = made.map((one) => one.vehicle)
	const place = makePlace(random, city, scenario.place, tongue)
	const fill = (text: string): string =>
		text
			.replace('{road}', place.placeRoad || place.place)
			.replace('{speed}', String(random.int(3, 22) * 5))
			.replace('{car}', made[1]?.words ?? (tongue === 'zh' ? '轿车' : 'car'))
	const police = random.chance(scenario.police)
	const quality = random.weighted([
		['exact', 55],
		['about', 35],
		['unknown', 10],
	] as const)
	const cause = fill(random.pick(telling.cause))
	const tags = [
		...new Set([
			...telling.tags.filter(() => random.chance(0.5)),
			...(random.chance(0.04) ? [tongue === 'zh' ? '大客户' : 'fleet'] : []),
		]),
	]
	const form: ClaimForm = {
		...emptyForm('Asia/Shanghai', 'CNY'),
		policyNo: makePolicyNo(random, city.region, addDays(day, -random.int(1, 360))),
		reportedAt: new Date(reported).toISOString(),
		reportChannel: random.weighted(channels),
		callReason: random.pick(telling.reason),
		accidentDate: day,
		accidentTime: quality === 'unknown' ? null : new Date(accident + 8 * hourMs).toISOString().slice(11, 16),
		timeQuality: quality,
		...place,
		category: scenario.category,
		tags,
		cause,
		drivable: towed ? 'no' : random.chance(0.85) ? 'yes' : 'unknown',
		injuries: hurt ? 'yes' : random.chance(0.8) ? 'no' : 'unknown',
		totalLoss: scenario.category === 'fire' && towed ? 'unknown' : null,
		police: police ? random.pick(['pending', 'received'] as const) : 'none',
		policeReportNo: police && random.chance(0.5) ? `${city.region}${day.replaceAll('-', '')}${random.digits(4)}` : '',
		people: makePeople(random, scenario, tongue, at, vehicles, hurt),
		vehicles,
		damages: makeDamages(random, telling.damage, at, vehicles),
	}
	if (random.chance(0.05))
		Object.assign(form, {
			policyNo: '',
			policyUnknownReason: random.pick(['not-at-hand', 'third-party', 'to-verify'] as const),
		})
	form.summary = random.chance(0.85) ? summaryOf(random, tongue, form) : ''
	return { form, scenario, tongue, at }
}
