import { defineConfig } from '@playwright/test'

/** The packaged shape of the program in Electron itself, one at a time: windows share one screen and one clipboard. */
export default defineConfig({
	testDir: '.',
	testMatch: '**/*.spec.ts',
	outputDir: '../../test-results/electron',
	workers: 1,
	retries: 0,
	forbidOnly: true,
	timeout: 120_000,
	expect: { timeout: 20_000 },
	reporter: [['dot'], ['json']],
})
