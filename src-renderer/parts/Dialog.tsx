import type { ReactNode } from 'react'
import { Dialog as AriaDialog, Heading, Modal, ModalOverlay } from 'react-aria-components'
import { useTranslation } from 'react-i18next'
import { Button } from './Button.tsx'
import './dialog.css'

type Props = {
	title: string
	children: ReactNode
	onClose: () => void
	/** Buttons at the foot, the main one last. */
	actions?: ReactNode
	wide?: boolean
	/** alertdialog: it interrupts and asks for an answer. */
	alert?: boolean
}

/** Keeps the keyboard inside while open; Esc closes it and focus returns to where it was. */
export function Dialog(props: Props) {
	return (
		<ModalOverlay
			className="dialog-overlay"
			isOpen
			isDismissable={!props.alert}
			onOpenChange={(open) => {
				if (!open) props.onClose()
			}}
		>
			<Modal className={props.wide ? 'dialog-modal dialog-wide' : 'dialog-modal'}>
				<AriaDialog className="dialog" role={props.alert ? 'alertdialog' : 'dialog'}>
					<Heading slot="title" className="dialog-title">
						{props.title}
					</Heading>
					<div className="dialog-body">{props.children}</div>
					{props.actions ? <div className="dialog-actions">{props.actions}</div> : null}
				</AriaDialog>
			</Modal>
		</ModalOverlay>
	)
}

type ConfirmProps = {
	title: string
	children: ReactNode
	confirm: string
	onConfirm: () => void
	onCancel: () => void
	danger?: boolean
	busy?: boolean
}

/** Asks before something that cannot be taken back. The safe answer has the focus. */
export function Confirm(props: ConfirmProps) {
	const { t } = useTranslation()
	return (
		<Dialog
			title={props.title}
			onClose={props.onCancel}
			alert
			actions={
				<>
					<Button onPress={props.onCancel} autoFocus>
						{t('frame.cancel')}
					</Button>
					<Button look={props.danger ? 'danger' : 'main'} onPress={props.onConfirm} busy={props.busy ?? false}>
						{props.confirm}
					</Button>
				</>
			}
		>
			{props.children}
		</Dialog>
	)
}
