import type { Language } from '../../../shared/desk-api/session.ts'

const en = {
	app: 'FieldClaim',
	desk: 'Desk',
	lock: 'Lock',
	quit: 'Quit FieldClaim',
	edit: 'Edit',
	undo: 'Undo',
	redo: 'Redo',
	cut: 'Cut',
	copy: 'Copy',
	paste: 'Paste',
	selectAll: 'Select all',
	view: 'View',
	actualSize: 'Actual size',
	zoomIn: 'Zoom in',
	zoomOut: 'Zoom out',
	fullScreen: 'Full screen',
	developerTools: 'Developer tools',
	notStarted:
		'FieldClaim could not start. Your claims are untouched. Start it again; if this stays, restart the computer.',
}
export type Words = Readonly<Record<keyof typeof en, string>>

const zh: Words = {
	app: 'FieldClaim',
	desk: '工作台',
	lock: '锁定',
	quit: '退出 FieldClaim',
	edit: '编辑',
	undo: '撤销',
	redo: '重做',
	cut: '剪切',
	copy: '复制',
	paste: '粘贴',
	selectAll: '全选',
	view: '视图',
	actualSize: '实际大小',
	zoomIn: '放大',
	zoomOut: '缩小',
	fullScreen: '全屏',
	developerTools: '开发者工具',
	notStarted: 'FieldClaim 无法启动。您的理赔数据未受影响。请重新启动;如果仍然如此,请重启电脑。',
}

export const words: Readonly<Record<Language, Words>> = { 'zh-CN': zh, en }

/** The system's language, for as long as nobody has chosen one. */
export const languageOf = (locale: string): Language => (locale.toLowerCase().startsWith('zh') ? 'zh-CN' : 'en')
