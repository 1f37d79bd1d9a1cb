import { test as base, expect, type Page } from '@playwright/test'
import { type DeskProcess, startDeskProcess } from './desk-process.ts'

/** A password that the strength meter lets pass; used by tests only. */
export const testPassword = 'orbit-lantern-42-willow'

/** The person the set-up page creates. */
export const firstUser = { displayName: 'Test Owner', userName: 'owner', password: testPassword } as const

/** What every page has in common. */
export class BasePage {
	readonly page: Page
	constructor(page: Page) {
		this.page = page
	}
	button(name: string) {
		return this.page.getByRole('button', { name, exact: true })
	}
	/** A text box by its label. */
	box(name: string) {
		return this.page.getByRole('textbox', { name, exact: true })
	}
	/** A password box has no role of its own. */
	secret(name: string) {
		return this.page.getByLabel(name, { exact: true })
	}
}

/** First run: makes the site and its first user. */
export class SetUpPage extends BasePage {
	get create() {
		return this.button('Create site')
	}
	async fill(siteName = 'Test site'): Promise<void> {
		await this.box('Site name').fill(siteName)
		await this.page.getByLabel('City', { exact: true }).selectOption('SH')
		await this.box('User name').fill(firstUser.userName)
		await this.secret('Password').fill(firstUser.password)
		await this.secret('Confirm password').fill(firstUser.password)
	}
}

export class SignInPage extends BasePage {
	get submit() {
		return this.button('Sign in')
	}
	async signIn(userName: string = firstUser.userName, password: string = firstUser.password): Promise<void> {
		await this.box('User name').fill(userName)
		await this.secret('Password').fill(password)
		await this.submit.click()
	}
}

/** Collects what went wrong inside the page; a test ends red when anything did. */
export function watchFaults(page: Page, faults: string[] = []): string[] {
	page.on('pageerror', (error) => faults.push(`page error: ${error.message}`))
	page.on('console', (message) => {
		if (message.type() === 'error') faults.push(`console: ${message.text()}`)
	})
	return faults
}

/** `desk` is a running browser shell on a fresh folder; the page's errors fail the test unless it empties `faults`. */
export const test = base.extend<{ desk: DeskProcess; faults: string[] }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
	desk: async ({}, use) => {
		const desk = await startDeskProcess()
		await use(desk)
		await desk.remove()
	},
	faults: [
		// The desk is named so that it ends after the faults were judged: its end is no fault of the page.
		async ({ page, desk: _ }, use) => {
			const faults = watchFaults(page)
			await use(faults)
			expect(faults, 'errors inside the page').toEqual([])
		},
		{ auto: true },
	],
})
export { expect }
