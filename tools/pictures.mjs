import { spawn } from 'node:child_process'
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { chromium } from '@playwright/test'
import { samplesEnd } from '../src-main/demo/calendar.ts'
import { logins } from '../src-main/demo/site.ts'
import { en } from '../src-renderer/words/en.ts'
import { zhCN } from '../src-renderer/words/zh-CN.ts'
import { findChromium } from '../test/support/chromium.ts'
import { startDeskProcess } from '../test/support/desk-process.ts'
import { home, pinnedNode } from './home.mjs'

/**
 * Takes the pictures of the README from the demo site, each screen as docs/pictures/SCREEN-LANGUAGE-WIDTH[-dark].png.
 * Run by hand after a change of the screens, and look at each picture.
 */

const folder = join(home, 'docs/pictures')
const sizes = { 1366: { width: 1366, height: 768 }, 1920: { width: 1920, height: 1080 } }
const locales = { en: 'en-GB', zh: 'zh-CN' }
const words = { en, zh: zhCN }
const languages = /** @type {const} */ (['en', 'zh'])

/** @param {string} dir */
function makeDemo(dir) {
	return new Promise((resolve, reject) => {
		const child = spawn(pinnedNode, [join(home, 'src-main/demo/main.ts')], {
			env: { ...process.env, FIELDCLAIM_DATA_DIR: dir },
			stdio: 'inherit',
		})
		child.on('close', (code) => (code === 0 ? resolve(undefined) : reject(new Error('The demo could not be made'))))
	})
}

/**
 * @param {import('@playwright/test').Page} page
 * @param {string} name
 */
async function take(page, name) {
	await page.evaluate(() => document.fonts.ready)
	await page.mouse.move(0, 0)
	await page
		.locator('.toast button')
		.click({ timeout: 100 })
		.catch(() => undefined)
	await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled', caret: 'hide' })
	process.stdout.write(`${name}\n`)
}

/**
 * @param {import('@playwright/test').Browser} browser
 * @param {'en' | 'zh'} language
 * @param {1366 | 1920} width
 * @param {'light' | 'dark'} colorScheme
 */
async function openPage(browser, language, width, colorScheme = 'light') {
	const context = await browser.newContext({
		viewport: sizes[width],
		locale: locales[language],
		timezoneId: 'Asia/Shanghai',
		colorScheme,
		reducedMotion: 'reduce',
	})
	return context.newPage()
}

/** @param {import('@playwright/test').Page} page @param {'en' | 'zh'} language */
async function chooseLanguage(page, language) {
	await page.getByRole('combobox', { name: /Language/ }).selectOption(language === 'zh' ? 'zh-CN' : 'en')
	await page.locator(`html[lang=${language === 'zh' ? 'zh-CN' : 'en'}]`).waitFor()
}

/** @param {import('@playwright/test').Page} page @param {'en' | 'zh'} language */
async function signIn(page, language) {
	const w = words[language].session.signIn
	await page.getByRole('textbox', { name: w.userName, exact: true }).fill('demo')
	await page.getByLabel(w.password, { exact: true }).fill(logins.demo)
	await page.getByRole('button', { name: w.submit, exact: true }).click()
	await page.locator('.claims-row').first().waitFor()
}

/**
 * Shows the newest days: claims that still wait for a date come before them.
 * @param {import('@playwright/test').Page} page
 * @param {'en' | 'zh'} language
 */
async function goToDate(page, language) {
	const w = words[language].list
	await page.locator('.claims-position').filter({ hasText: /2,000/ }).waitFor()
	await page.getByRole('button', { name: w.goToDate, exact: true }).click()
	await page.getByRole('textbox', { name: w.goToDate, exact: true }).fill('2026-11-19')
	await page.keyboard.press('Enter')
	await page.locator('.claims-day').first().filter({ hasText: '2026-11-19' }).waitFor()
	await page.locator('.claims-position').filter({ hasText: /2,000/ }).waitFor()
	await page
		.locator('.claims-row')
		.first()
		.evaluate((row) => row.blur())
}

/** @param {import('@playwright/test').Page} page @param {'en' | 'zh'} language */
async function fillNewClaim(page, language) {
	const w = words[language]
	const { box } = w.intake
	const fill = (/** @type {string} */ name, /** @type {string} */ text) =>
		page.getByRole('textbox', { name, exact: true }).fill(text)
	const choose = (/** @type {string} */ name, /** @type {string} */ value) =>
		page.getByLabel(name, { exact: true }).selectOption(value)
	await fill(box.accidentDate, '2026-11-19')
	await fill(box.accidentTime, '21:05')
	await choose(box.category, 'two-vehicle')
	await fill(box.place, language === 'zh' ? '世纪大道与东方路路口' : 'A23 northbound, 200 m before Junction 11')
	await fill(box.callReason, language === 'zh' ? '追尾报案' : 'Rear-end collision')
	await fill(
		box.cause,
		language === 'zh' ? '雨天路滑,等红灯时被后车追尾' : 'Stopped at roadworks in the rain, was hit from behind',
	)
	await fill(box.policyNo, 'CXA3101042601150332')
	await fill(box.reporterName, language === 'zh' ? '蒋若曦' : 'Hannah Whitlock')
	await fill(box.reporterPhone, '10002218874')
	await fill(box.driverName, language === 'zh' ? '蒋若曦' : 'Hannah Whitlock')
	await fill(box.plate, '沪B72K19')
	await fill(box.damage, language === 'zh' ? '后保险杠破裂' : 'Rear bumper split')
	await page.locator('.saved-mark[data-kind=saved]').waitFor()
	await page.locator('.panel-warn').waitFor()
	await page.locator('.intake-scroll').evaluate((element) => element.scrollTo(0, 0))
}

