import { expect, firstUser, SetUpPage, SignInPage, test } from '../support/pages.ts'
import { NewClaimPage } from '../support/pages-new-claim.ts'
import { Rail } from '../support/pages-site.ts'

test.describe('in a Chinese browser', () => {
	test.use({ locale: 'zh-CN' })

	test('R21 R44: set-up, list, lock and sign-in in Chinese; the language changes at run time on each of them', async ({
		page,
		desk,
	}) => {
		await page.goto(desk.url)
		const html = page.locator('html')
		const heading = (name: string) => page.getByRole('heading', { level: 1, name, exact: true })
		const rail = new Rail(page)
		await expect(heading('设置本机')).toBeVisible()
		await expect(html).toHaveAttribute('lang', 'zh-CN')
		await page.getByRole('textbox', { name: '网点名称', exact: true }).fill('浦东营业部')

		await rail.chooseLanguage('en')
		await expect(heading('Set up this laptop')).toBeVisible()
		await expect(html).toHaveAttribute('lang', 'en')
		await expect(new SetUpPage(page).box('Site name'), 'what was typed stays').toHaveValue('浦东营业部')
		await rail.chooseLanguage('zh-CN')
		await expect(heading('设置本机')).toBeVisible()

		await page.getByLabel('城市', { exact: true }).selectOption('SH')
		await page.getByRole('textbox', { name: '用户名', exact: true }).fill(firstUser.userName)
		await page.getByLabel('密码', { exact: true }).fill(firstUser.password)
		await page.getByLabel('确认密码', { exact: true }).fill(firstUser.password)
		await page.getByRole('button', { name: '创建网点', exact: true }).click()

		await expect(heading('案件')).toBeVisible()
		await rail.chooseLanguage('en')
		await expect(heading('Claims')).toBeVisible()
		await expect(html).toHaveAttribute('lang', 'en')
		await rail.chooseLanguage('zh-CN')
		await rail.lock.click()
		await expect(heading('登录')).toBeVisible()
		await expect(page.getByText('浦东营业部')).toBeVisible()

		await page.getByRole('textbox', { name: '用户名', exact: true }).fill(firstUser.userName)
		await rail.chooseLanguage('en')
		await expect(heading('Sign in')).toBeVisible()
		await expect(new SignInPage(page).box('User name')).toHaveValue(firstUser.userName)
		await rail.chooseLanguage('zh-CN')
		await page.getByLabel('密码', { exact: true }).fill(firstUser.password)
		await page.getByRole('button', { name: '登录', exact: true }).click()
		await expect(heading('案件')).toBeVisible()

		await page.reload()
		await expect(heading('案件'), 'the language is remembered').toBeVisible()
		await expect(html).toHaveAttribute('lang', 'zh-CN')
	})
})

test('R21 R44: set-up, list, lock, wrong password and sign-in in English', async ({ page, desk }) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	const signIn = new SignInPage(page)
	const rail = new Rail(page)
	await expect(page.locator('html')).toHaveAttribute('lang', 'en')
	await setUp.fill('Pudong branch')
	await setUp.create.click()
	await expect(page.getByRole('heading', { level: 1, name: 'Claims', exact: true })).toBeVisible()
	await expect(page.getByText('No claims yet')).toBeVisible()

	await rail.lock.click()
	await expect(page.getByText('Pudong branch · Shanghai (SH)')).toBeVisible()
	await signIn.submit.click()
	await expect(page.getByText('Type your user name.')).toBeVisible()
	await signIn.signIn(firstUser.userName, 'not the password at all')
	await expect(page.getByRole('alert')).toContainText('User name or password is wrong')
	await expect(page.getByRole('alert')).toContainText('9 attempts left.')
	await expect(signIn.secret('Password'), 'a wrong password is taken out').toHaveValue('')
	await expect(signIn.secret('Password')).toBeFocused()
	await signIn.signIn()
	await expect(page.getByRole('heading', { level: 1, name: 'Claims', exact: true })).toBeVisible()
})

test('R21: a weak password is refused with the reason in words, and nothing is made', async ({ page, desk }) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await setUp.fill('Pudong branch')
	const refused = async (password: string, reason: RegExp) => {
		await setUp.secret('Password').fill(password)
		await setUp.secret('Confirm password').fill(password)
		await setUp.create.click()
		const alert = page.getByRole('alert')
		await expect(alert).toContainText('This password is too easy to guess')
		await expect(alert).toContainText('Nothing was changed.')
		await expect(setUp.secret('Password')).toHaveAccessibleDescription(reason)
		await expect(setUp.secret('Password')).toHaveAttribute('aria-invalid', 'true')
	}
	await refused('short one', /Too short: use at least 15 characters/)
	await refused('aaaaaaaaaaaaaaaaaaaaaaaa', /Too easy to guess/)
	await refused('Pudong branch Pudong branch', /Mostly your name, the site or the product/)

	await page.reload()
	await expect(setUp.create, 'still not set up').toBeVisible()
	await setUp.fill('Pudong branch')
	await setUp.create.click()
	await expect(new Rail(page).lock).toBeVisible()
})

test('R21: two different passwords and empty boxes are named, and the first wrong box has the focus', async ({
	page,
	desk,
}) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await setUp.create.click()
	await expect(page.getByRole('alert')).toContainText('3 entries need your attention.')
	await expect(setUp.box('Site name')).toBeFocused()
	await expect(setUp.box('Site name')).toHaveAccessibleDescription(/Give the site a name\./)
	await expect(page.getByText('Choose a user name.')).toBeVisible()
	await expect(page.getByText('Please type a password.')).toBeVisible()

	await setUp.fill()
	await setUp.secret('Confirm password').fill(`${firstUser.password}!`)
	await setUp.create.click()
	await expect(setUp.secret('Confirm password')).toBeFocused()
	await expect(setUp.secret('Confirm password')).toHaveAccessibleDescription(/The two passwords differ\./)
	await setUp.secret('Confirm password').fill(firstUser.password)
	await setUp.create.click()
	await expect(new Rail(page).lock).toBeVisible()
})

test('R32: a city of one’s own brings its code into the claim numbers; a code of the list is refused', async ({
	page,
	desk,
}) => {
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	const rail = new Rail(page)
	await setUp.fill('Ningbo harbour')
	await page.getByLabel('City', { exact: true }).selectOption({ label: 'Another city…' })
	await setUp.box('Code of the city').fill('sh')
	await setUp.box('Name in English').fill('Ningbo')
	await setUp.box('Name in Chinese').fill('宁波')
	await page.getByLabel('Time zone', { exact: true }).selectOption('Asia/Shanghai')
	await setUp.create.click()
	await expect(setUp.box('Code of the city')).toHaveAccessibleDescription(/This code belongs to Shanghai\./)
	await setUp.box('Code of the city').fill('n1')
	await expect(setUp.box('Code of the city')).toHaveAccessibleDescription(/Two to four capital letters A–Z\./)
	await setUp.box('Code of the city').fill('nb')
	await setUp.create.click()

	await rail.place('New claim').click()
	await expect(new NewClaimPage(page).claimNo).toHaveText(/^NB-/)
	await rail.chooseLanguage('zh-CN')
	await rail.lock.click()
	await expect(page.getByText('Ningbo harbour · 宁波 (NB)')).toBeVisible()
})
