import type { Clash } from '../../../shared/desk-api/errors.ts'

export type Choice = 'mine' | 'theirs'
export type Edit = { was: Record<string, unknown>; now: Record<string, unknown> }
export type ListEdit = { was: readonly Row[]; now: readonly Row[] }
type Row = { id: string } & Record<string, unknown>

/**
 * An edit after a person decided each clash. Mine: sent again against what is stored now. Theirs: the field is left
 * as it is stored. Pure; paths are `field`, `LIST.INDEX.field`, `LIST.INDEX` for a record that
 * they removed, and `LIST.ID` for one that I removed and they edited.
 */
export function settleCore(edit: Edit, clashes: readonly Clash[], choices: Readonly<Record<string, Choice>>): Edit {
	const was = { ...edit.was }
	const now = { ...edit.now }
	for (const clash of clashes) {
		if (!(clash.path in now)) continue
		if (choices[clash.path] === 'theirs') {
			delete was[clash.path]
			delete now[clash.path]
		} else was[clash.path] = clash.theirs
	}
	return { was, now }
}

export function settleList(
	list: string,
	edit: ListEdit,
	clashes: readonly Clash[],
	choices: Readonly<Record<string, Choice>>,
): ListEdit {
	let was = [...edit.was]
	const now: (Row | null)[] = [...edit.now]
	for (const clash of clashes) {
		const [name, index = '', field] = clash.path.split('.')
		if (name !== list) continue
		const mine = choices[clash.path] !== 'theirs'
		if (was.some((one) => one.id === index)) {
			// This screen removed what somebody changed: mine removes it knowing that, theirs puts it back.
			const theirs = { ...(clash.theirs as Row), id: index }
			was = was.map((one) => (one.id === index ? theirs : one))
			if (!mine) now.push(theirs)
			continue
		}
		const row = now[Number(index)]
		if (!row) continue
		if (field === undefined) {
			// The record is gone: mine adds it again under a base that does not know it, theirs lets it go.
			was = was.filter((one) => one.id !== row.id)
			if (!mine) now[Number(index)] = null
			continue
		}
		if (!was.some((one) => one.id === row.id)) was = [...was, row]
		was = was.map((one) => (one.id === row.id ? { ...one, [field]: clash.theirs } : one))
		if (!mine) now[Number(index)] = { ...row, [field]: clash.theirs }
	}
	return { was, now: now.filter((one) => one !== null) }
}
