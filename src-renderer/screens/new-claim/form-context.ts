import { createContext, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { useStore } from 'zustand'
import { ask } from '../../desk/queries.ts'
import { problemWords } from '../../parts/form/problem-words.ts'
import type { NewForm, RowList } from './form.ts'
import type { Site } from './form-claim.ts'
import type { FormModel, FormStore } from './form-state.ts'

export type FormPlace = { store: FormStore; site: Site; id: string; claimNo: string }
export const FormContext = createContext<FormPlace | null>(null)

export function useFormPlace(): FormPlace {
	const place = useContext(FormContext)
	if (!place) throw new Error('no form around this box')
	return place
}

export function useFormValue<T>(pick: (model: FormModel) => T): T {
	return useStore(useFormPlace().store, pick)
}

function useWrong(box: string): string | null {
	useTranslation()
	const code = useFormValue((model) => model.wrong[box])
	return code === undefined ? null : problemWords(code)
}

type TextBox = { [K in keyof NewForm]: NewForm[K] extends string ? K : never }[keyof NewForm]

/** The properties of a box bound to one field of the form. */
export function useBox<K extends TextBox>(name: K) {
	const { store } = useFormPlace()
	return {
		name,
		value: useStore(store, (model) => model.form[name]),
		onChange: (value: NewForm[K]) => store.getState().change({ [name]: value } as Partial<NewForm>),
		error: useWrong(name),
	}
}

/** The same for a field of a row. */
export function useRowBox<L extends RowList, K extends keyof NewForm[L][number] & string>(
	list: L,
	row: NewForm[L][number],
	field: K,
) {
	const { store } = useFormPlace()
	const name = `${row.id}.${field}`
	return {
		name,
		value: row[field as keyof typeof row] as NewForm[L][number][K],
		onChange: (value: NewForm[L][number][K]) =>
			store.getState().changeRow(list, row.id, { [field]: value } as unknown as Partial<NewForm[L][number]>),
		error: useWrong(name),
	}
}

/** Puts the keyboard into a box, by its name. Names of three-way choices are on their group. */
export function focusBox(box: string): void {
	const name = CSS.escape(box)
	const group = document.querySelector<HTMLElement>(`[data-name="${name}"]`)
	const target =
		document.querySelector<HTMLElement>(`[name="${name}"]`) ??
		group?.querySelector<HTMLElement>('input:checked') ??
		group?.querySelector<HTMLElement>('input')
	target?.focus()
	target?.scrollIntoView({ block: 'center' })
}

export const suggestTags = (prefix: string): Promise<readonly string[]> =>
	ask('claims.tags', { prefix }).catch(() => [])
