import { request as http } from 'node:http'
import type { Locator, Page } from '@playwright/test'
import { expect, test as fresh, SetUpPage, SignInPage } from '../support/pages.ts'
import { ClaimPage } from '../support/pages-claim.ts'
import { ListPage } from '../support/pages-list.ts'
import { NewClaimPage } from '../support/pages-new-claim.ts'
import { openSignedIn, Rail, test } from '../support/pages-site.ts'
import { daysAgo } from '../support/site.ts'
import { freePort } from './free-port.ts'

/** Puts UTF-16 units into a box as an input method would: the driver's own typing carries well-formed text only. */
const put = (box: Locator, units: readonly number[]) =>
	box.evaluate((element: HTMLInputElement | HTMLTextAreaElement, given) => {
		const own = Object.getOwnPropertyDescriptor(Object.getPrototypeOf(element), 'value')
		own?.set?.call(element, String.fromCharCode(...given))
		element.dispatchEvent(new Event('input', { bubbles: true }))
	}, units)

/** Pastes with the clipboard and the keyboard, as a person does. */
async function paste(page: Page, box: Locator, make: () => string): Promise<void> {
	await page.context().grantPermissions(['clipboard-read', 'clipboard-write'])
	await page.evaluate(`navigator.clipboard.writeText((${make})())`)
	await box.focus()
	await page.keyboard.press('Control+v')
}

async function openForm(page: Page, url: string): Promise<NewClaimPage> {
	await openSignedIn(page, url)
	await new Rail(page).place('New claim').click()
	const form = new NewClaimPage(page)
	await form.field('accidentDate').waitFor()
	return form
}

const enough = { accidentDate: daysAgo(1), place: 'Depot', cause: 'Skidded', policyNo: 'P-1', reporter: 'Ada Okafor' }

test('R8: 31 February, a future accident and a report before the accident are refused in words; nothing is lost', async ({
	page,
	desk,
}) => {
	const form = await openForm(page, desk.url)
	await form.fill(enough)
	const date = form.field('accidentDate')
	const refused = async (typed: string, reason: string, kept = typed) => {
		await date.fill(typed)
		await date.press('Tab')
		await expect(date).toHaveAccessibleDescription(new RegExp(reason))
		await form.submit.click()
		await expect(form.trouble).toContainText(`Accident date: ${reason}`)
		await expect(date).toHaveValue(kept)
		await expect(form.field('cause')).toHaveValue('Skidded')
	}
	await refused('2026-02-31', 'There is no such date')
	await refused('0230', 'There is no such date')
	await refused(daysAgo(-1), 'This day lies in the future')
	await refused('1949-12-31', 'Earlier than 1950-01-01')
	await refused('soon', 'Not a date')

	await date.fill(daysAgo(2))
	await form.field('reportDate').fill(daysAgo(3))
	await form.submit.click()
	await expect(form.trouble).toContainText('Reported before the accident: check both dates')
	await form.field('reportDate').fill(daysAgo(1))
	await form.submit.click()
	await expect(new ClaimPage(page).fact('Accident date')).toHaveText(daysAgo(2))
})

test('R4: 5 MB pasted into a note are refused with the limit in words, and the box keeps what it had', async ({
	page,
	desk,
}) => {
	const form = await openForm(page, desk.url)
	const note = form.field('note')
	await note.fill('Caller is shaken.')
	await paste(page, note, () => 'x'.repeat(5_000_000))
	await expect(note).toHaveAccessibleDescription(
		/This box holds 20,000 characters and that would make 5,000,017\. Nothing was changed\./,
	)
	await expect(note).toHaveValue('Caller is shaken.')
	await form.fill(enough)
	await form.submit.click()
	const claim = new ClaimPage(page)
	await expect(claim.section('notes')).toContainText('Caller is shaken.')

	const later = claim.box('New note')
	await later.fill('And unhurt.')
	await paste(page, later, () => '追'.repeat(5_000_000))
	await expect(later).toHaveAccessibleDescription(/This box holds 20,000 characters/)
	await expect(later).toHaveValue('And unhurt.')
	await claim.button('Add note').click()
	await expect(claim.section('notes')).toContainText('And unhurt.')
})

test('R4: NUL and half a surrogate pair are refused by name of the box, kept in the form, and do no harm', async ({
	page,
	desk,
}) => {
	const form = await openForm(page, desk.url)
	await form.fill(enough)
	for (const [name, units] of [
		['place', [0x61, 0x00, 0x62]],
		['cause', [0x61, 0xd800, 0x62]],
		['policyNo', [0xdc00]],
	] as const) {
		await put(form.field(name), units)
		await form.submit.click()
		await expect(form.trouble).toContainText('Holds characters that cannot be stored')
		await expect(form.trouble.getByRole('button')).toHaveCount(1)
		await form.field(name).fill(enough[name as 'place'])
	}
	await form.submit.click()
	await expect(new ClaimPage(page).fact('Place')).toHaveText('Depot')
})

