import type { DeskError, Reply } from '../../../shared/desk-api/errors.ts'

/**
 * Keeps what is typed, as it is typed: a save starts at the latest `quietMs` after the last keystroke, and at the
 * latest `steadyMs` after the first unsaved one while typing goes on. One save is in flight at a time and the newest
 * text wins, so an older one can never arrive after it.
 */
export type KeepState =
	| { kind: 'new' }
	| { kind: 'saving'; savedAt: string | null }
	| { kind: 'saved'; savedAt: string }
	| { kind: 'failed'; error: DeskError; savedAt: string | null }

export type Keeper = {
	/** Something was typed. `read` gives the newest text when the save starts. */
	changed(): void
	/** Saves at once what is unsaved. Resolves when nothing is unsaved any more, or the save failed. */
	flush(): Promise<KeepState>
	/** No save starts after this; one in flight ends. */
	stop(): Promise<void>
	state(): KeepState
}

const quietMs = 250
const steadyMs = 800
const retryMs = 2_000

export function keepDraft(options: {
	read: () => string
	/** seen: when what this window knows was kept, null for never */
	save: (body: string, seen: string | null) => Promise<Reply<{ savedAt: string }>>
	onState: (state: KeepState) => void
	savedAt?: string | null
}): Keeper {
	let state: KeepState = options.savedAt ? { kind: 'saved', savedAt: options.savedAt } : { kind: 'new' }
	let savedAt = options.savedAt ?? null
	let dirtySince: number | null = null
	let timer: ReturnType<typeof setTimeout> | null = null
	let inFlight: Promise<void> | null = null
	let stopped = false

	function tell(next: KeepState) {
		state = next
		options.onState(next)
	}
	function plan(ms: number) {
		if (timer !== null) clearTimeout(timer)
		timer = setTimeout(() => {
			timer = null
			void run()
		}, ms)
	}
	function run(): Promise<void> {
		if (inFlight) return inFlight
		inFlight = once().finally(() => {
			inFlight = null
			if (dirtySince !== null && !stopped && timer === null) plan(state.kind === 'failed' ? retryMs : quietMs)
		})
		return inFlight
	}
	async function once() {
		if (timer !== null) clearTimeout(timer)
		timer = null
		if (dirtySince === null || stopped) return
		const since = dirtySince
		dirtySince = null
		tell({ kind: 'saving', savedAt })
		const reply = await options.save(options.read(), savedAt)
		if (reply.ok) {
			savedAt = reply.value.savedAt
			tell(dirtySince === null ? { kind: 'saved', savedAt } : { kind: 'saving', savedAt })
		} else {
			dirtySince ??= since
			tell({ kind: 'failed', error: reply.error, savedAt })
		}
	}

	return {
		changed() {
			if (stopped) return
			const now = Date.now()
			dirtySince ??= now
			if (state.kind !== 'saving' && state.kind !== 'failed') tell({ kind: 'saving', savedAt })
			if (!inFlight) plan(Math.max(0, Math.min(quietMs, dirtySince + steadyMs - now)))
		},
		async flush() {
			while (inFlight) await inFlight
			if (dirtySince !== null && !stopped) await run()
			return state
		},
		async stop() {
			stopped = true
			if (timer !== null) clearTimeout(timer)
			timer = null
			await inFlight
		},
		state: () => state,
	}
}
