import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Locator, Page } from '@playwright/test'
import { expect, SignInPage } from '../support/pages.ts'
import { NewClaimPage } from '../support/pages-new-claim.ts'
import { openSignedIn, Rail, test } from '../support/pages-site.ts'

/** A second of typing may be missing, no more. */
const mostLostMs = 1_000
/** Between two keys: a quick typist. */
const paceMs = 40
const story = 'Rear-ended at the lights on Century Avenue while waiting to turn left. '.repeat(4)

declare global {
	interface Window {
		typedAt?: [at: number, length: number][]
	}
}

/** Notes when each character arrived in the box. */
const clockTyping = (box: Locator) =>
	box.evaluate((element: HTMLTextAreaElement) => {
		window.typedAt = []
		element.addEventListener('input', () => window.typedAt?.push([Date.now(), element.value.length]))
	})

type Typing = { stop(): void; ended: Promise<void> }

/** Types at the pace, key by key, until it is stopped or the page is gone. */
function keepTyping(page: Page, text: string): Typing {
	let stopped = false
	const type = async () => {
		for (const character of text) if (!stopped) await page.keyboard.type(character, { delay: paceMs })
	}
	const stop = () => {
		stopped = true
	}
	return { stop, ended: type().catch(stop) }
}

/** Opens New claim, types a first piece and waits until it is on the disk; then goes on typing. */
async function typeOn(page: Page): Promise<Typing> {
	await new Rail(page).place('New claim').click()
	const form = new NewClaimPage(page)
	await form.field('place').fill('Century Avenue')
	await expect(form.savedMark).toBeVisible()
	await form.field('cause').click()
	await clockTyping(form.field('cause'))
	const typing = keepTyping(page, story)
	await page.waitForFunction(() => (window.typedAt?.length ?? 0) > 50)
	return typing
}

/** Characters that were in the box a second before the moment. */
const typedBefore = (page: Page, moment: number) =>
	page.evaluate(
		(at) => Math.max(0, ...(window.typedAt ?? []).filter(([when]) => when <= at).map(([, length]) => length)),
		moment - mostLostMs,
	)

async function expectRecovered(page: Page, least: number): Promise<void> {
	const form = new NewClaimPage(page)
	await expect(form.recovered).toBeVisible()
	await expect(form.field('place')).toHaveValue('Century Avenue')
	const kept = await form.field('cause').inputValue()
	expect(story.startsWith(kept), `a beginning of what was typed: ${kept}`).toBe(true)
	expect(kept.length, 'no more than a second of typing is missing').toBeGreaterThanOrEqual(least)
}

test('R4 R41: kill -9 in the middle of typing loses at most the last second', async ({
	page,
	desk,
	context,
	faults,
}) => {
	await openSignedIn(page, desk.url)
	const typing = await typeOn(page)
	const killedAt = Date.now()
	await desk.kill('SIGKILL')
	const least = await typedBefore(page, killedAt)
	expect(least, 'something was typed more than a second before').toBeGreaterThan(20)
	typing.stop()
	await page.close()
	await typing.ended
	faults.length = 0

	await desk.restart()
	const next = await context.newPage()
	await openSignedIn(next, desk.url)
	await new Rail(next).place('New claim').click()
	await expectRecovered(next, least)
})

test('R4: a reload in the middle of typing finds the form again', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	const typing = await typeOn(page)
	const least = await typedBefore(page, Date.now())
	typing.stop()
	await page.reload()
	await typing.ended
	await expectRecovered(page, least)
})

test('R4: closing the browser in the middle of typing loses at most the last second', async ({
	page,
	desk,
	browser,
}) => {
	await openSignedIn(page, desk.url)
	const typing = await typeOn(page)
	const least = await typedBefore(page, Date.now())
	await page.context().close()
	await typing.ended

	const context = await browser.newContext({ locale: 'en-GB' })
	const next = await context.newPage()
	await openSignedIn(next, desk.url)
	await new Rail(next).place('New claim').click()
	await expectRecovered(next, least)
	await context.close()
})

test('R4 R21: locking by key while typing keeps every character', async ({ page, desk }) => {
	await openSignedIn(page, desk.url)
	await new Rail(page).place('New claim').click()
	const form = new NewClaimPage(page)
	await form.field('place').fill('Century Avenue')
	await form.field('cause').pressSequentially(story, { delay: 5 })
	await page.keyboard.press('Control+l')
	const signIn = new SignInPage(page)
	await expect(signIn.submit).toBeVisible()
	await expect(page.getByText('Rear-ended'), 'nothing of it is left on the locked screen').toHaveCount(0)
	await signIn.signIn()
	await expectRecovered(page, story.length)
})

type Clock = { file: string; moveTo(minutes: number): void }
/** A desk whose clocks the test moves. */
const onMovedClock = test.extend<{ clock: Clock }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
	clock: async ({}, use) => {
		const folder = mkdtempSync(join(tmpdir(), 'fieldclaim-clock-'))
		const file = join(folder, 'ahead')
		const moveTo = (minutes: number) => writeFileSync(file, String(minutes * 60_000))
		moveTo(0)
		await use({ file, moveTo })
		rmSync(folder, { recursive: true, force: true })
	},
	env: async ({ clock }, use) => {
		const loader = new URL('../support/moved-clock-child.ts', import.meta.url)
		await use({ NODE_OPTIONS: `--import=${loader.href}`, FIELDCLAIM_TEST_CLOCK: clock.file })
	},
})

onMovedClock(
	'R4 R21: ten idle minutes lock the desk by itself; what was typed is there after signing in',
	async ({ page, desk, clock }) => {
		await openSignedIn(page, desk.url)
		await new Rail(page).place('New claim').click()
		const form = new NewClaimPage(page)
		await form.field('place').fill('Century Avenue')
		await form.field('cause').fill(story)
		await expect(form.savedMark).toBeVisible()
		clock.moveTo(20)
		const signIn = new SignInPage(page)
		await expect(signIn.submit).toBeVisible()
		await expect(page.getByText('Rear-ended')).toHaveCount(0)
		await signIn.signIn()
		await expectRecovered(page, story.length)
	},
)