test('R4: emoji and other scripts are saved as they are; what turns the direction is shown with a marker', async ({
	page,
	desk,
}) => {
	const form = await openForm(page, desk.url)
	const place = 'מחסן 🚗💥 القاهرة'
	await form.fill({ ...enough, place, cause: 'gate \u202Eetag eht dekcol\u202C 👨‍👩‍👧', reporter: 'Zo\u200Be' })
	await form.submit.click()
	const claim = new ClaimPage(page)
	await expect(claim.fact('Place')).toHaveText(place)
	await expect(claim.fact('Cause')).toHaveText('gate U+202Eetag eht dekcolU+202C 👨‍👩‍👧')
	await expect(claim.fact('Cause').getByTitle('Invisible character U+202E')).toBeVisible()
	await expect(claim.section('people')).toContainText('ZoU+200Be')
	await claim.back.click()
	const list = new ListPage(page)
	await list.search.fill('القاهرة')
	await expect(list.row(/מחסן/)).toBeVisible()
	await list.search.fill('💥')
	await expect(list.position.or(page.getByText('No claim matches')).first()).toBeVisible()
})

test.describe('with claims whose words look like queries', () => {
	const odd = `100% "quoted" O'Brien _under AND NOT`
	test.use({ seed: { claims: [{ form: { place: odd, policyNo: 'P-ODD' } }, { form: { place: 'Plain street' } }] } })

	test('R5: meta-characters of SQL and of the full-text search are words like any other', async ({ page, desk }) => {
		await openSignedIn(page, desk.url)
		const list = new ListPage(page)
		const answered = page.getByText('No claim matches').or(list.position.filter({ hasText: 'of' }))
		for (const text of [
			`'; DROP TABLE claim; --`,
			'" OR 1=1 --',
			'%',
			'_',
			'*',
			'AND',
			'NOT NOT',
			'NEAR(a b, 2)',
			'"',
			`"unbalanced`,
			'-x',
			'^a',
			'place:',
			'{a b}',
			'a+b',
			`${'('.repeat(200)}`,
			'\\',
		]) {
			await list.search.fill(text)
			await expect(page.getByText(`“${text.trim()}”`, { exact: true })).toBeVisible()
			await expect(answered.first()).toBeVisible()
			await expect(page.getByRole('alert'), text).toHaveCount(0)
		}
		for (const found of [`O'Brien`, '"quoted"', 'P-ODD']) {
			await list.search.fill(found)
			await expect(list.row(/P-ODD/)).toBeVisible()
			await expect(list.rows, found).toHaveCount(1)
		}
		await list.search.fill('')
		await expect(list.position).toHaveText('1–2 of 2')
	})
})

fresh('R43: markup in every text box is shown as text: no dialog, no request, nothing runs', async ({ page, desk }) => {
	const markup = `<script>window.ran=1</script><img src="http://192.0.2.1/x" onerror="window.ran=2">`
	const short = '<img src=x onerror=window.ran=3>'
	const outside: string[] = []
	page.on('dialog', (dialog) => outside.push(`dialog ${dialog.message()}`))
	page.on('request', (request) => {
		if (!request.url().startsWith(desk.origin)) outside.push(request.url())
	})
	await page.goto(desk.url)
	const setUp = new SetUpPage(page)
	await setUp.fill(markup)
	await setUp.box('Your name').fill(markup)
	await setUp.create.click()
	const rail = new Rail(page)
	await rail.place('New claim').click()
	const form = new NewClaimPage(page)
	const claim = new ClaimPage(page)
	await form.button('Road, marker').click()
	await form.button('Add driver').click()
	await form.button('Add person').click()
	await form.button('Add another').click()
	const boxes = form.form.getByRole('textbox')
	const kept = ['Accident date', 'Accident time', 'Report date', 'Report time']
	const names: string[] = []
	for (const box of await boxes.all()) {
		const name = await box.evaluate((element: HTMLInputElement) => element.labels?.[0]?.textContent ?? '')
		if (kept.includes(name) || (await box.isDisabled())) continue
		names.push(name)
		await box.fill(markup)
		if ((await box.inputValue()) !== markup) await box.fill(short)
		await expect(box, name).toHaveValue(/onerror/)
	}
	expect(names.length, names.join()).toBeGreaterThan(20)
	await form.tags.fill(short.slice(0, 40))
	await form.tags.press('Enter')
	await form.field('accidentDate').fill(daysAgo(1))
	await form.submit.click()
	await expect(claim.fact('Place')).toHaveText(markup)
	await expect(claim.fact('Cause')).toHaveText(markup)
	await expect(claim.section('people').getByText(markup).first()).toBeVisible()
	await expect(claim.section('notes').getByText(markup).first()).toBeVisible()
	await expect(claim.section('history')).toContainText('<script>')
	await claim.addNote(`${markup} again`)
	await expect(claim.section('notes')).toContainText(`${markup} again`)
	await claim.edit.click()
	await claim.section('facts').getByRole('textbox', { name: 'Place', exact: true }).fill(`${markup}!`)
	await claim.save.click()
	await expect(claim.fact('Place')).toHaveText(`${markup}!`)
	await claim.back.click()
	const list = new ListPage(page)
	await expect(list.row(/<img/)).toBeVisible()
	await list.search.fill(markup)
	await expect(list.rows).toHaveCount(1)
	await list.button('Saved').click()
	await list.box('Name of this filter').fill(short)
	await list.button('Keep current filter').click()
	await list.box('Name of this filter').press('Escape')
	await rail.place('Settings').click()
	await page.getByRole('link', { name: 'People' }).click()
	await expect(page.getByRole('rowheader')).toContainText(markup)
	await rail.lock.click()
	await expect(page.getByText(markup)).toBeVisible()
	await page.reload()
	await expect(new SignInPage(page).submit).toBeVisible()
	expect(await page.evaluate(() => (window as { ran?: number }).ran)).toBeUndefined()
	expect(outside).toEqual([])
})

