import type { ReactNode } from 'react'
import { Button as AriaButton } from 'react-aria-components'
import './button.css'

export type ButtonProps = {
	children: ReactNode
	onPress?: () => void
	/** main: the one thing to do here. plain: the rest. quiet: no frame until touched. danger: cannot be undone. */
	look?: 'main' | 'plain' | 'quiet' | 'danger'
	type?: 'button' | 'submit'
	disabled?: boolean
	/** Busy buttons stay focusable, so that focus is not lost, and do nothing; a form they submit must do nothing too. */
	busy?: boolean
	autoFocus?: boolean
	/** Name for assistive technology where the words shown are not enough. */
	label?: string
	/** What follows from it, announced after the name; the id of an element. */
	describedBy?: string
	small?: boolean
	className?: string
}

export function Button(props: ButtonProps) {
	return (
		<AriaButton
			className={`button button-${props.look ?? 'plain'}${props.small ? ' button-small' : ''}${props.className ? ` ${props.className}` : ''}`}
			type={props.type ?? 'button'}
			isDisabled={props.disabled ?? false}
			autoFocus={props.autoFocus ?? false}
			{...(props.onPress && !props.busy ? { onPress: props.onPress } : {})}
			{...(props.busy ? { 'data-busy': true } : {})}
			{...(props.label ? { 'aria-label': props.label } : {})}
			{...(props.describedBy ? { 'aria-describedby': props.describedBy } : {})}
		>
			{props.children}
		</AriaButton>
	)
}
