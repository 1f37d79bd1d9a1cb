import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Clash } from '../../../shared/desk-api/errors.ts'
import { Banner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { ShownText } from '../../parts/ShownText.tsx'
import type { Choice } from './settle-clash.ts'
import { fieldWord, useShowValue } from './show-value.ts'
import './clash.css'
import type { Request } from './use-section-edit.ts'

type Props = {
	clashes: readonly Clash[]
	request: Request
	busy: boolean
	onDecide: (choices: Readonly<Record<string, Choice>>) => void
	onCancel: () => void
}

const labelOf = (row: Record<string, unknown>): string => String(row.name || row.plate || row.what || '')

/** Field by field: what was there, mine, theirs. Nothing is written until each is decided. */
export function ClashPanel({ clashes, request, busy, onDecide, onCancel }: Props) {
	const { t } = useTranslation()
	const show = useShowValue()
	const [choices, setChoices] = useState<Readonly<Record<string, Choice>>>({})
	const open = clashes.some((clash) => choices[clash.path] === undefined)

	function nameOf(path: string): string {
		const [list = '', index, field] = path.split('.')
		if (index === undefined) return fieldWord(t, list)
		const rows = request[list as 'people']?.now as readonly Record<string, unknown>[] | undefined
		const lists = request[list as 'people']?.was as readonly Record<string, unknown>[] | undefined
		const row = lists?.find((one) => one.id === index) ?? rows?.[Number(index)]
		const label = (row && labelOf(row)) || String(Number(index) + 1)
		return field === undefined ? label : `${label} · ${fieldWord(t, field)}`
	}
	return (
		<div className="clash">
			<Banner tone="warn" title={t('claim.conflict.title')} urgent>
				<p>{t('claim.conflict.text')}</p>
			</Banner>
			{clashes.map((clash) => {
				const name = nameOf(clash.path)
				const field = clash.path.split('.').at(-1) as string
				const value = (given: unknown) => {
					if (clash.path.split('.').length !== 2) return show(field, given)
					return given === null ? t('claim.conflict.removed') : labelOf(given as Record<string, unknown>)
				}
				return (
					<fieldset key={clash.path} className="clash-field">
						<legend>{name}</legend>
						<p className="dim">
							{t('claim.conflict.before')}: <ShownText text={value(clash.was)} />
						</p>
						<div className="clash-sides">
							{(['mine', 'theirs'] as const).map((side) => (
								<label key={side} className="clash-side">
									<input
										type="radio"
										name={`clash-${clash.path}`}
										checked={choices[clash.path] === side}
										onChange={() => setChoices({ ...choices, [clash.path]: side })}
									/>
									<span>
										<strong>{t(`claim.conflict.${side}`)}</strong>
										{side === 'theirs' && clash.by ? (
											<span className="dim">
												{' '}
												{t('claim.conflict.by', { name: clash.by, at: stampTime(clash.at) })}
											</span>
										) : null}
										<br />
										<ShownText text={value(clash[side])} />
									</span>
								</label>
							))}
						</div>
					</fieldset>
				)
			})}
			<div className="clash-actions">
				{open ? <span className="dim">{t('claim.conflict.first')}</span> : null}
				<Button onPress={onCancel}>{t('claim.cancel')}</Button>
				<Button look="main" disabled={open} busy={busy} onPress={() => onDecide(choices)}>
					{t('claim.save')}
				</Button>
			</div>
		</div>
	)
}
