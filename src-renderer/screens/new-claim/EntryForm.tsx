import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { ClaimNumber } from '../../parts/ClaimNumber.tsx'
import { Confirm } from '../../parts/Dialog.tsx'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { useSaveKeys } from '../../parts/form/save-keys.ts'
import { Kbd } from '../../parts/Kbd.tsx'
import { AccidentSection } from './AccidentSection.tsx'
import { gapsOf } from './check-form.ts'
import { ErrorSummary } from './ErrorSummary.tsx'
import type { NewForm } from './form.ts'
import type { Site } from './form-claim.ts'
import { FormContext, useFormValue } from './form-context.ts'
import { LossSection, NoteSection } from './LossSection.tsx'
import { PolicySection } from './PolicySection.tsx'
import { SavedMark } from './SavedMark.tsx'
import { SidePanel } from './SidePanel.tsx'
import { useEntry } from './use-entry.ts'
import { VehicleSection } from './VehicleSection.tsx'

type Props = {
	opened: { id: string; claimNo: string; form: NewForm; origin: 'kept' | 'draft' | 'fresh'; savedAt: string | null }
	site: Site
	onFresh: () => void
}

export function EntryForm(props: Props) {
	const { opened, site } = props
	const entry = useEntry(opened, site)
	return (
		<FormContext value={{ store: entry.store, site, id: opened.id, claimNo: opened.claimNo }}>
			<EntryPage {...props} entry={entry} />
		</FormContext>
	)
}

function EntryPage({ opened, site, onFresh, entry }: Props & { entry: ReturnType<typeof useEntry> }) {
	const { t } = useTranslation()
	const form = useFormValue((model) => model.form)
	const edits = useFormValue((model) => model.edits)
	const gaps = gapsOf(form, site)
	const [asking, setAsking] = useState(false)
	const summary = useRef<HTMLDivElement>(null)
	const { trouble } = entry
	useSaveKeys(true, (key) => void entry.send(key === 'enter'))
	useEffect(() => {
		if (trouble) summary.current?.focus()
	}, [trouble])

	return (
		<form
			className="intake"
			noValidate
			onSubmit={(event) => event.preventDefault()}
			onBlur={() => void entry.keeper.flush()}
		>
			<header className="intake-head">
				<h1>{t('intake.title')}</h1>
				<ClaimNumber claimNo={opened.claimNo} />
				<SavedMark state={entry.kept} />
			</header>
			<div className="intake-scroll">
				{opened.origin === 'fresh' || edits > 30 ? null : (
					<p className="intake-recovered">
						<span>
							{opened.origin === 'kept' && opened.savedAt
								? t('intake.recovered', { time: stampTime(opened.savedAt) })
								: t('intake.recoveredFrom')}
						</span>
						<Button small onPress={() => void entry.keeper.flush().then(onFresh)}>
							{t('intake.startAnother')}
						</Button>
					</p>
				)}
				{trouble ? (
					<div ref={summary} tabIndex={-1} className="intake-trouble">
						{trouble.kind === 'error' ? <ErrorBanner error={trouble.error} /> : <ErrorSummary trouble={trouble} />}
					</div>
				) : null}
				<AccidentSection />
				<PolicySection />
				<VehicleSection />
				<LossSection />
				<NoteSection />
			</div>
			<footer className="intake-bar">
				<p className={gaps.length === 0 ? 'bar-ready' : 'bar-missing'}>
					{gaps.length === 0
						? t('intake.footer.ready')
						: t('intake.footer.missing', {
								count: gaps.length,
								first: t(`intake.missing.${gaps[0]?.path as 'place'}`),
							})}
				</p>
				<Button look="quiet" onPress={() => setAsking(true)}>
					{t('intake.discard')}
				</Button>
				<Button onPress={() => void entry.send(false)} busy={entry.busy}>
					{t('intake.saveDraft')}
					<span aria-hidden="true">
						<Kbd keys="Ctrl S" />
					</span>
				</Button>
				<Button look="main" onPress={() => void entry.send(true)} busy={entry.busy}>
					{t('intake.submit')}
					<span aria-hidden="true">
						<Kbd keys="Ctrl ↵" />
					</span>
				</Button>
			</footer>
			<SidePanel gaps={gaps} />
			{asking ? (
				<Confirm
					title={t('intake.discardAsk.title')}
					confirm={t('intake.discardAsk.yes')}
					danger
					onCancel={() => setAsking(false)}
					onConfirm={() => {
						setAsking(false)
						void entry.discard()
					}}
				>
					<p>
						{t(entry.saved ? 'intake.discardAsk.textSaved' : 'intake.discardAsk.text', { claimNo: opened.claimNo })}
					</p>
				</Confirm>
			) : null}
		</form>
	)
}
