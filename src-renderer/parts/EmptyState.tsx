import type { ReactNode } from 'react'
import './empty-state.css'

/** Nothing to show, and what to do about it. */
export function EmptyState({ title, children, actions }: { title: string; children?: ReactNode; actions?: ReactNode }) {
	return (
		<div className="empty-state">
			<svg viewBox="0 0 64 48" width="72" height="54" aria-hidden="true">
				<rect x="6" y="6" width="52" height="36" rx="5" fill="none" stroke="currentColor" strokeWidth="2" />
				<path d="M14 17h36M14 25h24M14 33h30" stroke="currentColor" strokeWidth="2" strokeLinecap="round" />
			</svg>
			<h2>{title}</h2>
			{children ? <p>{children}</p> : null}
			{actions ? <div className="empty-actions">{actions}</div> : null}
		</div>
	)
}
