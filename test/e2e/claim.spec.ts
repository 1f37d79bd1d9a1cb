import { expect, firstUser, SignInPage } from '../support/pages.ts'
import { ClaimPage } from '../support/pages-claim.ts'
import { ListPage } from '../support/pages-list.ts'
import { type Entries, NewClaimPage, referenceCall } from '../support/pages-new-claim.ts'
import { openSignedIn, Rail, test } from '../support/pages-site.ts'
import { daysAgo } from '../support/site.ts'

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')

const inEnglish: Entries = {
	accidentDate: daysAgo(3),
	accidentTime: '21:45',
	place: 'M23 near junction 10',
	callReason: 'Reporting a collision',
	cause: 'Hit the car in front after a pothole',
	summary: 'Both cars were towed.',
	policyNo: 'AB-2231-9',
	reporter: 'Sarah Standl',
	reporterPhone: '07700 900123',
	driver2: 'John Radley',
	plate: 'KX71 FLD',
	make: 'Ford',
	damage: 'Headlight broken',
	damage2: 'Airbag blown',
	note: 'Caller is shaken and unhurt.',
	category: 'two-vehicle',
	tags: ['tow', 'night'],
}

test('R4 R8 R9: a claim taken in English is submitted, shown whole, and found in the dated list by its row', async ({
	page,
	desk,
}) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	const form = new NewClaimPage(page)
	const claim = new ClaimPage(page)
	await list.newClaim.click()
	await form.fill(inEnglish)
	const claimNo = (await form.claimNo.textContent()) as string
	await expect(form.claimNo).toHaveText(/^SH-/)
	await form.submit.click()

	await expect(new Rail(page).toasts).toContainText(`Claim ${claimNo} submitted`)
	await expect(claim.number).toHaveText(claimNo)
	await expect(claim.fact('Accident date')).toHaveText(daysAgo(3))
	await expect(claim.fact('Accident time')).toContainText('21:45')
	await expect(claim.fact('Category')).toHaveText('Two vehicles')
	await expect(claim.fact('Place')).toHaveText('M23 near junction 10')
	await expect(claim.fact('Policy number')).toHaveText('AB-2231-9')
	await expect(claim.fact('Call reason')).toHaveText('Reporting a collision')
	await expect(claim.fact('Cause')).toHaveText('Hit the car in front after a pothole')
	await expect(claim.fact('Summary')).toHaveText('Both cars were towed.')
	await expect(claim.fact('Tags')).toHaveText('townight')
	await expect(claim.section('people')).toContainText('Sarah Standl')
	await expect(claim.section('people')).toContainText('07700 900123')
	await expect(claim.section('people')).toContainText('John Radley')
	await expect(claim.section('vehicles')).toContainText('KX71 FLD')
	await expect(claim.section('vehicles')).toContainText('Ford')
	await expect(claim.section('damages')).toContainText('Headlight broken')
	await expect(claim.section('damages')).toContainText('Airbag blown')
	await expect(claim.section('notes')).toContainText('Caller is shaken and unhurt.')
	await expect(claim.section('history')).toContainText(`Created ${firstUser.displayName}`)

	await claim.back.click()
	const row = [claimNo, daysAgo(3), 'AB-2231-9', 'M23 near junction 10'].map(escapePattern).join('.*')
	await expect(list.row(new RegExp(row))).toBeVisible()
	await expect(list.position).toHaveText('1–1 of 1')
	await list.row(new RegExp(row)).click()
	await expect(claim.number).toHaveText(claimNo)
})

test.describe('on a Chinese site', () => {
	test.use({ seed: { language: 'zh-CN', siteName: '上海浦东营业部' }, locale: 'zh-CN' })

	test('R4 R8 R9: the reference call, taken in Chinese, asks for the date nobody said and is found under 546452', async ({
		page,
		desk,
	}) => {
		await page.goto(desk.url)
		await page.getByRole('textbox', { name: '用户名', exact: true }).fill(firstUser.userName)
		await page.getByLabel('密码', { exact: true }).fill(firstUser.password)
		await page.getByRole('button', { name: '登录', exact: true }).click()
		const rail = new Rail(page)
		await rail.place('新建报案').click()
		const form = new NewClaimPage(page, 'zh-CN')
		const claim = new ClaimPage(page, 'zh-CN')
		await form.fill(referenceCall)
		await form.submit.click()
		await expect(form.trouble).toContainText('尚未提交，还缺以下内容')
		await expect(form.trouble.getByRole('button')).toHaveText(['出险日期'])
		await form.trouble.getByRole('button', { name: '出险日期' }).click()
		await expect(form.field('accidentDate')).toBeFocused()
		await page.keyboard.type('昨天')
		await page.keyboard.press('Tab')
		await expect(form.field('accidentDate')).toHaveValue(daysAgo(1))
		const claimNo = (await form.claimNo.textContent()) as string
		await form.submit.click()

		await expect(claim.number).toHaveText(claimNo)
		await expect(claim.fact('出险日期')).toHaveText(daysAgo(1))
		await expect(claim.fact('保险单号')).toHaveText('546452')
		await expect(claim.fact('出险地点')).toHaveText('M23公路10号路口附近')
		await expect(claim.fact('呼叫原因')).toHaveText('车祸报案')
		await expect(claim.fact('事故起因')).toHaveText('在M23公路上开车时撞上另一辆车')
		await expect(claim.fact('总结')).toHaveText(referenceCall.summary)
		await expect(claim.section('people')).toContainText('Sarah Standl')
		await expect(claim.section('people')).toContainText('John Radley')
		await expect(claim.section('damages')).toContainText('车灯坏了')
		await expect(claim.section('damages')).toContainText('安全气囊坏了')

		await claim.back.click()
		const row = page.getByRole('list', { name: '案件', exact: true }).getByRole('link')
		await expect(row).toHaveAccessibleName(new RegExp(`${claimNo}.*${daysAgo(1)}.*546452.*M23公路10号路口附近`))
		await page.getByRole('searchbox').fill('546452')
		await expect(row).toHaveCount(1)
		await row.click()
		await expect(claim.number).toHaveText(claimNo)
	})
})