const dir = mkdtempSync(join(tmpdir(), 'fieldclaim-pictures-'))
mkdirSync(folder, { recursive: true })
const found = await findChromium()
const browser = await chromium.launch({
	executablePath: found.path,
	args: found.args,
	env: { ...process.env, ...found.env },
})
try {
	const empty = await startDeskProcess()
	for (const language of languages) {
		const page = await openPage(browser, language, 1366)
		await page.goto(empty.url)
		const w = words[language].session.setUp
		const fill = (/** @type {string} */ name, /** @type {string} */ text) =>
			page.getByLabel(name, { exact: true }).fill(text)
		await fill(w.siteName, language === 'zh' ? '上海浦东营业部' : 'Pudong branch')
		await page.getByLabel(w.city, { exact: true }).selectOption('SH')
		await fill(w.userName, 'liwei')
		await fill(w.displayName, language === 'zh' ? '李伟' : 'Li Wei')
		await fill(w.password, 'three red lanterns at dusk')
		await fill(w.confirm, 'three red lanterns at dusk')
		await page.locator('.strength[data-level="4"]').waitFor()
		await page.locator('.doorway-brand').click()
		await take(page, `set-up-${language}-1366`)
		await page.context().close()
	}
	await empty.remove()

	await makeDemo(join(dir, 'demo'))
	// The desk's clock stands where the demo ends, a quarter past ten, and the pages follow it.
	const shift = samplesEnd + 15 * 60_000 - Date.now()
	const clock = `data:text/javascript,${encodeURIComponent(`const now=Date.now;Date.now=()=>now()+(${shift})`)}`
	const desk = await startDeskProcess({ dir: join(dir, 'demo'), env: { NODE_OPTIONS: `--import=${clock}` } })
	for (const width of /** @type {const} */ ([1366, 1920]))
		for (const language of languages) {
			const w = words[language]
			const page = await openPage(browser, language, width)
			await page.goto(desk.url)
			await page.getByRole('combobox', { name: /Language/ }).waitFor()
			await chooseLanguage(page, language)
			if (width === 1366) await take(page, `sign-in-${language}-1366`)
			await signIn(page, language)
			await goToDate(page, language)
			await take(page, `list-${language}-${width}`)
			if (width === 1366) {
				await page.emulateMedia({ colorScheme: 'dark' })
				await take(page, `list-${language}-1366-dark`)
				await page.emulateMedia({ colorScheme: 'light' })
			}
			await page.getByRole('searchbox').fill('546452')
			await page.locator('.claims-row').filter({ hasText: '546452' }).first().click()
			await page.locator('.history > li').first().waitFor()
			await take(page, `claim-${language}-${width}`)
			if (width === 1366) {
				await page.getByRole('button', { name: w.claim.edit, exact: true }).click()
				await take(page, `claim-edit-${language}-1366`)
				await page.getByRole('button', { name: w.claim.cancel, exact: true }).click()
			}
			await page.goto(`${desk.origin}/#/new`)
			await page.getByRole('textbox', { name: w.intake.box.accidentDate, exact: true }).waitFor()
			await fillNewClaim(page, language)
			await take(page, `new-claim-${language}-${width}`)
			await page.getByRole('button', { name: w.intake.discard, exact: true }).click()
			await page.getByRole('alertdialog').getByRole('button', { name: w.intake.discardAsk.yes, exact: true }).click()
			await page.locator('.claims-row').first().waitFor()
			if (width === 1366)
				for (const place of /** @type {const} */ (['me', 'people', 'archive', 'about'])) {
					await page.goto(`${desk.origin}/#/settings/${place}`)
					await page
						.locator(place === 'people' ? '.people tbody tr' : '.settings-card')
						.first()
						.waitFor()
					await take(page, `settings-${place}-${language}-1366`)
				}
			await page.getByRole('button', { name: w.frame.lock, exact: true }).click()
			await page.getByRole('button', { name: w.session.signIn.submit, exact: true }).waitFor()
			await page.context().close()
		}
	await desk.remove()
} finally {
	await browser.close()
	rmSync(dir, { recursive: true, force: true })
}
