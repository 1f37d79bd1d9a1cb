/** The part of a page's document that is read when something is copied. */
export type CopyPage = {
	activeElement: CopyElement | null
	getSelection(): { isCollapsed: boolean; containsNode(node: CopyElement, partly: boolean): boolean } | null
	querySelectorAll(selector: string): Iterable<CopyElement>
}
type CopyElement = {
	closest(selector: string): unknown
	value?: unknown
	selectionStart?: number | null
	selectionEnd?: number | null
}

/** Screens put this attribute on what shows or edits a sensitive field. */
export const sensitiveMark = '[data-sensitive]'

/** @returns the text being copied when any part of it comes from a marked element, else null */
export function copiedSensitiveText(page: CopyPage): string | null {
	const field = page.activeElement
	if (field !== null && typeof field.value === 'string' && typeof field.selectionStart === 'number') {
		if (field.closest(sensitiveMark) === null) return null
		const text = field.value.slice(field.selectionStart, field.selectionEnd ?? undefined)
		return text === '' ? null : text
	}
	const selection = page.getSelection()
	if (selection === null || selection.isCollapsed) return null
	for (const element of page.querySelectorAll(sensitiveMark))
		if (selection.containsNode(element, true)) return String(selection)
	return null
}
