import type { ClaimForm } from '../../shared/claims/claim.ts'
import { expect } from '../support/pages.ts'
import { ClaimPage } from '../support/pages-claim.ts'
import { ListPage } from '../support/pages-list.ts'
import { openSignedIn, test } from '../support/pages-site.ts'
import { daysAgo } from '../support/site.ts'

/** 120 claims, four a day, older and older; every third is a rear-end collision, every fifth was parked, every tenth a draft. */
const total = 120
const dayOf = (at: number) => daysAgo(1 + Math.floor(at / 4))
const isRearEnd = (at: number) => at % 3 === 0
const isParked = (at: number) => at % 5 === 0
const isDraft = (at: number) => at % 10 === 7
const isTagged = (at: number) => at % 2 === 0
const seed = {
	claims: Array.from({ length: total }, (_, at) => {
		const form: Partial<ClaimForm> = {
			accidentDate: dayOf(at),
			policyNo: `P-${1000 + at}`,
			place: `Kilometre ${at}`,
			cause: isRearEnd(at) ? '等红灯时被后车追尾' : 'Slid on ice',
			category: isParked(at) ? 'parked' : 'two-vehicle',
			tags: isTagged(at) ? ['tow'] : ['night'],
		}
		return { form, submit: !isDraft(at) }
	}),
}
const numbers = [...Array(total).keys()]
const count = (holds: (at: number) => boolean) => numbers.filter(holds).length

test.use({ seed })

/** Policy numbers and dates of the rows shown, from their names. */
async function rowsOf(list: ListPage): Promise<{ policy: string; date: string }[]> {
	const names = await list.rows.evaluateAll((links) => links.map((link) => link.getAttribute('aria-label') ?? ''))
	return names.map((name) => ({
		policy: /policy (P-\d+)/.exec(name)?.[1] ?? name,
		date: /\d{4}-\d\d-\d\d/.exec(name)?.[0] ?? name,
	}))
}

test('R8 R10 R11: pages of 50, newest day first, forth and back without a gap or a double; first page; exact total', async ({
	page,
	desk,
}) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	await expect(list.position).toHaveText('1–50 of 120')
	await expect(list.first).toBeDisabled()
	await expect(list.previous).toBeDisabled()
	const one = await rowsOf(list)
	await list.next.click()
	await expect(list.position).toHaveText('51–100 of 120')
	const two = await rowsOf(list)
	await list.next.click()
	await expect(list.position).toHaveText('101–120 of 120')
	await expect(list.next).toBeDisabled()
	const three = await rowsOf(list)
	expect([one.length, two.length, three.length]).toEqual([50, 50, 20])
	const all = [...one, ...two, ...three]
	expect(new Set(all.map((row) => row.policy)).size).toBe(total)
	const days = all.map((row) => row.date)
	expect(days).toEqual([...days].sort().reverse())
	expect(days[0]).toBe(dayOf(0))

	await list.previous.click()
	await expect(list.position).toHaveText('51–100 of 120')
	expect(await rowsOf(list)).toEqual(two)
	await list.previous.click()
	await expect(list.position).toHaveText('1–50 of 120')
	expect(await rowsOf(list)).toEqual(one)
	await list.next.click()
	await list.next.click()
	await expect(list.position).toHaveText('101–120 of 120')
	await list.first.click()
	await expect(list.position).toHaveText('1–50 of 120')
	expect(await rowsOf(list)).toEqual(one)
	await expect(page.getByRole('heading', { level: 2 }).first()).toContainText(`${dayOf(0)}`)
	await expect(page.getByRole('heading', { level: 2 }).first()).toContainText('4 claims')
})

test('R8: go to a date shows that day and what came before; pages go on from there', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	const goTo = async (typed: string) => {
		await list.button('Go to date').click()
		await list.box('Go to date').fill(typed)
		await list.button('Go').click()
	}
	await goTo(dayOf(60))
	await expect(list.rows.first()).toBeFocused()
	expect((await rowsOf(list))[0]?.date).toBe(dayOf(60))
	await expect(list.position).toHaveText('61–110 of 120')
	await list.previous.click()
	await expect(list.position).toHaveText('11–60 of 120')
	expect((await rowsOf(list)).at(-1)?.date).toBe(dayOf(59))
	await goTo('today')
	await expect(list.position).toHaveText('1–50 of 120')
})

