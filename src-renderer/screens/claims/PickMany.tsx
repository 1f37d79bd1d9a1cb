import { type ReactNode, useId } from 'react'
import { Button, Dialog, DialogTrigger, ListBox, ListBoxItem, Popover } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button as OwnButton } from '../../parts/Button.tsx'

type PopProps = {
	label: string
	/** What is chosen, shown beside the label. */
	value?: string
	on?: boolean
	/** A sign instead of the label, which stays the name. */
	icon?: ReactNode
	children: ReactNode
	/** The pop-up ends where the button ends. */
	end?: boolean
	open?: boolean
	onOpen?: (open: boolean) => void
}

/** A small button with what is chosen, and what there is to choose in a pop-up below it. */
export function Pop({ label, value, on, icon, children, end, open, onOpen }: PopProps) {
	const id = useId()
	return (
		<DialogTrigger {...(open === undefined ? {} : { isOpen: open })} {...(onOpen ? { onOpenChange: onOpen } : {})}>
			<Button
				className={on ? 'pick pick-on' : 'pick'}
				aria-label={label}
				{...(value ? { 'aria-describedby': id } : {})}
			>
				{icon ?? (
					<>
						<span>{label}</span>
						{value ? <b id={id}>{value}</b> : null}
						<span aria-hidden="true" className="pick-mark" />
					</>
				)}
			</Button>
			<Popover className="pick-popover" placement={end ? 'bottom end' : 'bottom start'} offset={6}>
				<Dialog className="pick-dialog" aria-label={label}>
					{children}
				</Dialog>
			</Popover>
		</DialogTrigger>
	)
}

type Props<V extends string> = {
	label: string
	options: readonly { value: V; label: string }[]
	chosen: readonly V[]
	onChange: (chosen: V[]) => void
}

/** Any number of a closed list. Letters jump, Space chooses, Esc closes. */
export function PickMany<V extends string>({ label, options, chosen, onChange }: Props<V>) {
	const { t } = useTranslation()
	const value = chosen.length === 0 ? t('list.all') : String(chosen.length)
	return (
		<Pop label={label} value={value} on={chosen.length > 0}>
			<ListBox
				className="pick-list"
				aria-label={label}
				selectionMode="multiple"
				selectionBehavior="toggle"
				escapeKeyBehavior="none"
				autoFocus="first"
				selectedKeys={chosen}
				onSelectionChange={(keys) => {
					const wanted =
						keys === 'all'
							? options.map((option) => option.value)
							: options.map((option) => option.value).filter((one) => keys.has(one))
					onChange(wanted)
				}}
			>
				{options.map((option) => (
					<ListBoxItem key={option.value} id={option.value} textValue={option.label} className="pick-item">
						<i aria-hidden="true" />
						{option.label}
					</ListBoxItem>
				))}
			</ListBox>
			{chosen.length > 0 ? (
				<OwnButton look="quiet" small onPress={() => onChange([])}>
					{t('list.clear')}
				</OwnButton>
			) : null}
		</Pop>
	)
}
