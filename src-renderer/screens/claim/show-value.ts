import type { TFunction } from 'i18next'
import { useTranslation } from 'react-i18next'
import { type Currency, currencies } from '../../../shared/claims/fields.ts'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { writeMoney } from '../../parts/form/money.ts'
import { en } from '../../words/en.ts'

type T = TFunction<'words'>

const lists: Readonly<Record<string, keyof typeof en.fields>> = {
	policyUnknownReason: 'policyUnknownReason',
	reportChannel: 'reportChannel',
	timeQuality: 'timeQuality',
	category: 'category',
	drivable: 'triState',
	injuries: 'triState',
	totalLoss: 'triState',
	towed: 'triState',
	police: 'police',
	severity: 'severity',
	side: 'vehicleSide',
	status: 'status',
	roles: 'personRole',
}

/** The word for a field of a record, or its bare name when a newer program wrote it. */
export function fieldWord(t: T, field: string): string {
	return Object.hasOwn(en.claim.field, field) ? t(`claim.field.${field as 'place'}`) : field
}

/** One stored value in the words of the screen. @param currency of the claim, for amounts */
export function showValue(t: T, locale: string, field: string, value: unknown, currency: Currency = 'CNY'): string {
	if (value === null || value === undefined || value === '' || (Array.isArray(value) && value.length === 0))
		return t('claim.history.nothing')
	if (Array.isArray(value)) return value.map((one) => showValue(t, locale, field, one, currency)).join(', ')
	const list = lists[field]
	if (list && typeof value === 'string' && Object.hasOwn(en.fields[list], value))
		return t(`fields.${list}.${value}` as 'fields.triState.yes')
	if ((field === 'estimateMinor' || field === 'settlementMinor') && typeof value === 'number')
		return `${writeMoney(value, currency in currencies ? currency : 'CNY', locale)} ${currency}`
	if (field === 'faultPercent') return `${String(value)} %`
	if (field === 'reportedAt' && typeof value === 'string') return stampTime(value)
	return typeof value === 'object' ? JSON.stringify(value) : String(value)
}

export function useShowValue(currency: Currency = 'CNY') {
	const { t, i18n } = useTranslation()
	return (field: string, value: unknown) => showValue(t, i18n.language, field, value, currency)
}