test('R5 R13: filters are combined; each has a chip that takes it away; the total is exact', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	await list.choose('Category', 'Hit while parked')
	await expect(list.position).toHaveText(`1–${count(isParked)} of ${count(isParked)}`)
	await list.chooseTag('tow')
	const parkedTow = (at: number) => isParked(at) && isTagged(at)
	await expect(list.position).toHaveText(`1–${count(parkedTow)} of ${count(parkedTow)}`)
	await list.from.fill(dayOf(99))
	await list.from.press('Enter')
	await list.to.fill(dayOf(20))
	await list.to.press('Enter')
	const inRange = (at: number) => dayOf(at) >= dayOf(99) && dayOf(at) <= dayOf(20)
	const three = (at: number) => parkedTow(at) && inRange(at)
	await expect(list.position).toHaveText(`1–${count(three)} of ${count(three)}`)
	await list.choose('Status', 'Reported')
	const four = (at: number) => three(at) && !isDraft(at)
	await expect(list.position).toHaveText(`1–${count(four)} of ${count(four)}`)
	expect((await rowsOf(list)).map((row) => row.policy).sort()).toEqual(
		numbers
			.filter(four)
			.map((at) => `P-${1000 + at}`)
			.sort(),
	)
	await expect(list.chips).toHaveCount(5)

	await list.removeChip('Category')
	const noCategory = (at: number) => isTagged(at) && inRange(at) && !isDraft(at)
	await expect(list.position).toHaveText(`1–${count(noCategory)} of ${count(noCategory)}`)
	await list.search.fill('P-1020')
	await expect(list.rows).toHaveCount(1)
	await expect(list.rows.first()).toHaveAccessibleName(/P-1020/)
	await list.search.fill('nothing like this')
	await expect(page.getByText('No claim matches')).toBeVisible()
	await list.button('Clear all').click()
	await expect(list.position).toHaveText('1–50 of 120')
	await expect(list.search).toHaveValue('')
	await expect(list.from).toHaveValue('')
})

test('R8 R13: two Chinese characters are found, newest first, over more than one page', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	await list.search.fill('追尾')
	await expect(list.position).toHaveText(`1–${count(isRearEnd)} of ${count(isRearEnd)}`)
	const rows = await rowsOf(list)
	const days = rows.map((row) => row.date)
	expect(days).toEqual([...days].sort().reverse())
	expect(rows.map((row) => row.policy).sort()).toEqual(
		numbers
			.filter(isRearEnd)
			.map((at) => `P-${1000 + at}`)
			.sort(),
	)
	await list.search.fill('ice')
	await expect(list.position).toHaveText(`1–50 of ${total - count(isRearEnd)}`)
})

test('R9: coming back from a claim finds the same filter, page, row and focus', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	const claim = new ClaimPage(page)
	await list.chooseTag('tow')
	await list.next.click()
	await expect(list.position).toHaveText('51–60 of 60')
	const row = list.rows.nth(6)
	const name = (await row.getAttribute('aria-label')) as string
	const back = async () => {
		await expect(list.position).toHaveText('51–60 of 60')
		await expect(list.row(name)).toBeFocused()
		await expect(list.chips).toHaveCount(1)
	}
	await row.click()
	await expect(claim.number).toBeVisible()
	await claim.back.click()
	await back()
	await page.keyboard.press('Enter')
	await expect(claim.number).toBeVisible()
	await page.keyboard.press('Escape')
	await back()
	await page.keyboard.press('Enter')
	await expect(claim.number).toBeVisible()
	await page.goBack()
	await back()
})

test('R13: filters are kept under a name and are there after a lock', async ({ page, desk }) => {
	const rail = await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	await list.choose('Category', 'Hit while parked')
	await expect(list.position).toHaveText(`1–${count(isParked)} of ${count(isParked)}`)
	await list.button('Saved').click()
	await list.box('Name of this filter').fill('Parked ones')
	await list.button('Keep current filter').click()
	await list.box('Name of this filter').press('Escape')
	await list.button('Clear all').click()
	await expect(list.position).toHaveText('1–50 of 120')
	await rail.lock.click()
	await openSignedIn(page, desk.url)
	await list.button('Saved').click()
	await list.button('Parked ones').click()
	await expect(list.position).toHaveText(`1–${count(isParked)} of ${count(isParked)}`)
})
