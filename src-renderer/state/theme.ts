import { desk } from '../desk/client.ts'

export const themes = ['system', 'light', 'dark'] as const
export type Theme = (typeof themes)[number]

export function showTheme(theme: Theme): void {
	if (theme === 'system') delete document.documentElement.dataset.theme
	else document.documentElement.dataset.theme = theme
}

export function readTheme(text: string | undefined): Theme {
	return themes.find((theme) => theme === text) ?? 'system'
}

/** Shows what this person chose; the look of the last person stays while the desk is locked. */
export async function applyTheme(): Promise<void> {
	const reply = await desk.call('prefs.get', {})
	if (reply.ok) showTheme(readTheme(reply.value.theme))
}
