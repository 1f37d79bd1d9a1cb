import { AxeBuilder } from '@axe-core/playwright'
import type { Page } from '@playwright/test'
import { languages } from '../../shared/desk-api/session.ts'
import { startDeskProcess } from '../support/desk-process.ts'
import { expect, SignInPage, test } from '../support/pages.ts'
import { walk } from './walk.ts'

/** A trace would hold the rules' own program once for each look. */
test.use({ trace: 'off' })

const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
const localeOf = { 'zh-CN': 'zh-CN', en: 'en-GB' } as const

/** What breaks the rules on the page as it stands. Colours alone differ between light and dark. */
async function judge(page: Page, screen: string): Promise<string[]> {
	const found: string[] = []
	for (const colorScheme of ['light', 'dark'] as const) {
		await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' })
		// Colours on their way from one scheme to the other are neither's.
		await page.evaluate(() =>
			Promise.allSettled(
				document
					.getAnimations()
					.filter((one) => one instanceof CSSTransition)
					.map((one) => one.finished),
			),
		)
		// The library's announcer points at what it announced for some seconds, also when that left the screen.
		const axe = new AxeBuilder({ page }).exclude('[data-live-announcer]')
		const { violations } = await (colorScheme === 'light'
			? axe.withTags(rules)
			: axe.withRules('color-contrast')
		).analyze()
		for (const one of violations)
			for (const node of one.nodes)
				found.push(`${screen}, ${colorScheme}: ${one.id}: ${node.html} (${node.any[0]?.message ?? one.help})`)
	}
	return found
}

for (const language of languages) {
	test.describe(language, () => {
		test.use({ locale: localeOf[language] })

		test(`R44: every screen passes the rules of WCAG 2.2 AA, light and dark (${language})`, async ({
			page,
			desk,
			faults,
		}) => {
			test.slow()
			const found: string[] = []
			await walk(page, desk, language, async (screen) => {
				found.push(...(await judge(page, screen)))
			})
			expect(found).toEqual([])
			// The page without a session is refused by the desk, which Chromium reports.
			expect(
				faults.filter((fault) => !fault.includes('401')),
				'errors inside the page',
			).toEqual([])
			faults.length = 0
		})

		test.describe('at 200 % of a 1366×768 screen', () => {
			test.use({ viewport: { width: 683, height: 384 } })

			test(`R44: no screen scrolls sideways, and what a person needs can be reached (${language})`, async ({
				page,
				desk,
				faults,
			}) => {
				const found: string[] = []
				await walk(page, desk, language, async (screen, main) => {
					const over = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)
					if (over > 0) found.push(`${screen}: ${over} px too wide`)
					for (const control of main) {
						const disabled = await control.first().isDisabled()
						await control.first().scrollIntoViewIfNeeded()
						const reached = await (disabled
							? Promise.resolve()
							: control.first().click({ trial: true, timeout: 3_000 })
						).then(
							() => true,
							() => false,
						)
						if (!reached) found.push(`${screen}: not reached: ${control}`)
					}
				})
				expect(found).toEqual([])
				expect(
					faults.filter((fault) => !fault.includes('401')),
					'errors inside the page',
				).toEqual([])
				faults.length = 0
			})
		})
	})
}

test('R44: the screens of trouble pass the rules of WCAG 2.2 AA', async ({ page, desk, faults }) => {
	const second = await startDeskProcess({ dir: desk.dir })
	await page.goto(second.url)
	await expect(page.getByRole('heading', { name: 'FieldClaim is already open on this data' })).toBeVisible()
	expect(await judge(page, 'in use')).toEqual([])
	await second.kill('SIGKILL')
	await page.getByRole('button', { name: 'Try again' }).last().click()
	await expect(page.getByText('The desk is not running').first()).toBeVisible()
	expect(await judge(page, 'not running')).toEqual([])
	await expect(new SignInPage(page).submit).toHaveCount(0)
	faults.length = 0
})
