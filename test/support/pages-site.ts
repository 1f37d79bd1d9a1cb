import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Page } from '@playwright/test'
import type { Language } from '../../shared/desk-api/session.ts'
import { startDeskProcess } from './desk-process.ts'
import { BasePage, test as base, SignInPage } from './pages.ts'
import { type MadeClaim, makeSite, type Seed } from './site.ts'

/** The rail beside every screen. */
export class Rail extends BasePage {
	get rail() {
		return this.page.getByRole('navigation', { name: /^(Main|主导航)$/ })
	}
	place(name: string) {
		return this.rail.getByRole('link', { name, exact: true })
	}
	get lock() {
		return this.page.getByRole('button', { name: /^(Lock|锁定)$/ })
	}
	get language() {
		return this.page.getByRole('combobox', { name: /Language/ })
	}
	async chooseLanguage(language: Language): Promise<void> {
		await this.language.selectOption(language)
	}
	/** Short messages about what was done. */
	get toasts() {
		return this.page.locator('.toasts')
	}
}

/** Opens the address that the desk printed and signs in, in English. */
export async function openSignedIn(page: Page, url: string): Promise<Rail> {
	await page.goto(url)
	const rail = new Rail(page)
	const signIn = new SignInPage(page)
	await signIn.submit.or(rail.lock).first().waitFor()
	if (await signIn.submit.isVisible()) await signIn.signIn()
	await rail.lock.waitFor()
	return rail
}

/**
 * `desk` runs on a site that is set up already, with the claims of `seed`. `env` is for the desk's process.
 * `claims` are those of the seed, in order.
 */
export const test = base.extend<{
	seed: Seed
	env: Record<string, string>
	folder: { dir: string; claims: MadeClaim[] }
	claims: MadeClaim[]
}>({
	seed: [{}, { option: true }],
	env: [{}, { option: true }],
	folder: async ({ seed }, use) => {
		const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-site-'))
		await use({ dir, claims: await makeSite(dir, seed) })
		rmSync(dir, { recursive: true, force: true, maxRetries: 10, retryDelay: 100 })
	},
	claims: async ({ folder }, use) => use(folder.claims),
	desk: async ({ folder, env }, use) => {
		const desk = await startDeskProcess({ dir: folder.dir, env })
		await use(desk)
		await desk.remove()
	},
})
