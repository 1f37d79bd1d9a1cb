import { createStore, type StoreApi } from 'zustand/vanilla'
import { damageRowOf, type NewForm, personRowOf, type RowList, vehicleRowOf } from './form.ts'

/** One form on the screen. Boxes subscribe to their own value, so a keystroke draws one box and not the page. */
export type FormModel = {
	form: NewForm
	/** Counts changes; 0 means untouched since it was opened. */
	edits: number
	/** Boxes that were refused, with the code of the reason; a box is cleared by changing it. */
	wrong: Readonly<Record<string, string>>
	mark: (wrong: readonly { box: string; code: string }[]) => void
	change: (patch: Partial<NewForm>) => void
	changeRow: <L extends RowList>(list: L, id: string, patch: Partial<NewForm[L][number]>) => void
	/** @returns the id of the new row */
	addRow: (list: RowList, after?: string) => string
	removeRow: (list: RowList, id: string) => void
}
export type FormStore = StoreApi<FormModel>

export function createFormStore(initial: NewForm): FormStore {
	return createStore<FormModel>()((set, get) => {
		const write = (patch: Partial<NewForm>, boxes: readonly string[] = Object.keys(patch)) =>
			set(({ form, edits, wrong }) => ({ form: { ...form, ...patch }, edits: edits + 1, wrong: without(wrong, boxes) }))
		return {
			form: initial,
			edits: 0,
			wrong: {},
			mark: (wrong) => set({ wrong: Object.fromEntries(wrong.map(({ box, code }) => [box, code])) }),
			change(patch) {
				const next = { ...patch }
				const { form } = get()
				// A time given is taken as exact until somebody says "about"; without a time there is nothing to be sure of.
				if (next.accidentTime !== undefined && next.timeQuality === undefined) {
					if (next.accidentTime.trim() === '') next.timeQuality = 'unknown'
					else if (form.timeQuality === 'unknown') next.timeQuality = 'exact'
				}
				write(next)
			},
			changeRow(list, id, patch) {
				const rows = get().form[list] as readonly { id: string }[]
				const boxes = Object.keys(patch).map((field) => `${id}.${field}`)
				write({ [list]: rows.map((row) => (row.id === id ? { ...row, ...patch } : row)) }, boxes)
			},
			addRow(list, after) {
				const { form } = get()
				const rows = form[list] as { id: string }[]
				const row = blankRow(list, form)
				const at = after === undefined ? rows.length : rows.findIndex((one) => one.id === after) + 1
				write({ [list]: rows.toSpliced(at, 0, row) })
				return row.id
			},
			removeRow(list, id) {
				const { form } = get()
				const rows = (form[list] as { id: string }[]).filter((row) => row.id !== id)
				const patch: Partial<NewForm> = { [list]: rows }
				if (rows.length === 0 && list !== 'others') patch[list] = [blankRow(list, { ...form, [list]: [] })] as never
				if (list === 'vehicles') {
					const free = <T extends { vehicleId: string }>(row: T): T =>
						row.vehicleId === id ? { ...row, vehicleId: '' } : row
					patch.drivers = form.drivers.map(free)
					patch.others = form.others.map(free)
					patch.damages = form.damages.map(free)
				}
				write(patch)
			},
		}
	})
}

function without(wrong: FormModel['wrong'], boxes: readonly string[]): FormModel['wrong'] {
	if (!boxes.some((box) => box in wrong)) return wrong
	return Object.fromEntries(Object.entries(wrong).filter(([box]) => !boxes.includes(box)))
}

/** A second driver most often drove the other vehicle; further damage is most often on the same vehicle as the last. */
function blankRow(list: RowList, form: NewForm) {
	switch (list) {
		case 'drivers': {
			const taken = new Set(form.drivers.map((row) => row.vehicleId))
			return personRowOf(['driver'], form.vehicles.find((row) => !taken.has(row.id))?.id ?? '')
		}
		case 'others':
			return personRowOf(['witness'])
		case 'vehicles':
			return vehicleRowOf(form.vehicles.some((row) => row.side === 'insured') ? 'third-party' : 'insured')
		case 'damages':
			return damageRowOf(form.damages.at(-1)?.vehicleId ?? '')
	}
}
