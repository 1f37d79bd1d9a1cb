import type { BrowserContext, Page } from '@playwright/test'
import { expect, SignInPage, watchFaults } from '../support/pages.ts'
import { ClaimPage } from '../support/pages-claim.ts'
import { ListPage } from '../support/pages-list.ts'
import { NewClaimPage } from '../support/pages-new-claim.ts'
import { openSignedIn, Rail, test } from '../support/pages-site.ts'
import { daysAgo } from '../support/site.ts'

test.use({ seed: { claims: [{ form: { place: 'Old quay', summary: 'As told', cause: 'Reversed into a bollard' } }] } })

/** Another tab of the same browser, whose faults count as well. */
async function openTab(context: BrowserContext, url: string, faults: string[]): Promise<Page> {
	const tab = await context.newPage()
	watchFaults(tab, faults)
	await tab.goto(url)
	await new Rail(tab).lock.waitFor()
	return tab
}

test('R36: two tabs change the same fact: the second sees both values and decides; nothing of either is lost', async ({
	page,
	desk,
	context,
	faults,
}) => {
	await openSignedIn(page, desk.url)
	const other = await openTab(context, desk.url, faults)
	const tabs = [page, other].map((tab) => {
		const claim = new ClaimPage(tab)
		const box = (name: string) => claim.section('facts').getByRole('textbox', { name, exact: true })
		return { tab, claim, box }
	})
	const [first, second] = tabs as [(typeof tabs)[number], (typeof tabs)[number]]
	for (const { tab, claim } of tabs) {
		await new ListPage(tab).rows.first().click()
		await claim.edit.click()
	}
	await first.box('Place').fill('North quay')
	await second.box('Place').fill('South quay')
	await second.box('Summary').fill('Told again by the harbour master')
	await first.claim.save.click()
	await expect(first.claim.fact('Place')).toHaveText('North quay')

	await expect(other.getByText('The claim was changed elsewhere meanwhile.')).toBeVisible()
	await expect(second.box('Place'), 'what is typed stays').toHaveValue('South quay')
	await second.claim.save.click()
	const clash = other.getByRole('group', { name: 'Place' })
	await expect(other.getByRole('alert')).toContainText('Somebody changed this meanwhile')
	await expect(clash).toContainText('Old quay')
	await expect(clash.getByRole('radio', { name: /Mine.*South quay/ })).toBeVisible()
	await expect(clash.getByRole('radio', { name: /Theirs.*North quay/ })).toBeVisible()
	await expect(second.claim.save, 'first a decision').toBeDisabled()
	await expect(first.claim.fact('Place'), 'nothing is written yet').toHaveText('North quay')
	await clash.getByRole('radio', { name: /Mine/ }).check()
	await second.claim.save.click()
	await expect(second.claim.fact('Place')).toHaveText('South quay')
	await expect(second.claim.fact('Summary')).toHaveText('Told again by the harbour master')
	await expect(first.claim.fact('Place'), 'the other tab shows it').toHaveText('South quay')
	const history = first.claim.section('history')
	await expect(history).toContainText('Place North quay → South quay')
	await expect(history).toContainText('Place Old quay → North quay')
})

test('R21: locking in one tab locks the other at once and leaves nothing of a claim on it', async ({
	page,
	desk,
	context,
	faults,
}) => {
	await openSignedIn(page, desk.url)
	const other = await openTab(context, desk.url, faults)
	await new ListPage(other).rows.first().click()
	await expect(new ClaimPage(other).fact('Place')).toHaveText('Old quay')
	await new Rail(page).lock.click()
	await expect(new SignInPage(other).submit).toBeVisible()
	await expect(other.getByText('Old quay')).toHaveCount(0)
	await new SignInPage(page).signIn()
	await expect(new ClaimPage(other).fact('Place'), 'signed in again: the place is found again').toHaveText('Old quay')
})

test('R9: a claim saved in one tab appears in the list of the other by itself', async ({
	page,
	desk,
	context,
	faults,
}) => {
	await openSignedIn(page, desk.url)
	const other = await openTab(context, desk.url, faults)
	const list = new ListPage(other)
	await expect(list.position).toHaveText('1–1 of 1')
	const form = new NewClaimPage(page)
	await new Rail(page).place('New claim').click()
	await form.fill({
		accidentDate: daysAgo(0),
		place: 'Fish market',
		cause: 'Skidded',
		policyNo: 'P-9',
		reporter: 'Ada',
	})
	await form.submit.click()
	await expect(list.row(/P-9, Fish market/)).toBeVisible()
	await expect(list.position).toHaveText('1–2 of 2')
})

test('R4: New claim in two tabs: what is typed in either is on the disk', async ({ page, desk, context, faults }) => {
	await openSignedIn(page, desk.url)
	const other = await openTab(context, desk.url, faults)
	const one = new NewClaimPage(page)
	const two = new NewClaimPage(other)
	for (const tab of [page, other]) await new Rail(tab).place('New claim').click()
	await one.field('place').fill('Fish market')
	await expect(one.savedMark).toBeVisible()
	await two.field('cause').fill('Skidded')
	await expect(two.savedMark).toBeVisible()
	for (const tab of [page, other]) await tab.close()

	const later = await context.newPage()
	await openSignedIn(later, desk.url)
	await new Rail(later).place('New claim').click()
	const form = new NewClaimPage(later)
	await expect(form.field('accidentDate')).toBeVisible()
	const unfinished = later.getByRole('complementary').getByRole('link')
	const kept = [
		await form.field('place').inputValue(),
		await form.field('cause').inputValue(),
		...(await unfinished.allTextContents()),
	]
	expect(kept.join(' ')).toContain('Fish market')
	expect(kept.join(' ')).toContain('Skidded')
})
