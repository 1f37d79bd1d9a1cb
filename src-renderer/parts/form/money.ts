import { type Currency, currencies } from '../../../shared/claims/fields.ts'
import type { Judged } from './judge.ts'

/** Highest amount a record holds, in minor units (shared/claims: minorUnits). */
const most = 1_000_000_000_000n

function separators(locale: string): { group: string; decimal: string } {
	const parts = new Intl.NumberFormat(locale).formatToParts(12_345.6)
	const find = (type: string, fallback: string) => parts.find((part) => part.type === type)?.value ?? fallback
	return { group: find('group', ','), decimal: find('decimal', '.') }
}

const signs =
	/^(?:CNY|EUR|GBP|HKD|JPY|KRW|SGD|USD|HK\$|S\$|US\$|RMB|[¥¥$€£₩])\s*|\s*(?:CNY|EUR|GBP|HKD|JPY|KRW|SGD|USD|元|円)$/gi

/**
 * Reads a typed amount into integer minor units: 1,234.50 and 1234.5 and 1.2万. Digits are moved as text, so nothing is
 * rounded: more decimals than the currency has are refused, as are exponents, signs and wrong grouping.
 */
export function judgeMoney(typed: string, currency: Currency, locale: string): Judged<number> {
	const { group, decimal } = separators(locale)
	let text = typed.normalize('NFKC').trim().replace(signs, '').trim()
	if (typed.trim() === '') return { kind: 'empty' }
	let tens = 0
	if (/[万萬]$/.test(text)) {
		tens = 4
		text = text.slice(0, -1).trim()
	}
	const [whole = '', fraction = '', ...rest] = text.split(decimal)
	const plain = whole.split(group).join('').replace(/\s/g, '')
	const wrong = { kind: 'wrong', code: 'not-an-amount' } as const
	if (rest.length > 0 || !/^\d+$/.test(plain) || !/^\d*$/.test(fraction)) return wrong
	const blocks = whole.split(group === '\u00a0' ? /\s/ : group)
	if (blocks.length > 1 && !blocks.every((block, at) => (at === 0 ? /^\d{1,3}$/ : /^\d{3}$/).test(block.trim())))
		return wrong
	const digits = currencies[currency] + tens
	const kept = fraction.replace(/0+$/, '')
	if (kept.length > digits) return { kind: 'wrong', code: 'too-fine' }
	if (plain.length > 20) return { kind: 'wrong', code: 'too-big' }
	const minor = BigInt(plain + kept.padEnd(digits, '0'))
	return minor > most ? { kind: 'wrong', code: 'too-big' } : { kind: 'read', value: Number(minor) }
}

/** The amount as people write it, without the currency. @param minor integer minor units */
export function writeMoney(minor: number, currency: Currency, locale: string): string {
	const digits = currencies[currency]
	const { group, decimal } = separators(locale)
	const text = String(minor).padStart(digits + 1, '0')
	const whole = digits === 0 ? text : text.slice(0, -digits)
	const grouped = whole.replace(/\B(?=(\d{3})+$)/g, group)
	return digits === 0 ? grouped : grouped + decimal + text.slice(-digits)
}
