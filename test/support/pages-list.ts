import { BasePage } from './pages.ts'

/** The dated list, in English. */
export class ListPage extends BasePage {
	get list() {
		return this.page.getByRole('list', { name: 'Claims', exact: true })
	}
	get rows() {
		return this.list.getByRole('link')
	}
	row(name: string | RegExp) {
		return this.list.getByRole('link', { name })
	}
	get search() {
		return this.page.getByRole('searchbox', { name: 'Search claims' })
	}
	get from() {
		return this.box('From date')
	}
	get to() {
		return this.box('To date')
	}
	get next() {
		return this.button('Next page')
	}
	get previous() {
		return this.button('Previous page')
	}
	get first() {
		return this.button('First page')
	}
	/** "51–100 of 120" */
	get position() {
		return this.page.locator('.claims-position')
	}
	get chips() {
		return this.page.locator('.claims-chip')
	}
	get newClaim() {
		return this.page.getByRole('main').getByRole('button', { name: 'New claim', exact: true })
	}
	/** Chooses among the values of a filter and closes it. */
	async choose(filter: 'Status' | 'Category', ...values: readonly string[]): Promise<void> {
		await this.button(filter).click()
		const dialog = this.page.getByRole('dialog', { name: filter })
		for (const value of values) await dialog.getByRole('option', { name: value, exact: true }).click()
		await this.page.keyboard.press('Escape')
		await dialog.waitFor({ state: 'hidden' })
	}
	async chooseTag(tag: string): Promise<void> {
		await this.button('Tags').click()
		const dialog = this.page.getByRole('dialog', { name: 'Tags' })
		const box = dialog.getByRole('combobox', { name: 'Tags', exact: true })
		await box.fill(tag)
		await box.press('Enter')
		await this.page.keyboard.press('Escape')
		await dialog.waitFor({ state: 'hidden' })
	}
	async removeChip(name: string): Promise<void> {
		await this.button(`Remove filter: ${name}`).click()
	}
}
