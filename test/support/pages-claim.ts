import type { Language } from '../../shared/desk-api/session.ts'
import { BasePage } from './pages.ts'

const names = {
	en: {
		back: 'Back to claims',
		facts: 'Facts',
		people: 'People',
		vehicles: 'Vehicles',
		damages: 'Damage',
		money: 'Money',
		notes: 'Notes',
		history: 'History',
		edit: 'Edit',
		save: 'Save',
		cancel: 'Cancel',
		note: 'New note',
		addNote: 'Add note',
	},
	'zh-CN': {
		back: '返回案件列表',
		facts: '案情',
		people: '人员',
		vehicles: '车辆',
		damages: '损坏',
		money: '金额',
		notes: '备注',
		history: '历史',
		edit: '编辑',
		save: '保存',
		cancel: '取消',
		note: '新备注',
		addNote: '添加备注',
	},
} as const

export type SectionName = 'facts' | 'people' | 'vehicles' | 'damages' | 'money' | 'notes' | 'history'

export class ClaimPage extends BasePage {
	readonly #names: (typeof names)[Language]
	constructor(page: BasePage['page'], language: Language = 'en') {
		super(page)
		this.#names = names[language]
	}
	get back() {
		return this.page.getByRole('link', { name: this.#names.back, exact: true })
	}
	/** What tells one claim from another, above its sections. */
	get head() {
		return this.page.locator('.claim-head')
	}
	get number() {
		return this.page.getByRole('heading', { level: 1 }).locator('.claim-number-text')
	}
	section(name: SectionName) {
		const heading = this.page.getByRole('heading', { level: 2, name: new RegExp(`^${this.#names[name]}( \\d+)?$`) })
		return this.page.locator('.claim-part').filter({ has: heading })
	}
	/** What stands beside a name among the facts. */
	fact(name: string) {
		const term = this.page.locator('dt').getByText(name, { exact: true })
		return this.section('facts').locator('div').filter({ has: term }).locator('dd')
	}
	get edit() {
		return this.button(this.#names.edit)
	}
	get save() {
		return this.button(this.#names.save)
	}
	get cancel() {
		return this.button(this.#names.cancel)
	}
	async addNote(text: string): Promise<void> {
		await this.box(this.#names.note).fill(text)
		await this.button(this.#names.addNote).click()
	}
}
