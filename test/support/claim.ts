import { v7 as uuidv7 } from 'uuid'
import { type ClaimForm, type Damage, emptyForm, type Person, type Vehicle } from '../../shared/claims/claim.ts'

/** One builder per entity. Everything not named has a plain, valid value. */
export function aPerson(more: Partial<Person> = {}): Person {
	return {
		id: uuidv7(),
		name: 'Sarah Standl',
		roles: ['driver'],
		phone: '',
		address: '',
		vehicleId: null,
		licenceClass: '',
		...more,
	}
}

export function aVehicle(more: Partial<Vehicle> = {}): Vehicle {
	return {
		id: uuidv7(),
		side: 'insured',
		plate: '',
		vin: '',
		make: '',
		model: '',
		year: null,
		colour: '',
		towed: null,
		whereSeen: '',
		otherInsurer: '',
		otherPolicyNo: '',
		...more,
	}
}

export function aDamage(more: Partial<Damage> = {}): Damage {
	return { id: uuidv7(), vehicleId: null, what: '车灯坏了', where: '', severity: 'unknown', ...more }
}

/** The reference call's claim, complete enough to submit. */
export function aForm(more: Partial<ClaimForm> = {}): ClaimForm {
	return {
		...emptyForm('Asia/Shanghai', 'CNY'),
		policyNo: '546452',
		accidentDate: '2026-11-19',
		reportedAt: '2026-11-20T02:00:00.000Z',
		reportChannel: 'phone',
		callReason: '车祸报案',
		place: 'M23公路10号路口附近',
		cause: '在M23公路上开车时撞上另一辆车',
		category: 'two-vehicle',
		people: [aPerson(), aPerson({ name: 'John Radley' })],
		damages: [aDamage(), aDamage({ what: '安全气囊坏了' })],
		...more,
	}
}
