import type { Category } from '../../shared/claims/fields.ts'
import type { PlaceKind } from './places.ts'

/** What kind of accident a sample tells of, in both languages. {road} {speed} {car} are filled in. */
export type Telling = {
	reason: readonly string[]
	cause: readonly string[]
	/** what | where | l, m or h: light, medium, heavy */
	damage: readonly string[]
	tags: readonly string[]
}
export type Scenario = {
	category: Category
	weight: number
	/** Vehicles told of, the insured one included. */
	vehicles: 1 | 2 | 3
	place: PlaceKind
	/** Months (1–12) in which it happens three times as often. */
	season?: readonly number[]
	/** Probabilities: not drivable afterwards, somebody hurt, police called. */
	towed: number
	hurt: number
	police: number
	/** Repair cost in yuan: most are between these. */
	cost: readonly [number, number]
	zh: Telling
	en: Telling
}
