import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { type FakeElectron, installFakeElectron } from '../support/fake-electron.ts'

let fake: FakeElectron
beforeEach(() => {
	fake = installFakeElectron()
})
afterEach(() => {
	vi.doUnmock('electron')
})

describe('H21: the clipboard', () => {
	beforeEach(() => {
		vi.useFakeTimers()
	})
	afterEach(() => {
		vi.useRealTimers()
	})

	async function keeper() {
		const { keepClipboard, keepFor } = await import('../../src-main/shells/electron/clipboard.ts')
		return { keeper: keepClipboard(fake.module.clipboard as never), keepFor }
	}

	test('H21: what was copied from a sensitive field is gone after 60 seconds, not before', async () => {
		const { keeper: kept, keepFor } = await keeper()
		expect(keepFor).toBe(60_000)
		fake.copy('line one\r\nline two')
		kept.copied('line one\nline two')
		await vi.advanceTimersByTimeAsync(keepFor - 1)
		expect(fake.clipboardText()).not.toBe('')
		await vi.advanceTimersByTimeAsync(1)
		expect(fake.clipboardText()).toBe('')
	})

	test('H21: what was copied elsewhere meanwhile stays', async () => {
		const { keeper: kept, keepFor } = await keeper()
		fake.copy('13800001234')
		kept.copied('13800001234')
		fake.copy('a shopping list')
		await vi.advanceTimersByTimeAsync(keepFor)
		expect(fake.clipboardText()).toBe('a shopping list')
	})

	test('H21: each copy starts its own minute', async () => {
		const { keeper: kept, keepFor } = await keeper()
		fake.copy('one')
		kept.copied('one')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		fake.copy('two')
		kept.copied('two')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		expect(fake.clipboardText()).toBe('two')
		await vi.advanceTimersByTimeAsync(keepFor / 2)
		expect(fake.clipboardText()).toBe('')
	})

	test('H21: a clipboard that cannot be read is cleared', async () => {
		const { keepClipboard } = await import('../../src-main/shells/electron/clipboard.ts')
		const clear = vi.fn()
		const kept = keepClipboard({ readText: async () => Promise.reject(new Error('x')), clear } as never)
		kept.copied('x')
		await kept.clear()
		expect(clear).toHaveBeenCalledOnce()
		await kept.clear()
		expect(clear).toHaveBeenCalledOnce()
	})
})
