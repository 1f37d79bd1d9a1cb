import type { Page } from '@playwright/test'
import type { Language } from '../../shared/desk-api/session.ts'
import { en } from '../../src-renderer/words/en.ts'
import { zhCN } from '../../src-renderer/words/zh-CN.ts'
import type { DeskProcess } from '../support/desk-process.ts'
import { expect, firstUser } from '../support/pages.ts'
import { daysAgo } from '../support/site.ts'

/** What is done on each screen while it stands still. `main` names the button or box a person needs there. */
export type Look = (screen: string, main: ReturnType<Page['getByRole']>[]) => Promise<void>

/** From set-up to the lock over every screen of the program, on a desk that is not set up yet. */
export async function walk(page: Page, desk: DeskProcess, language: Language, look: Look): Promise<void> {
	const w = language === 'en' ? en : zhCN
	const { keyboard } = page
	const button = (name: string) => page.getByRole('button', { name, exact: true })
	const box = (name: string) => page.getByRole('textbox', { name, exact: true })
	const secret = (name: string) => page.getByLabel(name, { exact: true })
	const link = (name: string) => page.getByRole('link', { name, exact: true })
	const h1 = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
	const rail = (name: string) =>
		page.getByRole('navigation', { name: w.frame.main, exact: true }).getByRole('link', { name, exact: true })
	const { setUp, signIn } = w.session

	await page.goto(desk.origin)
	await h1(w.frame.stranger.title).waitFor()
	await look('not connected', [button(w.frame.retry)])

	await page.goto(desk.url)
	await h1(setUp.title).waitFor()
	await look('set-up', [button(setUp.create)])
	await secret(setUp.city).selectOption('own')
	await button(setUp.create).click()
	await page.getByRole('alert').waitFor()
	await look('set-up with problems', [button(setUp.create), box(setUp.cityCode)])
	await secret(setUp.city).selectOption('SH')
	await box(setUp.siteName).fill('Pudong branch 浦东营业部')
	await box(setUp.userName).fill(firstUser.userName)
	await secret(setUp.password).fill(firstUser.password)
	await secret(setUp.confirm).fill(firstUser.password)
	await page.getByText(w.session.strength.level4).waitFor()
	await look('set-up filled in', [button(setUp.create)])
	await button(setUp.create).click()

	await page.getByText(w.list.empty.title).waitFor()
	await look('empty list', [button(w.frame.newClaim)])
	await button(w.frame.newClaim).click()
	const { intake } = w
	await box(intake.box.accidentDate).waitFor()
	await look('new claim', [button(intake.saveDraft), button(intake.submit)])
	await button(intake.submit).click()
	await page.getByRole('alert').waitFor()
	await look('new claim with gaps', [button(intake.submit)])
	await box(intake.box.accidentDate).fill('2026-02-31')
	await box(intake.box.accidentTime).fill('2545')
	await button(intake.more).click()
	await button(intake.submit).click()
	await look('new claim with errors', [button(intake.submit)])
	await box(intake.box.accidentDate).fill(daysAgo(1))
	await keyboard.press('Alt+ArrowDown')
	await page.getByRole('dialog').waitFor()
	await look('calendar', [])
	await keyboard.press('Escape')
	await box(intake.box.accidentTime).fill('21:45')
	await box(intake.box.place).fill('M23公路10号路口附近')
	await box(intake.box.cause).fill('在M23公路上开车时撞上另一辆车')
	await box(intake.box.policyNo).fill('546452')
	await box(intake.box.reporterName).fill('Sarah Standl')
	await box(intake.box.reporterPhone).fill('07700 900123')
	await box(intake.box.driverName).fill('Sarah Standl')
	await button(intake.addDriver).click()
	await box(`${intake.box.driverName} 2`).fill('John Radley')
	await box(intake.box.plate).fill('KX71 FLD')
	await box(intake.box.damage).fill('车灯坏了')
	await box(intake.box.note).fill('Caller \u202Eis\u202C unhurt')
	const tags = page.getByRole('combobox', { name: intake.box.tags, exact: true })
	await tags.fill('拖车')
	await tags.press('Enter')
	await look('new claim filled in', [button(intake.saveDraft), button(intake.submit)])
	await button(intake.discard).click()
	await page.getByRole('alertdialog').waitFor()
	await look('question', [page.getByRole('alertdialog').getByRole('button', { name: w.frame.cancel })])
	await keyboard.press('Escape')
	await button(intake.submit).click()

	const { claim } = w
	await link(claim.back).waitFor()
	await page.getByText(claim.history.created, { exact: true }).waitFor()
	await look('claim', [link(claim.back), button(claim.edit), button(claim.note.add)])
	await button(claim.edit).click()
	await look('claim, facts edited', [button(claim.save), button(claim.cancel)])
	await button(claim.cancel).click()
	await button(claim.change.people).click()
	await look('claim, people edited', [button(claim.save)])
	await button(claim.cancel).click()
	await button(claim.step.take).click()
	await page.getByRole('dialog').waitFor()
	await look('step', [page.getByRole('dialog').getByRole('button', { name: claim.step.take, exact: true })])
	await page.getByRole('dialog').getByRole('button', { name: claim.step.take, exact: true }).click()
	await page.getByRole('dialog').waitFor({ state: 'hidden' })
	await page.locator('.steps button').first().click()
	await page.getByRole('dialog').waitFor()
	await look('step that asks', [])
	await keyboard.press('Escape')
	await link(claim.back).click()

	await h1(w.list.title).waitFor()
	await page.getByText('546452').first().waitFor()
	await look('list', [button(w.frame.newClaim), page.getByRole('searchbox'), button(w.list.goToDate)])
	await button(w.list.status).click()
	await page.getByRole('dialog').waitFor()
	await look('filter', [])
	await keyboard.press('Escape')
	// A narrow window has no columns to choose.
	if (await button(w.list.columns.title).isVisible()) {
		await button(w.list.columns.title).click()
		await look('columns', [])
		await keyboard.press('Escape')
	}
	await page.getByRole('searchbox').fill('nothing')
	await page.getByText(w.list.noMatch.title).waitFor()
	await look('no match', [button(w.list.noMatch.clear)])
	await button(w.list.noMatch.clear).click()

	await rail(w.frame.settings).click()
	await h1(w.settings.title).waitFor()
	await look('settings, me', [button(w.session.change.submit)])
	await link(w.settings.pages.people).click()
	await page.getByRole('table').waitFor()
	await look('settings, people', [button(w.settings.people.add)])
	await button(w.settings.people.add).click()
	await page.getByRole('dialog').waitFor()
	await look('person', [page.getByRole('dialog').getByRole('button', { name: w.settings.people.create, exact: true })])
	await keyboard.press('Escape')
	await link(w.settings.pages.archive).click()
	await button(w.settings.archive.move).waitFor()
	await look('settings, archive', [button(w.settings.archive.move)])
	await link(w.settings.pages.about).click()
	await page.getByText(w.settings.about.storageBody).waitFor()
	await look('settings, about', [])
	await page.getByRole('main').focus()
	await keyboard.press('?')
	await page.getByRole('dialog').waitFor()
	await look('shortcuts', [page.getByRole('dialog').getByRole('button', { name: w.frame.close, exact: true })])
	await keyboard.press('Escape')
	await page.evaluate(() => {
		location.hash = '#/claims/00000000-0000-7000-8000-000000000000'
	})
	await page.getByText(claim.missingClaim.title).waitFor()
	await look('claim that is not here', [link(claim.back)])

	await button(w.frame.lock).click()
	await h1(signIn.title).waitFor()
	await look('sign-in', [button(signIn.submit)])
	await box(signIn.userName).fill(firstUser.userName)
	await secret(signIn.password).fill('this is not the password')
	await button(signIn.submit).click()
	await page.getByRole('alert').waitFor()
	await look('sign-in, wrong password', [button(signIn.submit)])
	await secret(signIn.password).fill(firstUser.password)
	await button(signIn.submit).click()
	await expect(button(w.frame.lock)).toBeVisible()
}
