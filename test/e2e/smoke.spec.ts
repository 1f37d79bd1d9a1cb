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