test('R4: Save draft takes anything; submit says in one place what is missing, each with a way to its box', async ({
	page,
	desk,
}) => {
	await openSignedIn(page, desk.url)
	const list = new ListPage(page)
	const form = new NewClaimPage(page)
	const claim = new ClaimPage(page)
	await list.newClaim.click()
	await form.fill({ cause: 'Somebody reversed into the gate' })
	const claimNo = (await form.claimNo.textContent()) as string
	await form.saveDraft.click()
	await expect(new Rail(page).toasts).toContainText(`Draft ${claimNo} saved`)
	await form.submit.click()
	await expect(form.trouble.getByRole('button')).toHaveText([
		'Accident date',
		'Place',
		'Policy number, or why it is not known',
		'A driver or the reporter',
	])
	await form.trouble.getByRole('button', { name: 'Place' }).click()
	await expect(form.field('place')).toBeFocused()

	await new Rail(page).place('Claims').click()
	await expect(list.row(new RegExp(`${claimNo}.*no accident date.*policy unknown.*no place.*Draft`))).toBeVisible()
	await list.row(claimNo).click()
	await page.getByRole('link', { name: 'Continue in New claim' }).click()
	await expect(form.field('cause')).toHaveValue('Somebody reversed into the gate')
	await form.fill({ accidentDate: daysAgo(2), place: 'Depot', policyNo: 'P-77', reporter: 'Ada Okafor' })
	await form.submit.click()
	await expect(claim.number).toHaveText(claimNo)
	await claim.back.click()
	await expect(list.rows, 'one claim, not a draft and a claim').toHaveCount(1)
})

test.describe('with one claim', () => {
	test.use({ seed: { claims: [{ form: { place: 'Old quay', cause: 'Reversed into a bollard' } }] } })

	test('R9: facts are edited in place, a note is added, a status step taken; history says who changed what from what', async ({
		page,
		desk,
		claims,
	}) => {
		await openSignedIn(page, desk.url)
		const list = new ListPage(page)
		const claim = new ClaimPage(page)
		const facts = claim.section('facts')
		const history = claim.section('history').locator('.history > li')
		await list.row(claims[0]?.claimNo as string).click()
		await claim.edit.click()
		await facts.getByRole('textbox', { name: 'Place', exact: true }).fill('New quay')
		await claim.cancel.click()
		await page.getByRole('alertdialog').getByRole('button', { name: 'Drop it' }).click()
		await expect(claim.fact('Place'), 'cancelled').toHaveText('Old quay')

		await claim.edit.click()
		await facts.getByRole('textbox', { name: 'Place', exact: true }).fill('New quay')
		await facts.getByLabel('Category', { exact: true }).selectOption('parked')
		await claim.save.click()
		await expect(claim.fact('Place')).toHaveText('New quay')
		await expect(claim.fact('Category')).toHaveText('Hit while parked')
		await expect(history.first()).toContainText(`Changed ${firstUser.displayName}`)
		await expect(history.first()).toContainText('Place Old quay → New quay')

		await claim.button('Change damage').click()
		await claim.section('damages').getByRole('textbox', { name: 'Damage', exact: true }).first().fill('Rear light')
		await claim.save.click()
		await expect(claim.section('damages')).toContainText('Rear light')

		await claim.addNote('Phoned the harbour office.')
		await expect(claim.section('notes')).toContainText('Phoned the harbour office.')
		await expect(claim.box('New note')).toHaveValue('')

		await claim.button('Take it myself').click()
		await page.getByRole('dialog').getByRole('button', { name: 'Take it myself' }).click()
		await expect(claim.head).toContainText('Assigned')
		await expect(claim.head).toContainText(firstUser.displayName)
		await page.getByRole('button', { name: 'Mark inspected' }).click()
		const dialog = page.getByRole('dialog', { name: 'Mark inspected' })
		await dialog.getByRole('button', { name: 'Mark inspected' }).click()
		await expect(dialog, 'a guard says what is needed').toContainText('Please fill this in')
		await dialog.getByRole('textbox', { name: 'Inspection note' }).fill('Seen at the quay, no photographs: rain.')
		await dialog.getByRole('button', { name: 'Mark inspected' }).click()
		await expect(dialog).toBeHidden()
		await expect(history).toHaveCount(6)
		await expect(history.first()).toContainText(/Status.*Assigned → Inspected/)

		await new Rail(page).lock.click()
		await new SignInPage(page).signIn()
		await expect(claim.fact('Place'), 'the same after a lock').toHaveText('New quay')
		await claim.back.click()
		await expect(list.row(/New quay.*Inspected/)).toBeVisible()
	})
})
