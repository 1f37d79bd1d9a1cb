import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { DeskError } from '../../../shared/desk-api/errors.ts'
import { desk } from '../../desk/client.ts'
import { rereadClaims } from '../../desk/queries.ts'
import { type KeepState, keepDraft } from '../../parts/form/keep-draft.ts'
import { deskNow } from '../../parts/form/site-today.ts'
import { goTo } from '../../state/route.ts'
import { toast } from '../../state/toasts.ts'
import { gapsOf, problemsOf } from './check-form.ts'
import { bodyForAnother, type NewForm, writeBody } from './form.ts'
import { boxOf, claimOf, type Site } from './form-claim.ts'
import { createFormStore } from './form-state.ts'

type Marked = { box: string; code: string; path?: string }
/** Why a form was not taken: something is missing, something is wrong, or the desk could not. */
export type Trouble = { kind: 'missing' | 'wrong'; boxes: readonly Marked[] } | { kind: 'error'; error: DeskError }

type Opened = { id: string; claimNo: string; form: NewForm; origin: 'kept' | 'draft' | 'fresh'; savedAt: string | null }

/** A form being filled in: keeps what is typed, and saves it as a draft or submits it. */
export function useEntry(opened: Opened, site: Site) {
	const { t } = useTranslation()
	const scope = `new:${opened.id}`
	const [kept, setKept] = useState<KeepState>(
		opened.savedAt ? { kind: 'saved', savedAt: opened.savedAt } : { kind: 'new' },
	)
	const [trouble, setTrouble] = useState<Trouble | null>(null)
	const [busy, setBusy] = useState(false)
	const [saved, setSaved] = useState(opened.origin === 'draft')
	const sending = useRef(false)
	const [{ store, keeper }] = useState(() => {
		const store = createFormStore(opened.form)
		const keeper = keepDraft({
			read: () => writeBody(store.getState().form),
			save: async (body, seen) => {
				const reply = await desk.call('drafts.keep', { scope, body, seen })
				if (!reply.ok && reply.error.code === 'CONFLICT') await goOnApart()
				return reply
			},
			onState: setKept,
			savedAt: opened.savedAt,
		})
		return { store, keeper }
	})

	useEffect(() => {
		const unwatch = store.subscribe((now, before) => {
			if (now.edits !== before.edits) keeper.changed()
		})
		const flush = () => void keeper.flush()
		// A key pressed with Ctrl or ⌘ may lock the desk: what was typed goes first.
		const beforeShortcut = (event: KeyboardEvent) => {
			if (event.key === 'Control' || event.key === 'Meta') flush()
		}
		const stay = (event: BeforeUnloadEvent) => {
			flush()
			if (keeper.state().kind === 'failed') event.preventDefault()
		}
		document.addEventListener('visibilitychange', flush)
		window.addEventListener('pagehide', flush)
		window.addEventListener('beforeunload', stay)
		window.addEventListener('keydown', beforeShortcut, true)
		return () => {
			unwatch()
			flush()
			document.removeEventListener('visibilitychange', flush)
			window.removeEventListener('pagehide', flush)
			window.removeEventListener('beforeunload', stay)
			window.removeEventListener('keydown', beforeShortcut, true)
		}
	}, [store, keeper])

	/**
	 * Another window has kept or saved this form. What was typed here goes on as a form of its own, with a number of
	 * its own: nothing is lost on either side, and the person compares.
	 */
	async function goOnApart(): Promise<void> {
		const reply = await desk.call('intake.open', { id: null, fresh: true })
		if (!reply.ok) return setTrouble({ kind: 'error', error: reply.error })
		const { id, claimNo } = reply.value
		const body = bodyForAnother(store.getState().form)
		const kept = await desk.call('drafts.keep', { scope: `new:${id}`, body, seen: null })
		if (!kept.ok) return setTrouble({ kind: 'error', error: kept.error })
		void keeper.stop()
		toast(t('intake.goesOnApart', { from: opened.claimNo, claimNo }), 'bad')
		goTo({ screen: 'new', id }, true)
	}

	function refuse(kind: 'missing' | 'wrong', boxes: readonly Marked[]) {
		store.getState().mark(boxes)
		setTrouble({ kind, boxes })
	}

	async function send(submit: boolean): Promise<void> {
		if (sending.current) return
		const { form } = store.getState()
		const problems = problemsOf(form, site, deskNow())
		if (problems.length > 0) return refuse('wrong', problems)
		const gaps = submit ? gapsOf(form, site) : []
		if (gaps.length > 0)
			return refuse(
				'missing',
				gaps.map((gap) => ({ ...gap, code: 'missing' })),
			)
		sending.current = true
		setBusy(true)
		try {
			await keeper.flush()
			const reply = await desk.call('claims.save', {
				id: opened.id,
				form: claimOf(form, site),
				submit,
				base: form.base,
			})
			if (!reply.ok) {
				if (reply.error.code === 'CONFLICT') return await goOnApart()
				const boxes = (reply.error.issues ?? []).flatMap(({ path, code }): Marked[] => {
					const box = boxOf(path, form, site)
					return box === null ? [] : [{ box, code, path }]
				})
				if (boxes.length > 0 && boxes.length === reply.error.issues?.length)
					refuse(boxes.every((one) => one.code === 'missing') ? 'missing' : 'wrong', boxes)
				else setTrouble({ kind: 'error', error: reply.error })
				return
			}
			store.getState().mark([])
			setTrouble(null)
			setSaved(true)
			// The claim holds it all now. Typing that went on meanwhile stays a form in progress; the note is written once.
			const before = store.getState()
			const base = reply.value.updatedAt
			store.setState({ form: { ...before.form, base, note: before.form.note === form.note ? '' : before.form.note } })
			rereadClaims()
			toast(t(submit ? 'intake.submitted' : 'intake.draftSaved', { claimNo: reply.value.claimNo }))
			if (submit) {
				await keeper.stop()
				goTo({ screen: 'claim', id: opened.id }, true)
			}
		} finally {
			sending.current = false
			setBusy(false)
		}
	}

	async function discard(): Promise<void> {
		await keeper.stop()
		const reply = await desk.call('drafts.drop', { scope })
		if (!reply.ok) {
			setTrouble({ kind: 'error', error: reply.error })
			return
		}
		goTo({ screen: 'claims' }, true)
	}

	return { store, keeper, kept, trouble, busy, saved, send, discard }
}
