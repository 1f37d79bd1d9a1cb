import { create } from 'zustand'

/** Short messages about something that was done. Read out by assistive technology; gone after a while. */
export type Toast = { id: number; text: string; tone: 'good' | 'bad' }

const stayMs = 5_000
let last = 0

export const useToasts = create<{ toasts: readonly Toast[] }>(() => ({ toasts: [] }))

export function dropToast(id: number): void {
	useToasts.setState(({ toasts }) => ({ toasts: toasts.filter((one) => one.id !== id) }))
}

export function toast(text: string, tone: Toast['tone'] = 'good'): void {
	last += 1
	const id = last
	useToasts.setState(({ toasts }) => ({ toasts: [...toasts.slice(-2), { id, text, tone }] }))
	setTimeout(() => dropToast(id), stayMs)
}
