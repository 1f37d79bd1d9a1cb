import { useTranslation } from 'react-i18next'
import { Banner } from '../../parts/Banner.tsx'
import { problemWords } from '../../parts/form/problem-words.ts'
import { boxWords } from './box-words.ts'
import { focusBox, useFormValue } from './form-context.ts'
import type { Trouble } from './use-entry.ts'

/** The one place that says why a form was not taken, with a way to each box. */
export function ErrorSummary({ trouble }: { trouble: Exclude<Trouble, { kind: 'error' }> }) {
	const { t } = useTranslation()
	const form = useFormValue((model) => model.form)
	const missing = trouble.kind === 'missing'
	return (
		<Banner
			tone={missing ? 'warn' : 'bad'}
			title={missing ? t('intake.summary.missing') : t('intake.summary.wrong')}
			urgent
		>
			<ul className="summary-list">
				{trouble.boxes.map(({ box, code, path }) => (
					<li key={box}>
						<button type="button" onClick={() => focusBox(box)}>
							{missing ? t(`intake.missing.${path as 'place'}`) : boxWords(box, form, t)}
						</button>
						{missing ? null : `: ${problemWords(code)}`}
					</li>
				))}
			</ul>
			<p>{t('intake.summary.kept')}</p>
		</Banner>
	)
}
