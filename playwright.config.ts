import { availableParallelism } from 'node:os'
import { defineConfig } from '@playwright/test'
import { findChromium } from './test/support/chromium.ts'

const browser = await findChromium()
const env: Record<string, string> = {}
for (const [name, value] of Object.entries({ ...process.env, ...browser.env }))
	if (value !== undefined) env[name] = value

/** The whole program in a real browser, through the browser shell. Each test has a desk and a data folder of its own. */
export default defineConfig({
	testDir: 'test/e2e',
	testMatch: '**/*.spec.ts',
	outputDir: 'test-results',
	fullyParallel: true,
	workers: availableParallelism() > 3 ? 2 : 1,
	retries: 0,
	forbidOnly: true,
	/** Generous: the machine may be busy, and making a site derives a key from a password. */
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: 'list',
	use: {
		browserName: 'chromium',
		viewport: { width: 1366, height: 768 },
		locale: 'en-GB',
		actionTimeout: 20_000,
		navigationTimeout: 30_000,
		screenshot: 'only-on-failure',
		trace: 'retain-on-failure',
		launchOptions: { executablePath: browser.path, args: browser.args, env },
	},
})
