import { AxeBuilder } from '@axe-core/playwright'
import { expect, SetUpPage, SignInPage, test } from '../support/pages.ts'

test('R21: a new machine shows set-up; with a site made it locks to sign-in and opens again', async ({
	page,
	desk,
}) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await expect(setUp.create).toBeVisible()
	await setUp.fill()
	await setUp.create.click()
	await expect(setUp.button('Lock')).toBeVisible()

	await setUp.button('Lock').click()
	const signIn = new SignInPage(page)
	await expect(signIn.submit).toBeVisible()
	await signIn.signIn()
	await expect(signIn.button('Lock')).toBeVisible()
})

test('R21: after the program was killed the same folder asks for the password', async ({ page, desk }) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await setUp.fill()
	await setUp.create.click()
	await expect(setUp.button('Lock')).toBeVisible()

	await page.goto('about:blank')
	await desk.restart()
	await page.goto(desk.url)
	await expect(new SignInPage(page).submit).toBeVisible()
})

test('R44: set-up and sign-in pass the accessibility rules of WCAG 2.2 AA', async ({ page, desk }) => {
	const judge = async () => {
		const rules = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa']
		// The library's announcer points at what it announced for some seconds, also when that left the screen.
		const axe = new AxeBuilder({ page }).withTags(rules).exclude('[data-live-announcer]')
		const { violations } = await axe.analyze()
		expect(violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(', ')}`)).toEqual([])
	}
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await expect(setUp.create).toBeVisible()
	await judge()
	await setUp.fill()
	await setUp.create.click()
	await setUp.button('Lock').click()
	await expect(new SignInPage(page).submit).toBeVisible()
	await judge()
})
