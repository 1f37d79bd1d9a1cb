import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClaimCore } from '../../../shared/claims/claim.ts'
import type { Issue } from '../../../shared/claims/validate.ts'
import type { ClaimView } from '../../../shared/desk-api/claims.ts'
import type { Clash, DeskError } from '../../../shared/desk-api/errors.ts'
import type { Input } from '../../../shared/desk-api/verbs.ts'
import { desk } from '../../desk/client.ts'
import { queryClient, rereadClaims, useAnswer } from '../../desk/queries.ts'
import { type Keeper, type KeepState, keepDraft } from '../../parts/form/keep-draft.ts'
import { toast } from '../../state/toasts.ts'
import { type Choice, type ListEdit, settleCore, settleList } from './settle-clash.ts'

export type Request = Omit<Input<'claims.edit'>, 'id'>

/** How one section is edited in place. B is what the screen showed when editing began; it goes back as `was`. */
export type SectionSpec<F, B> = {
	name: 'facts' | 'people' | 'vehicles' | 'damages' | 'money'
	open: (view: ClaimView) => { form: F; base: B }
	/** Takes a kept form back, or null when it cannot be used. */
	revive: (kept: unknown) => { form: F; base: B } | null
	problems: (form: F) => readonly Issue[]
	/** @returns null when nothing differs from the base */
	request: (form: F, base: B) => Request | null
}

type Editing<F, B> = { form: F; base: B; touched: boolean }
const lists = ['people', 'vehicles', 'damages'] as const

export function settle(
	request: Request,
	clashes: readonly Clash[],
	choices: Readonly<Record<string, Choice>>,
): Request {
	const { was, now } = settleCore({ was: request.was, now: request.now }, clashes, choices)
	const settled: Request = { was: was as Partial<ClaimCore>, now: now as Partial<ClaimCore> }
	for (const list of lists) {
		const edit = request[list]
		if (edit) Object.assign(settled, { [list]: settleList(list, edit as unknown as ListEdit, clashes, choices) })
	}
	return settled
}

/** Editing a section of a claim in place: kept as it is typed, saved with what was shown, clashes decided one by one. */
export function useSectionEdit<F, B>(
	view: ClaimView,
	spec: SectionSpec<F, B>,
	onEditing: (section: string | null) => void,
) {
	const { t } = useTranslation()
	const scope = `edit:${view.id}:${spec.name}`
	const [editing, setEditing] = useState<Editing<F, B> | null>(null)
	const [kept, setKept] = useState<KeepState>({ kind: 'new' })
	const [busy, setBusy] = useState(false)
	const [issues, setIssues] = useState<readonly Issue[]>([])
	const [error, setError] = useState<DeskError | null>(null)
	const [clash, setClash] = useState<{ request: Request; clashes: readonly Clash[] } | null>(null)
	const newest = useRef<Editing<F, B> | null>(null)
	const keeper = useRef<Keeper | null>(null)
	const left = useAnswer('drafts.get', { scope }, { enabled: view.may.edit })
	const offer =
		editing === null && left.data ? { savedAt: left.data.savedAt, found: reviveBody(left.data.body, spec) } : null

	function show(next: Editing<F, B> | null) {
		newest.current = next
		setEditing(next)
		onEditing(next === null ? null : spec.name)
	}
	function begin(from: { form: F; base: B }, touched: boolean) {
		setIssues([])
		setError(null)
		setClash(null)
		setKept({ kind: 'new' })
		keeper.current = keepDraft({
			read: () => JSON.stringify({ v: 1, form: newest.current?.form, base: newest.current?.base }),
			save: (body) => desk.call('drafts.keep', { scope, body }),
			onState: setKept,
		})
		show({ ...from, touched })
	}
	async function end(drop: boolean) {
		await keeper.current?.stop()
		keeper.current = null
		setClash(null)
		show(null)
		if (drop) await dropKept()
	}
	async function dropKept() {
		await desk.call('drafts.drop', { scope })
		queryClient.setQueryData(['drafts.get', { scope }], null)
	}

	useEffect(() => {
		const flush = () => void keeper.current?.flush()
		const beforeShortcut = (event: KeyboardEvent) => {
			if (event.key === 'Control' || event.key === 'Meta') flush()
		}
		document.addEventListener('visibilitychange', flush)
		window.addEventListener('pagehide', flush)
		window.addEventListener('keydown', beforeShortcut, true)
		return () => {
			flush()
			document.removeEventListener('visibilitychange', flush)
			window.removeEventListener('pagehide', flush)
			window.removeEventListener('keydown', beforeShortcut, true)
		}
	}, [])

	async function send(request: Request) {
		setBusy(true)
		await keeper.current?.flush()
		const reply = await desk.call('claims.edit', { id: view.id, ...request })
		setBusy(false)
		if (reply.ok) {
			queryClient.setQueryData(['claims.get', { id: view.id }], reply.value)
			rereadClaims()
			toast(t('claim.saved'))
			await end(true)
			return
		}
		setError(null)
		if (reply.error.code === 'CONFLICT' && reply.error.clashes) {
			setClash({ request, clashes: reply.error.clashes })
			return
		}
		setIssues(
			(reply.error.issues ?? []).map((issue) => ({
				...issue,
				path: issue.path.replace(/^now\./, '').replace(/\.now\./, '.'),
			})),
		)
		setError(reply.error)
	}

	return {
		editing,
		offer,
		kept,
		busy,
		issues,
		error,
		clash,
		start: () => begin(spec.open(view), false),
		resume: () => offer?.found && begin(offer.found, true),
		dropKept,
		end,
		flush: () => keeper.current?.flush(),
		change(form: F) {
			if (!newest.current) return
			show({ ...newest.current, form, touched: true })
			setIssues([])
			keeper.current?.changed()
		},
		async save() {
			const now = newest.current
			if (!now || busy || clash) return
			const found = spec.problems(now.form)
			setIssues(found)
			if (found.length > 0) return
			const request = spec.request(now.form, now.base)
			if (request === null) return end(true)
			await send(request)
		},
		async decide(choices: Readonly<Record<string, Choice>>) {
			if (!clash) return
			const request = settle(clash.request, clash.clashes, choices)
			const nothing = Object.keys(request.now).length === 0 && lists.every((list) => request[list] === undefined)
			if (nothing) await end(true)
			else await send(request)
		},
	}
}

function reviveBody<F, B>(body: string, spec: SectionSpec<F, B>): { form: F; base: B } | null {
	try {
		const kept: unknown = JSON.parse(body)
		return typeof kept === 'object' && kept !== null && 'v' in kept && kept.v === 1 ? spec.revive(kept) : null
	} catch {
		return null
	}
}
