import type { TFunction } from 'i18next'
import type { NewForm } from './form.ts'

const rowWords = {
	drivers: { name: 'driverName', phone: 'driverPhone', vehicleId: 'driverVehicle' },
	others: { name: 'otherName', phone: 'otherPhone', roles: 'otherRole' },
	vehicles: {
		side: 'vehicleSide',
		plate: 'plate',
		make: 'make',
		model: 'model',
		colour: 'colour',
		vin: 'vin',
		year: 'year',
	},
	damages: { what: 'damage', where: 'damageWhere', vehicleId: 'damageVehicle', severity: 'severity' },
} as const

type BoxWord = 'damage'

/** The label of a box, by its name: "Damage 2" for the second row of the list. */
export function boxWords(box: string, form: NewForm, t: TFunction<'words'>): string {
	const [id = '', field = ''] = box.split('.')
	if (field === '') return t(`intake.box.${(box === 'tagTyped' ? 'tags' : box) as BoxWord}`)
	if (id === form.reporter.id) return t(field === 'phone' ? 'intake.box.reporterPhone' : 'intake.box.reporterName')
	for (const list of ['drivers', 'others', 'vehicles', 'damages'] as const) {
		const at = form[list].findIndex((row) => row.id === id)
		if (at < 0) continue
		const word = (rowWords[list] as Readonly<Record<string, string>>)[field] ?? Object.values(rowWords[list])[0]
		const label = t(`intake.box.${word as BoxWord}`)
		return at === 0 ? label : t('intake.numbered', { label, at: at + 1 })
	}
	return box
}
