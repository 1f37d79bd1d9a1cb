import type { Locator, Page } from '@playwright/test'
import { expect, firstUser, SetUpPage, SignInPage, test } from '../support/pages.ts'
import { ClaimPage } from '../support/pages-claim.ts'
import { ListPage } from '../support/pages-list.ts'
import { NewClaimPage } from '../support/pages-new-claim.ts'
import { Rail } from '../support/pages-site.ts'
import { daysAgo } from '../support/site.ts'

/** Presses Tab until the target has the focus; the focus may never get lost on the way. */
async function tabTo(page: Page, target: Locator, most = 12, key = 'Tab'): Promise<void> {
	await target.waitFor()
	for (let pressed = 0; pressed < most; pressed++) {
		await page.keyboard.press(key)
		await expect(page.locator('body'), 'the focus is somewhere').not.toBeFocused()
		if (await target.evaluate((element) => element === document.activeElement)) return
	}
	await expect(target, `reached within ${most} times ${key}`).toBeFocused()
}

test('R44: set-up, a claim, its submission, the list, the claim, an edit and the lock by keyboard alone', async ({
	page,
	desk,
}) => {
	const { keyboard } = page
	const setUp = new SetUpPage(page)
	const rail = new Rail(page)
	const list = new ListPage(page)
	const form = new NewClaimPage(page)
	const claim = new ClaimPage(page)
	const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
	await page.goto(desk.url)

	await test.step('set-up', async () => {
		await expect(setUp.box('Site name')).toBeFocused()
		await keyboard.type('Pudong branch')
		await tabTo(page, page.getByLabel('City', { exact: true }), 1)
		await keyboard.type('Shanghai')
		await tabTo(page, setUp.box('User name'), 1)
		await keyboard.type(firstUser.userName)
		await tabTo(page, setUp.box('Your name'), 1)
		await keyboard.type(firstUser.displayName)
		await tabTo(page, setUp.secret('Password'), 1)
		await keyboard.type(firstUser.password)
		await tabTo(page, setUp.secret('Confirm password'), 2)
		await keyboard.type(firstUser.password)
		await tabTo(page, setUp.create, 2)
		await keyboard.press('Enter')
		await expect(heading('Claims')).toBeVisible()
	})

	await test.step('new claim', async () => {
		await keyboard.press('n')
		await expect(form.field('accidentDate')).toBeFocused()
		await keyboard.type('yesterday')
		await tabTo(page, form.field('accidentTime'), 1)
		await expect(form.field('accidentDate')).toHaveValue(daysAgo(1))
		await keyboard.type('930')
		await tabTo(page, page.getByRole('radiogroup', { name: 'How sure' }).getByRole('radio', { checked: true }), 1)
		await keyboard.press('2')
		await expect(page.getByRole('radio', { name: 'About', exact: true })).toBeChecked()
		await tabTo(page, form.category, 1)
		await keyboard.type('Two')
		await expect(form.category).toHaveValue('two-vehicle')
		await tabTo(page, form.field('place'), 1)
		await keyboard.type('M23 near junction 10')
		await tabTo(page, form.tags, 2)
		await keyboard.type('tow,night')
		await keyboard.press('Enter')
		await expect(page.getByRole('button', { name: 'Remove night' })).toBeVisible()
		await tabTo(page, form.field('callReason'), 1)
		await keyboard.type('Collision')
		await tabTo(page, form.field('cause'), 1)
		await keyboard.type('Hit another car')
		await tabTo(page, form.field('summary'), 1)
		await tabTo(page, form.field('policyNo'), 1)
		await keyboard.type('546452')
		await tabTo(page, form.field('reporter'), 3)
		await keyboard.type('Sarah Standl')
		await tabTo(page, form.field('driver'), 8)
		await keyboard.type('Sarah Standl')
		await keyboard.press('Enter')
		await expect(form.field('driver2')).toBeFocused()
		await keyboard.type('John Radley')
		await tabTo(page, form.field('plate'), 12)
		await keyboard.type('KX71 FLD')
		await tabTo(page, form.field('damage'), 24)
		await keyboard.type('Headlight broken')
		await keyboard.press('Enter')
		await expect(form.field('damage2')).toBeFocused()
		await keyboard.type('Airbag blown')
		await keyboard.press('Control+s')
		await expect(rail.toasts).toContainText('saved')
		await expect(form.field('damage2'), 'saving keeps the place').toBeFocused()
		await keyboard.press('Control+Enter')
		await expect(claim.number).toBeVisible()
		await expect(claim.head).toContainText('Reported')
	})
	const claimNo = (await claim.number.textContent()) as string

	await test.step('list and shortcuts', async () => {
		await keyboard.press('Escape')
		await expect(heading('Claims')).toBeVisible()
		await expect(list.row(claimNo)).toBeVisible()
		await keyboard.press('/')
		await expect(list.search).toBeFocused()
		await keyboard.type('546452')
		await expect(list.chips).toHaveCount(1)
		await keyboard.press('Escape')
		await expect(list.search).toHaveValue('')
		await expect(list.chips).toHaveCount(0)
		await keyboard.press('ArrowDown')
		await expect(list.row(claimNo)).toBeFocused()

		await keyboard.press('?')
		const sheet = page.getByRole('dialog', { name: 'Keyboard shortcuts' })
		await expect(sheet).toBeVisible()
		await keyboard.press('n')
		await expect(sheet, 'letters do nothing beneath a dialog').toBeVisible()
		await keyboard.press('Escape')
		await expect(sheet).toBeHidden()
		await expect(list.row(claimNo), 'the focus is back').toBeFocused()

		await keyboard.press('g')
		await keyboard.press('d')
		await expect(list.box('Go to date')).toBeFocused()
		await keyboard.type('today')
		await keyboard.press('Enter')
		await expect(list.row(claimNo)).toBeFocused()
		await keyboard.press('Enter')
		await expect(claim.number).toHaveText(claimNo)
	})

	await test.step('edit', async () => {
		await tabTo(page, claim.edit, 20)
		await keyboard.press('Enter')
		const facts = claim.section('facts')
		await expect(facts.getByRole('textbox', { name: 'Accident date', exact: true })).toBeFocused()
		await tabTo(page, facts.getByRole('textbox', { name: 'Place', exact: true }), 5)
		await keyboard.press('End')
		await keyboard.type(' northbound')
		await keyboard.press('Control+s')
		await expect(claim.fact('Place')).toHaveText('M23 near junction 10 northbound')
		await expect(claim.edit, 'saved: the focus is where the edit began').toBeFocused()

		await keyboard.press('Enter')
		await expect(facts.getByRole('textbox', { name: 'Accident date', exact: true })).toBeFocused()
		await keyboard.press('Escape')
		await expect(claim.edit, 'left: the focus is where the edit began').toBeFocused()
		await keyboard.press('Escape')
		await expect(list.row(claimNo), 'back in the list, on the row').toBeFocused()
	})

	await test.step('lock', async () => {
		await keyboard.press('Control+l')
		const signIn = new SignInPage(page)
		await expect(signIn.box('User name')).toBeFocused()
		await keyboard.type(firstUser.userName)
		await tabTo(page, signIn.secret('Password'), 1)
		await keyboard.type(firstUser.password)
		await keyboard.press('Enter')
		await expect(heading('Claims')).toBeVisible()
		await expect(list.row(claimNo)).toBeVisible()
	})
})

test('R44: the first stop of Tab skips to the content', async ({ page, desk }) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await setUp.fill()
	await setUp.create.click()
	await new Rail(page).lock.waitFor()
	await page.reload()
	await new Rail(page).lock.waitFor()
	await page.keyboard.press('Tab')
	await expect(page.getByRole('link', { name: 'Skip to content' })).toBeFocused()
	await page.keyboard.press('Enter')
	await expect(page.getByRole('main')).toBeFocused()
})
