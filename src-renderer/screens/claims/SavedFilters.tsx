import { type FormEvent, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../parts/Button.tsx'
import { TextField } from '../../parts/form/TextField.tsx'
import { useList } from '../../state/list.ts'
import { keepPref, usePref } from '../../state/prefs.ts'
import { toast } from '../../state/toasts.ts'
import { Pop } from './PickMany.tsx'
import { addSaved, longestName, mostSaved, readSaved } from './saved-filters.ts'

/** A person's named filters, kept by the desk. */
export function SavedFilters() {
	const { t } = useTranslation()
	const saved = readSaved(usePref('filters'))
	const filter = useList((list) => list.filter)
	const [name, setName] = useState('')
	const [open, setOpen] = useState(false)
	const nothing = Object.keys(filter).length === 0
	const trimmed = name.trim()

	function keep(event: FormEvent) {
		event.preventDefault()
		event.stopPropagation()
		if (nothing || trimmed === '') return
		keepPref('filters', JSON.stringify(addSaved(saved, { name: trimmed, filter })))
		toast(t('list.saved.kept', { name: trimmed }))
		setName('')
	}

	return (
		<Pop label={t('list.saved.title')} open={open} onOpen={setOpen}>
			{saved.length === 0 ? <p className="pick-note">{t('list.saved.none')}</p> : null}
			<ul className="pick-saved">
				{saved.map((one) => (
					<li key={one.name}>
						<Button
							look="quiet"
							small
							onPress={() => {
								useList.setState({ filter: one.filter, at: { first: true }, row: null, scroll: 0 })
								setOpen(false)
							}}
						>
							<bdi className="clip">{one.name}</bdi>
						</Button>
						<Button
							look="quiet"
							small
							label={t('list.saved.remove', { name: one.name })}
							onPress={() => keepPref('filters', JSON.stringify(saved.filter((other) => other !== one)))}
						>
							×
						</Button>
					</li>
				))}
			</ul>
			<form className="pick-keep" onSubmit={keep}>
				<TextField
					label={t('list.saved.name')}
					value={name}
					onChange={setName}
					maxLength={longestName}
					hint={
						nothing
							? t('list.saved.nothing')
							: saved.length >= mostSaved
								? t('list.saved.full', { most: mostSaved })
								: undefined
					}
				/>
				<Button type="submit" small disabled={nothing || trimmed === '' || saved.length >= mostSaved}>
					{t('list.saved.keep')}
				</Button>
			</form>
		</Pop>
	)
}
