import { type ReactNode, type Ref, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Banner, ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { Confirm } from '../../parts/Dialog.tsx'
import { clockTime, stampTime } from '../../parts/form/calendar-words.ts'
import { useSaveKeys } from '../../parts/form/save-keys.ts'
import { Kbd } from '../../parts/Kbd.tsx'
import { ClashPanel } from './ClashPanel.tsx'
import type { useSectionEdit } from './use-section-edit.ts'

/** A section of the claim with its name; without `edit` it can only be read. */
type PartProps = { title: string; action?: ReactNode; children: ReactNode; count?: number; part?: Ref<HTMLElement> }

export function Part({ title, action, children, count, part }: PartProps) {
	return (
		<section className="claim-part" ref={part ?? null}>
			<header className="claim-part-head">
				<h2>
					{title} {count ? <span className="claim-count">{count}</span> : null}
				</h2>
				{action}
			</header>
			{children}
		</section>
	)
}

type Props<F, B> = {
	title: string
	/** The name of the button that starts editing. */
	editName: string
	count?: number
	mayEdit: boolean
	/** Another section is being edited. */
	blocked: boolean
	edit: ReturnType<typeof useSectionEdit<F, B>>
	/** The claim changed since editing began. */
	newer: boolean
	boxes: (form: F, wrong: (path: string) => string | null) => ReactNode
	wrong: (path: string) => string | null
	children: ReactNode
}

/** A section that can be edited in place. Ctrl+S saves; Esc leaves, and asks when something was typed. */
export function EditablePart<F, B>(props: Props<F, B>) {
	const { t } = useTranslation()
	const { edit } = props
	const [asking, setAsking] = useState(false)
	const boxes = useRef<HTMLFormElement>(null)
	const open = edit.editing !== null
	useSaveKeys(open, () => void edit.save())
	const part = useRef<HTMLElement>(null)
	const wasOpen = useRef(false)
	useEffect(() => {
		// Leaving the boxes puts the keyboard back on the button that opened them.
		if (wasOpen.current && !open) part.current?.querySelector<HTMLElement>('.claim-part-head button')?.focus()
		wasOpen.current = open
		if (open) boxes.current?.querySelector<HTMLElement>('input:not([disabled]), select, textarea')?.focus()
	}, [open])
	const cancel = () => {
		if (edit.editing?.touched) setAsking(true)
		else void edit.end(false)
	}

	if (!edit.editing)
		return (
			<Part
				part={part}
				title={props.title}
				{...(props.count === undefined ? {} : { count: props.count })}
				action={
					props.mayEdit && !props.blocked ? (
						<Button small look="quiet" onPress={edit.start}>
							{props.editName}
						</Button>
					) : null
				}
			>
				{edit.offer ? (
					<Banner
						tone="warn"
						title={t('claim.typed.found', { time: stampTime(edit.offer.savedAt) })}
						actions={
							<>
								{edit.offer.found ? (
									<Button small disabled={props.blocked} onPress={() => edit.resume()}>
										{t('claim.typed.resume')}
									</Button>
								) : null}
								<Button small look="quiet" onPress={() => void edit.dropKept()}>
									{t('claim.typed.drop')}
								</Button>
							</>
						}
					/>
				) : null}
				{props.children}
			</Part>
		)

	const { kept } = edit
	return (
		<form
			ref={boxes}
			className="claim-part claim-editing"
			noValidate
			autoComplete="off"
			onSubmit={(event) => event.preventDefault()}
			onBlur={() => void edit.flush()}
			onKeyDown={(event) => {
				if (event.nativeEvent.isComposing || event.defaultPrevented) return
				if (event.key === 'Escape' && boxes.current?.contains(event.target as Node)) {
					event.preventDefault()
					event.stopPropagation()
					cancel()
				}
			}}
		>
			<header className="claim-part-head">
				<h2>{props.title}</h2>
				<span className={kept.kind === 'failed' ? 'claim-kept claim-kept-bad' : 'claim-kept'}>
					{kept.kind === 'saved'
						? t('claim.typed.kept', { time: clockTime(kept.savedAt) })
						: kept.kind === 'failed'
							? t('intake.notSaved', { reason: t(`errors.code.${kept.error.code}.title`) })
							: ''}
				</span>
				{edit.clash ? null : (
					<>
						<Button small onPress={cancel}>
							{t('claim.cancel')}
							<span aria-hidden="true">
								<Kbd keys="Esc" />
							</span>
						</Button>
						<Button small look="main" busy={edit.busy} onPress={() => void edit.save()}>
							{t('claim.save')}
							<span aria-hidden="true">
								<Kbd keys="Ctrl S" />
							</span>
						</Button>
					</>
				)}
			</header>
			{props.newer && !edit.clash ? <p className="claim-newer">{t('claim.newer')}</p> : null}
			{edit.error ? <ErrorBanner error={edit.error} /> : null}
			{edit.clash ? (
				<ClashPanel
					clashes={edit.clash.clashes}
					request={edit.clash.request}
					busy={edit.busy}
					onDecide={(choices) => void edit.decide(choices)}
					onCancel={cancel}
				/>
			) : (
				props.boxes(edit.editing.form, props.wrong)
			)}
			{asking ? (
				<Confirm
					title={t('claim.discardAsk.title')}
					confirm={t('claim.discardAsk.yes')}
					danger
					onCancel={() => setAsking(false)}
					onConfirm={() => {
						setAsking(false)
						void edit.end(true)
					}}
				>
					<p>{t('claim.discardAsk.text')}</p>
				</Confirm>
			) : null}
		</form>
	)
}
