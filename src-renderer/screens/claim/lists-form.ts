import type { Damage, Person, Vehicle } from '../../../shared/claims/claim.ts'
import { cleanText } from '../../../shared/claims/text.ts'
import type { Issue } from '../../../shared/claims/validate.ts'
import { judgeText, judgeWhole } from '../../parts/form/judge.ts'

/** People, vehicles and damage while they are edited: records with text as typed. */
export type VehicleBoxes = Omit<Vehicle, 'year'> & { year: string }
export type ListForm = { people: Person[]; vehicles: VehicleBoxes[]; damages: Damage[] }
export type ListName = keyof ListForm

export const boxesOfVehicle = (one: Vehicle): VehicleBoxes => ({
	...one,
	year: one.year === null ? '' : String(one.year),
})

export function vehicleOfBoxes({ year, ...rest }: VehicleBoxes): Vehicle {
	const judged = judgeWhole(year, 1900, 2100)
	return { ...rest, year: judged.kind === 'read' ? judged.value : null }
}

function cleaned<T extends object>(record: T): T {
	return Object.fromEntries(
		Object.entries(record).map(([field, value]) => [field, typeof value === 'string' ? cleanText(value) : value]),
	) as T
}

const named: Record<ListName, readonly string[]> = {
	people: ['name', 'phone', 'address', 'licenceNo', 'licenceClass', 'idNo', 'injury'],
	vehicles: ['plate', 'vin', 'make', 'model', 'year', 'colour', 'whereSeen', 'otherInsurer', 'otherPolicyNo', 'towed'],
	damages: ['what', 'where'],
}

/** A new row that nobody filled in is no record; a row that was there stays, even when emptied. */
export function filledRows<T extends { id: string }>(
	list: ListName,
	rows: readonly T[],
	base: readonly { id: string }[],
): T[] {
	const known = new Set(base.map((one) => one.id))
	const filled = (row: T) => named[list].some((field) => String(row[field as keyof T] ?? '').trim() !== '')
	return rows.filter((row) => known.has(row.id) || filled(row)).map(cleaned)
}

export function problemsOfRows(list: ListName, rows: readonly object[]): Issue[] {
	const issues: Issue[] = []
	rows.forEach((row, at) => {
		for (const [field, value] of Object.entries(row)) {
			if (typeof value !== 'string') continue
			if (judgeText(value)) issues.push({ path: `${list}.${at}.${field}`, code: 'ill-formed' })
			else if (field === 'year') {
				const judged = judgeWhole(value, 1900, 2100)
				if (judged.kind === 'wrong') issues.push({ path: `${list}.${at}.year`, code: judged.code })
			}
		}
	})
	return issues
}