const onOwnPort = test.extend<{ port: number }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
	port: async ({}, use) => use(await freePort()),
	env: async ({ port }, use) => use({ FIELDCLAIM_PORT: String(port) }),
})

onOwnPort(
	'R4 R41: the desk dies under an open form: the page says what is safe, and the form is there when the desk is back',
	async ({ page, desk, faults }) => {
		const form = await openForm(page, desk.url)
		await form.field('place').fill('Depot')
		await expect(form.savedMark).toBeVisible()
		await desk.kill('SIGKILL')
		await form.field('cause').fill('Typed while the desk was gone')
		const said = page.getByRole('alert').filter({ hasText: 'What was saved is safe' })
		await expect(said).toContainText('The desk is not running')
		await expect(said).toContainText('what you typed is still in this window')
		await expect(page.getByText('NOT SAVED: The desk is not running')).toBeVisible()
		await expect(form.field('cause')).toHaveValue('Typed while the desk was gone')

		await desk.restart()
		await expect(page.getByRole('alert').filter({ hasText: 'This page is not connected to the desk' })).toBeVisible()
		await expect(form.field('cause'), 'still there to be copied').toHaveValue('Typed while the desk was gone')
		// A person pastes the address that the desk printed into this tab.
		await page.evaluate((url) => location.assign(url), desk.url)
		await new SignInPage(page).signIn()
		await new Rail(page).place('New claim').click()
		await expect(form.field('place')).toHaveValue('Depot')
		await expect(form.recovered).toBeVisible()
		await form.field('cause').fill('Typed again')
		await expect(form.savedMark).toBeVisible()
		faults.length = 0
	},
)

test('R41: without the token or with a wrong one the page shows nothing and says how to get in', async ({
	page,
	desk,
	faults,
}) => {
	const said = page.getByRole('heading', { name: 'This page is not connected to the desk' })
	await page.goto(desk.origin)
	await expect(said).toBeVisible()
	await expect(page.getByText('What was saved is safe.')).toBeVisible()
	await page.goto(`${desk.origin}/#token=${'A'.repeat(desk.token.length)}`)
	await page.reload()
	await expect(said).toBeVisible()
	expect(await page.content()).not.toContain('Pudong branch')
	await page.goto(desk.url)
	await page.reload()
	await expect(new SignInPage(page).submit).toBeVisible()
	expect(page.url(), 'the token is out of the address').not.toContain('token')
	faults.length = 0
})

test('R41: raw requests of a foreign Host, a foreign Origin or without the session are refused', async ({ desk }) => {
	const port = new URL(desk.origin).port
	const ask = (method: string, path: string, headers: Record<string, string>, body = '') =>
		new Promise<{ status: number; text: string }>((resolve, reject) => {
			const call = http({ host: '127.0.0.1', port, method, path, headers }, (response) => {
				let text = ''
				response.setEncoding('utf8').on('data', (piece: string) => {
					text += piece
				})
				response.on('end', () => resolve({ status: response.statusCode ?? 0, text }))
			})
			call.on('error', reject)
			call.end(body)
		})
	const own = `127.0.0.1:${port}`
	const json = { host: own, origin: desk.origin, 'content-type': 'application/json' }
	const state = JSON.stringify({ verb: 'app.state', input: {} })
	const token = JSON.stringify({ token: desk.token })
	expect((await ask('GET', '/', { host: own })).status).toBe(200)
	expect((await ask('GET', '/', { host: `claims.example:${port}` })).status).toBe(421)
	expect((await ask('POST', '/desk/session', { ...json, host: `claims.example:${port}` }, token)).status).toBe(421)
	expect((await ask('POST', '/desk/session', { ...json, origin: 'http://claims.example' }, token)).status).toBe(403)
	expect((await ask('POST', '/desk/session', { ...json, origin: 'http://127.0.0.1:1' }, token)).status).toBe(403)
	expect((await ask('POST', '/desk/session', { ...json, 'sec-fetch-site': 'same-site' }, token)).status).toBe(403)
	const denied = await ask('POST', '/desk/call', json, state)
	expect(denied.status).toBe(401)
	expect(denied.text).not.toContain('Pudong branch')
	expect((await ask('POST', '/desk/call', { ...json, cookie: `fieldclaim_${port}=guess` }, state)).status).toBe(401)
})
