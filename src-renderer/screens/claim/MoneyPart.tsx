import { useTranslation } from 'react-i18next'
import { type Currency, currencies } from '../../../shared/claims/fields.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { MoneyField } from '../../parts/form/MoneyField.tsx'
import { judgeMoney, writeMoney } from '../../parts/form/money.ts'
import { EditablePart } from './SectionPart.tsx'
import { type SectionProps, useWrong } from './section-props.ts'
import { type SectionSpec, useSectionEdit } from './use-section-edit.ts'

type MoneyForm = { estimate: string; currency: Currency }
type Base = { estimateMinor: number | null; currency: Currency }

function specOf(locale: string): SectionSpec<MoneyForm, Base> {
	return {
		name: 'money',
		open: ({ estimateMinor, currency }) => ({
			form: { estimate: estimateMinor === null ? '' : writeMoney(estimateMinor, currency, locale), currency },
			base: { estimateMinor, currency },
		}),
		revive(kept) {
			const { form, base } = kept as { form?: MoneyForm; base?: Base }
			const sound =
				typeof form?.estimate === 'string' && form.currency in currencies && typeof base?.currency === 'string'
			return sound ? { form: form as MoneyForm, base: base as Base } : null
		},
		problems(form) {
			const judged = judgeMoney(form.estimate, form.currency, locale)
			return judged.kind === 'wrong' ? [{ path: 'estimateMinor', code: judged.code }] : []
		},
		request(form, base) {
			const judged = judgeMoney(form.estimate, form.currency, locale)
			const next: Base = { estimateMinor: judged.kind === 'read' ? judged.value : null, currency: form.currency }
			const changed = (Object.keys(next) as (keyof Base)[]).filter((field) => next[field] !== base[field])
			if (changed.length === 0) return null
			const pick = (from: Base) => Object.fromEntries(changed.map((field) => [field, from[field]]))
			return { was: pick(base), now: pick(next) }
		},
	}
}

/** Estimate and settlement. The estimate is set here; the settlement belongs to the step that settles. */
export function MoneyPart({ view, editing, onEditing, updatedAt }: SectionProps) {
	const { t, i18n } = useTranslation()
	const edit = useSectionEdit(view, specOf(i18n.language), onEditing)
	const wrong = useWrong(edit.issues)
	const amount = (minor: number | null) => (minor === null ? null : writeMoney(minor, view.currency, i18n.language))
	return (
		<EditablePart
			title={t('claim.section.money')}
			editName={t('claim.change.money')}
			mayEdit={view.may.estimate && view.may.edit}
			blocked={editing !== null}
			edit={edit}
			newer={updatedAt !== view.updatedAt}
			wrong={wrong}
			boxes={(form) => (
				<div className="form-grid">
					<div className="w5">
						<MoneyField
							label={t('claim.field.estimateMinor')}
							value={form.estimate}
							currency={form.currency}
							onChange={(estimate) => edit.change({ ...form, estimate })}
							error={wrong('estimateMinor')}
						/>
					</div>
					<div className="w3">
						<Choice
							label={t('claim.box.currency')}
							value={form.currency}
							onChange={(currency) => currency !== '' && edit.change({ ...form, currency })}
							options={(Object.keys(currencies) as Currency[]).map((value) => ({ value, label: value }))}
						/>
					</div>
				</div>
			)}
		>
			<dl className="money">
				{(['estimateMinor', 'settlementMinor'] as const).map((field) => (
					<div key={field}>
						<dt>{t(`claim.field.${field}`)}</dt>
						<dd>
							{amount(view[field]) === null ? (
								<span className="fact-blank">{t('claim.none.money')}</span>
							) : (
								<>
									<span className="mono">{amount(view[field])}</span> <span className="dim">{view.currency}</span>
								</>
							)}
						</dd>
					</div>
				))}
			</dl>
		</EditablePart>
	)
}
