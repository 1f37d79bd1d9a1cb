import { availableParallelism } from 'node:os'
import { defineConfig } from 'vitest/config'

/** Tests that start processes, servers or long simulations; the rest is quick enough for every save. */
const long = ['test/{shells,integration,simulation,hardening,checks}/**/*.test.{ts,tsx}']
const browser = ['test/e2e/**', 'test/e2e-electron/**']

const shared = {
	environment: 'node',
	pool: 'forks',
	/** A noisy machine is slow, not broken: deriving a key from a password alone may take seconds there. */
	testTimeout: 60_000,
	hookTimeout: 60_000,
} as const

export default defineConfig({
	test: {
		maxWorkers: Math.min(2, availableParallelism()),
		allowOnly: false,
		silent: 'passed-only',
		projects: [
			{ test: { ...shared, name: 'unit', include: ['test/**/*.test.{ts,tsx}'], exclude: [...long, ...browser] } },
			{ test: { ...shared, name: 'integration', include: long, exclude: browser } },
		],
	},
})
