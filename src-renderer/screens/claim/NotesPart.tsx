import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { limits } from '../../../shared/claims/text.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { queryClient, rereadClaims } from '../../desk/queries.ts'
import { ErrorBanner } from '../../parts/Banner.tsx'
import { Button } from '../../parts/Button.tsx'
import { stampTime } from '../../parts/form/calendar-words.ts'
import { type KeepState, keepDraft } from '../../parts/form/keep-draft.ts'
import { TextArea } from '../../parts/form/TextArea.tsx'
import { Kbd } from '../../parts/Kbd.tsx'
import { ShownText } from '../../parts/ShownText.tsx'
import { toast } from '../../state/toasts.ts'
import { Part } from './SectionPart.tsx'

/** Notes are only ever added, newest last. The one being typed is kept like any form. */
export function NotesPart({ view }: { view: ClaimView }) {
	const { t } = useTranslation()
	return (
		<Part title={t('claim.section.notes')} count={view.notes.length}>
			{view.notes.length === 0 ? <p className="dim">{t('claim.none.notes')}</p> : null}
			<ol className="notes">
				{view.notes.map((note) => (
					<li key={note.id}>
						<p className="note-by">
							<bdi>{note.byName}</bdi> · <time dateTime={note.at}>{stampTime(note.at)}</time>
						</p>
						<ShownText text={note.text} />
					</li>
				))}
			</ol>
			{view.may.note ? <NewNote id={view.id} /> : null}
		</Part>
	)
}

function NewNote({ id }: { id: string }) {
	const { t } = useTranslation()
	const scope = `edit:${id}:note`
	const [text, setText] = useState('')
	const [kept, setKept] = useState<KeepState>({ kind: 'new' })
	const [error, setError] = useState<DeskError | null>(null)
	const [busy, setBusy] = useState(false)
	const newest = useRef('')
	const [keeper] = useState(() =>
		keepDraft({
			read: () => newest.current,
			save: (body) => desk.call('drafts.keep', { scope, body }),
			onState: setKept,
		}),
	)
	useEffect(() => {
		let gone = false
		void desk.call('drafts.get', { scope }).then((reply) => {
			if (gone || !reply.ok || !reply.value || newest.current !== '') return
			newest.current = reply.value.body
			setText(reply.value.body)
		})
		return () => {
			gone = true
			void keeper.flush()
		}
	}, [scope, keeper])

	async function add() {
		const given = newest.current
		if (given.trim() === '' || busy) return
		setBusy(true)
		await keeper.flush()
		const reply = await desk.call('claims.note', { id, text: given })
		setBusy(false)
		if (!reply.ok) return setError(reply.error)
		setError(null)
		if (newest.current === given) {
			newest.current = ''
			setText('')
			await desk.call('drafts.drop', { scope })
		}
		queryClient.setQueryData(['claims.get', { id }], reply.value)
		rereadClaims()
		toast(t('claim.note.added'))
	}
	return (
		<form
			className="new-note"
			noValidate
			onSubmit={(event) => event.preventDefault()}
			onBlur={() => void keeper.flush()}
			onKeyDown={(event) => {
				if ((event.ctrlKey || event.metaKey) && (event.key === 'Enter' || event.key.toLowerCase() === 's')) {
					event.preventDefault()
					event.stopPropagation()
					void add()
				}
			}}
		>
			<TextArea
				label={t('claim.note.box')}
				value={text}
				onChange={(next) => {
					newest.current = next
					setText(next)
					keeper.changed()
				}}
				maxLength={limits.note}
				rows={2}
				hint={t('claim.note.hint')}
				error={
					kept.kind === 'failed' ? t('intake.notSaved', { reason: t(`errors.code.${kept.error.code}.title`) }) : null
				}
			/>
			{error ? <ErrorBanner error={error} /> : null}
			<Button small disabled={text.trim() === ''} busy={busy} onPress={() => void add()}>
				{t('claim.note.add')}
				<span aria-hidden="true">
					<Kbd keys="Ctrl ↵" />
				</span>
			</Button>
		</form>
	)
}
