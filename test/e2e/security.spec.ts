import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { Page } from '@playwright/test'
import { expect, test } from '../support/pages.ts'
import { test as onSite, openSignedIn } from '../support/pages-site.ts'
import { walk } from './walk.ts'

type Violation = { directive: string; blocked: string }

/** Hears of everything that the page's policy stops, from before its first script. */
async function hearViolations(page: Page): Promise<Violation[]> {
	const heard: Violation[] = []
	await page.exposeFunction('reportViolation', (one: Violation) => heard.push(one))
	await page.addInitScript(() => {
		addEventListener('securitypolicyviolation', (event) => {
			const { reportViolation } = window as unknown as { reportViolation(one: Violation): void }
			reportViolation({ directive: event.effectiveDirective, blocked: event.blockedURI })
		})
	})
	return heard
}

test('H5 H20 R9: a walk over every screen breaks no policy, speaks to the desk alone and leaves nothing in the browser', async ({
	page,
	desk,
	context,
	faults,
}) => {
	const violations = await hearViolations(page)
	const outside: string[] = []
	page.on('request', (request) => {
		const { protocol } = new URL(request.url())
		if (!request.url().startsWith(`${desk.origin}/`) && protocol !== 'data:' && protocol !== 'blob:')
			outside.push(request.url())
	})
	await walk(page, desk, 'en', async () => {})
	expect(violations).toEqual([])
	expect(outside).toEqual([])
	const kept = await page.evaluate(async () => ({
		local: { ...localStorage },
		session: { ...sessionStorage },
		databases: (await indexedDB.databases()).map((one) => one.name),
		caches: await caches.keys(),
		workers: (await navigator.serviceWorker.getRegistrations()).length,
		cookie: document.cookie,
		name: window.name,
	}))
	expect(kept).toEqual({ local: {}, session: {}, databases: [], caches: [], workers: 0, cookie: '', name: '' })
	const cookies = await context.cookies()
	expect(cookies.map(({ name, httpOnly, sameSite, expires }) => ({ name, httpOnly, sameSite, expires }))).toEqual([
		{ name: `fieldclaim_${new URL(desk.origin).port}`, httpOnly: true, sameSite: 'Strict', expires: -1 },
	])
	expect(faults.filter((fault) => !fault.includes('401'))).toEqual([])
	faults.length = 0
})

onSite(
	'H5: scripts, eval, foreign images and requests, javascript: addresses, frames, styles and forms are stopped',
	async ({ page, desk, faults }) => {
		const asked: string[] = []
		const elsewhere = createServer((request, response) => {
			asked.push(request.url ?? '')
			response.writeHead(200, { 'access-control-allow-origin': '*' }).end()
		}).listen(0, '127.0.0.1')
		await once(elsewhere, 'listening')
		const foreign = `http://127.0.0.1:${(elsewhere.address() as AddressInfo).port}`
		const violations = await hearViolations(page)
		// As if somebody had got markup into the page itself; the headers stay.
		await page.route(`${desk.origin}/`, async (route) => {
			const response = await route.fetch()
			const evil = `<script>window.ran = 'inline'</script><b onclick="window.ran = 'handler'">x</b><i style="color: red">x</i>`
			await route.fulfill({ response, body: (await response.text()).replace('</body>', `${evil}</body>`) })
		})
		await openSignedIn(page, desk.url)
		await page.locator('body > b').dispatchEvent('click')
		const seen = () => violations.map((one) => `${one.directive} ${one.blocked}`)
		for (const one of ['script-src-attr inline', 'script-src-elem inline', 'style-src-attr inline'])
			await expect.poll(seen).toContain(one)

		/** Tries something from inside the page and waits until the policy stopped it. */
		const stops = async (what: string, directives: readonly string[], attack: (foreign: string) => void) => {
			violations.length = 0
			// Not from the driver's own evaluation, which is exempt from parts of the policy.
			await page.evaluate(
				([source, address]) => {
					const run = new Function('foreign', `(${source})(foreign)`)
					setTimeout(() => {
						try {
							run(address)
						} catch {
							// A refusal by exception is told as a violation as well.
						}
					})
				},
				[`${attack}`, foreign] as const,
			)
			await expect
				.poll(() => violations.map((one) => one.directive), { message: what })
				.toEqual(expect.arrayContaining([expect.stringMatching(directives.join('|'))]))
		}
		const script = ['script-src', 'require-trusted-types-for']
		await stops('a foreign script', script, () => {
			const element = document.createElement('script')
			element.setAttribute('src', 'http://192.0.2.1/x.js')
			document.body.append(element)
		})
		await stops('an inline handler', script, () => {
			const element = document.createElement('button')
			element.setAttribute('onclick', 'window.ran = "handler"')
			document.body.append(element)
			element.click()
			element.remove()
		})
		await stops('markup', script, () => {
			document.createElement('div').innerHTML = '<img src=x onerror="window.ran = 1">'
		})
		await stops('eval', script, () => {
			// biome-ignore lint/security/noGlobalEval: what is tried
			window.eval('window.ran = "eval"')
		})
		await stops('a javascript: address', script, () => {
			const element = document.createElement('a')
			element.setAttribute('href', 'javascript:window.ran = "address"')
			document.body.append(element)
			element.click()
			element.remove()
		})
		await stops('a foreign image', ['img-src'], (address) => {
			new Image().src = `${address}/image`
		})
		await stops('a foreign request', ['connect-src'], (address) => {
			void fetch(`${address}/fetch`).catch(() => undefined)
		})
		await stops('a foreign socket', ['connect-src'], (address) => {
			new WebSocket(address.replace('http', 'ws'))
		})
		await stops('a frame', ['frame-src'], (address) => {
			const element = document.createElement('iframe')
			element.src = `${address}/frame`
			document.body.append(element)
		})
		await stops('a style', ['style-src'], () => {
			const element = document.createElement('style')
			element.append('body { background: red }')
			document.head.append(element)
		})
		await stops('a form', ['form-action'], (address) => {
			const element = document.createElement('form')
			element.action = `${address}/form`
			document.body.append(element)
			element.submit()
		})
		await stops('a worker', ['worker-src', ...script], () => {
			new Worker(URL.createObjectURL(new Blob(['postMessage(1)'])))
		})
		expect(await page.evaluate(() => (window as { ran?: unknown }).ran)).toBeUndefined()
		expect(asked).toEqual([])
		elsewhere.close()
		faults.length = 0
	},
)
