import { useTranslation } from 'react-i18next'
import { v7 as newId } from 'uuid'
import type { Person, Vehicle } from '../../../shared/claims/claim.ts'
import { personRoles } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { AddRow, RemoveRow, useNumbered } from '../../parts/form/rows.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { vehicleName } from './vehicle-name.ts'

type Props = {
	rows: readonly Person[]
	change: (rows: Person[]) => void
	wrong: (path: string) => string | null
	vehicles: readonly Vehicle[]
	masked: boolean
	/** The people as the screen shows them, for what is masked. */
	shown: readonly Person[]
}

export function PersonBoxes({ rows, change, wrong, vehicles, masked, shown }: Props) {
	const { t } = useTranslation()
	const numbered = useNumbered()
	let drivers = 0
	let others = 0
	return (
		<div className="form-grid">
			{rows.map((row, at) => {
				const driver = row.roles.includes('driver')
				const nameLabel = driver
					? numbered(t('claim.box.driverName'), drivers++)
					: numbered(t('claim.box.name'), others++)
				const set = (patch: Partial<Person>) =>
					change(rows.map((one, index) => (index === at ? { ...one, ...patch } : one)))
				const bind = (field: 'name' | 'phone' | 'address' | 'licenceClass') => ({
					value: row[field],
					onChange: (value: string) => set({ [field]: value }),
					error: wrong(`people.${at}.${field}`),
				})
				const sensitive = (field: 'licenceNo' | 'idNo' | 'injury') => ({
					value: row[field] ?? '',
					onChange: (value: string) => set({ [field]: value === '' && masked ? undefined : value }),
					error: wrong(`people.${at}.${field}`),
					...(masked && shown.find((one) => one.id === row.id)?.[field]
						? { placeholder: '••••', hint: t('claim.box.maskedHint') }
						: {}),
				})
				return (
					<div key={row.id} className="record-boxes">
						<div className="w4">
							<TextField {...bind('name')} label={nameLabel} maxLength={limits.name} />
						</div>
						<div className="w4">
							<TextField
								{...bind('phone')}
								label={numbered(t('claim.field.phone'), at)}
								maxLength={limits.code}
								type="tel"
							/>
						</div>
						<div className="w4 with-remove">
							<Choice
								label={numbered(t('claim.field.vehicleId'), at)}
								value={row.vehicleId ?? ''}
								onChange={(value) => set({ vehicleId: value === '' ? null : value })}
								empty={t('intake.vehicleUnknown')}
								options={vehicles.map((one) => ({ value: one.id, label: vehicleName(vehicles, one.id, t) }))}
							/>
							<RemoveRow
								what={t('intake.removeRow', { what: row.name || nameLabel })}
								onPress={() => change(rows.filter((_, index) => index !== at))}
							/>
						</div>
						<fieldset className="w12 role-ticks">
							<legend className="for-readers">{numbered(t('claim.field.roles'), at)}</legend>
							{personRoles.map((role) => (
								<label key={role} className="box-tick">
									<input
										type="checkbox"
										checked={row.roles.includes(role)}
										onChange={(event) =>
											set({
												roles: event.currentTarget.checked
													? [...row.roles, role]
													: row.roles.filter((one) => one !== role),
											})
										}
									/>
									{t(`fields.personRole.${role}`)}
								</label>
							))}
						</fieldset>
						<div className="w6">
							<TextField {...bind('address')} label={numbered(t('claim.field.address'), at)} maxLength={limits.line} />
						</div>
						<div className="w3" data-sensitive>
							<TextField
								{...sensitive('idNo')}
								label={numbered(t('claim.field.idNo'), at)}
								maxLength={limits.code}
								mono
							/>
						</div>
						<div className="w3" data-sensitive>
							<TextField
								{...sensitive('licenceNo')}
								label={numbered(t('claim.field.licenceNo'), at)}
								maxLength={limits.code}
								mono
							/>
						</div>
						<div className="w3">
							<TextField
								{...bind('licenceClass')}
								label={numbered(t('claim.field.licenceClass'), at)}
								maxLength={limits.code}
							/>
						</div>
						<div className="w9" data-sensitive>
							<TextField
								{...sensitive('injury')}
								label={numbered(t('claim.field.injury'), at)}
								maxLength={limits.line}
							/>
						</div>
					</div>
				)
			})}
			<div className="w12 row-adds">
				<AddRow label={t('intake.addDriver')} onPress={() => change([...rows, blankPerson(['driver'])])} />
				<AddRow label={t('intake.addPerson')} onPress={() => change([...rows, blankPerson(['witness'])])} />
			</div>
		</div>
	)
}

function blankPerson(roles: Person['roles']): Person {
	return { id: newId(), name: '', roles, phone: '', address: '', vehicleId: null, licenceClass: '' }
}
