import { Menu, type MenuItemConstructorOptions } from 'electron'
import type { Language } from '../../../shared/desk-api/session.ts'
import { words } from './words.ts'

export type MenuActions = { lock(): void }

/** The menu as data. Reload and developer tools are absent unless debugging. */
export function menuTemplate(
	language: Language,
	actions: MenuActions,
	debugging: boolean,
): MenuItemConstructorOptions[] {
	const say = words[language]
	const tools: MenuItemConstructorOptions[] = debugging
		? [{ type: 'separator' }, { label: say.developerTools, role: 'toggleDevTools' }]
		: []
	return [
		{
			label: say.desk,
			submenu: [
				{ label: say.lock, accelerator: 'CmdOrCtrl+L', click: () => actions.lock() },
				{ type: 'separator' },
				{ label: say.quit, role: 'quit' },
			],
		},
		{
			label: say.edit,
			submenu: [
				{ label: say.undo, role: 'undo' },
				{ label: say.redo, role: 'redo' },
				{ type: 'separator' },
				{ label: say.cut, role: 'cut' },
				{ label: say.copy, role: 'copy' },
				{ label: say.paste, role: 'paste' },
				{ label: say.selectAll, role: 'selectAll' },
			],
		},
		{
			label: say.view,
			submenu: [
				{ label: say.actualSize, role: 'resetZoom' },
				{ label: say.zoomIn, role: 'zoomIn' },
				{ label: say.zoomOut, role: 'zoomOut' },
				{ type: 'separator' },
				{ label: say.fullScreen, role: 'togglefullscreen' },
				...tools,
			],
		},
	]
}

export function showMenu(language: Language, actions: MenuActions, debugging: boolean): void {
	Menu.setApplicationMenu(Menu.buildFromTemplate(menuTemplate(language, actions, debugging)))
}
