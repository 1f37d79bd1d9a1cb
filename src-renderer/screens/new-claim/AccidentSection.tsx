import { memo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { categories, timeQualities } from '../../../shared/claims/fields.ts'
import { limits } from '../../../shared/claims/text.ts'
import { Choice } from '../../parts/form/Choice.tsx'
import { DateField } from '../../parts/form/DateField.tsx'
import { Segments } from '../../parts/form/Segments.tsx'
import { TagField } from '../../parts/form/TagField.tsx'
import { TextArea } from '../../parts/form/TextArea.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { TimeField } from '../../parts/form/TimeField.tsx'
import { suggestTags, useBox, useFormPlace, useFormValue } from './form-context.ts'
import { Section } from './Section.tsx'

export const AccidentSection = memo(function AccidentSection() {
	const { t } = useTranslation()
	const { store, site } = useFormPlace()
	const tags = useFormValue((model) => model.form.tags)
	const road = useBox('placeRoad')
	const marker = useBox('placeMarker')
	const [more, setMore] = useState(road.value !== '' || marker.value !== '')
	const tagTyped = useBox('tagTyped')
	return (
		<Section title={t('intake.section.accident')}>
			<div className="w3">
				<DateField
					{...useBox('accidentDate')}
					label={t('intake.box.accidentDate')}
					today={site.today}
					required
					autoFocus
				/>
			</div>
			<div className="w2">
				<TimeField {...useBox('accidentTime')} label={t('intake.box.accidentTime')} />
			</div>
			<div className="w3">
				<Segments
					{...useBox('timeQuality')}
					label={t('intake.box.timeQuality')}
					options={timeQualities.map((value) => ({ value, label: t(`fields.timeQuality.${value}`) }))}
				/>
			</div>
			<div className="w4">
				<Choice
					{...useBox('category')}
					label={t('intake.box.category')}
					empty={t('intake.notChosen')}
					options={categories.map((value) => ({ value, label: t(`fields.category.${value}`) }))}
				/>
			</div>
			<div className="w8">
				<TextField
					{...useBox('place')}
					label={t('intake.box.place')}
					maxLength={limits.line}
					required
					end={
						<button type="button" className="box-more" aria-expanded={more} onClick={() => setMore(!more)}>
							{more ? t('intake.less') : t('intake.more')}
						</button>
					}
				/>
			</div>
			<div className="w4">
				<TagField
					name="tags"
					label={t('intake.box.tags')}
					value={tags}
					onChange={(next) => store.getState().change({ tags: next })}
					typed={tagTyped.value}
					onTyped={tagTyped.onChange}
					suggest={suggestTags}
				/>
			</div>
			{more ? (
				<>
					<div className="w6">
						<TextField {...road} label={t('intake.box.placeRoad')} maxLength={limits.line} />
					</div>
					<div className="w6">
						<TextField {...marker} label={t('intake.box.placeMarker')} maxLength={limits.line} />
					</div>
				</>
			) : null}
			<div className="w4">
				<TextField {...useBox('callReason')} label={t('intake.box.callReason')} maxLength={limits.line} />
			</div>
			<div className="w8">
				<TextArea {...useBox('cause')} label={t('intake.box.cause')} maxLength={limits.paragraph} rows={1} required />
			</div>
			<div className="w12">
				<TextArea {...useBox('summary')} label={t('intake.box.summary')} maxLength={limits.paragraph} rows={2} />
			</div>
		</Section>
	)
})
