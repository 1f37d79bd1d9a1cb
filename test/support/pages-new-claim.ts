import type { Language } from '../../shared/desk-api/session.ts'
import { BasePage } from './pages.ts'

/** Names of the boxes and buttons, as people read them. */
const names = {
	en: {
		accidentDate: 'Accident date',
		accidentTime: 'Accident time',
		place: 'Place',
		callReason: 'Call reason',
		cause: 'Cause',
		summary: 'Summary',
		policyNo: 'Policy number',
		reporter: 'Reporter',
		reporterPhone: 'Reporter phone',
		reportDate: 'Report date',
		driver: 'Driver name',
		driver2: 'Driver name 2',
		plate: 'Plate',
		make: 'Make',
		damage: 'Damage',
		damage2: 'Damage 2',
		note: 'First note',
		category: 'Category',
		tags: 'Tags',
		addDriver: 'Add driver',
		addDamage: 'Add another',
		saveDraft: 'Save draft',
		submit: 'Submit claim',
		saved: /^Saved on this laptop \d\d:\d\d:\d\d$/,
		recovered: /^Recovered what was typed at \d{4}-\d\d-\d\d \d\d:\d\d\.$/,
	},
	'zh-CN': {
		accidentDate: '出险日期',
		accidentTime: '出险时间',
		place: '出险地点',
		callReason: '呼叫原因',
		cause: '事故起因',
		summary: '总结',
		policyNo: '保险单号',
		reporter: '报案人',
		reporterPhone: '报案人电话',
		reportDate: '报案日期',
		driver: '驾驶人',
		driver2: '驾驶人 2',
		plate: '车牌号',
		make: '品牌',
		damage: '损坏',
		damage2: '损坏 2',
		note: '首条备注',
		category: '类别',
		tags: '标签',
		addDriver: '添加驾驶人',
		addDamage: '再添一项',
		saveDraft: '存为草稿',
		submit: '提交报案',
		saved: /^已存于本机 \d\d:\d\d:\d\d$/,
		recovered: /^已恢复 \d{4}-\d\d-\d\d \d\d:\d\d 时填写的内容。$/,
	},
} as const

const textBoxes = [
	'accidentDate',
	'accidentTime',
	'place',
	'callReason',
	'cause',
	'summary',
	'policyNo',
	'reporter',
	'reporterPhone',
	'reportDate',
	'driver',
	'driver2',
	'plate',
	'make',
	'damage',
	'damage2',
	'note',
] as const

export type TextBox = (typeof textBoxes)[number]
/** What is typed into the form, in its order. */
export type Entries = Partial<Record<TextBox, string>> & { category?: string; tags?: readonly string[] }

/** The reference call as a person enters it, but for the accident date, which was never said. */
export const referenceCall = {
	place: 'M23公路10号路口附近',
	callReason: '车祸报案',
	cause: '在M23公路上开车时撞上另一辆车',
	summary: 'Sarah Standl与John Radley在M23公路10号路口附近相撞,车灯和安全气囊坏了,已叫拖车,开始索赔。',
	policyNo: '546452',
	driver: 'Sarah Standl',
	driver2: 'John Radley',
	damage: '车灯坏了',
	damage2: '安全气囊坏了',
} as const satisfies Entries

export class NewClaimPage extends BasePage {
	readonly #names: (typeof names)[Language]
	constructor(page: BasePage['page'], language: Language = 'en') {
		super(page)
		this.#names = names[language]
	}
	get form() {
		return this.page.getByRole('main')
	}
	field(name: TextBox) {
		return this.box(this.#names[name])
	}
	get tags() {
		return this.page.getByRole('combobox', { name: this.#names.tags, exact: true })
	}
	get category() {
		return this.page.getByRole('combobox', { name: this.#names.category, exact: true })
	}
	get saveDraft() {
		return this.button(this.#names.saveDraft)
	}
	get submit() {
		return this.button(this.#names.submit)
	}
	/** Says that everything typed so far is on the disk. */
	get savedMark() {
		return this.page.getByText(this.#names.saved)
	}
	get recovered() {
		return this.page.getByText(this.#names.recovered)
	}
	/** The one place that says why the form was not taken. */
	get trouble() {
		return this.page.getByRole('alert')
	}
	get claimNo() {
		return this.page.locator('.claim-number-text')
	}
	async fill(entries: Entries): Promise<void> {
		for (const name of textBoxes) {
			const text = entries[name]
			if (text === undefined) continue
			if (name === 'driver2') await this.button(this.#names.addDriver).click()
			if (name === 'damage2') await this.button(this.#names.addDamage).click()
			await this.field(name).fill(text)
		}
		if (entries.category) await this.category.selectOption(entries.category)
		for (const tag of entries.tags ?? []) {
			await this.tags.fill(tag)
			await this.tags.press('Enter')
		}
	}
}
