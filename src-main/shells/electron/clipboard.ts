import { createHash } from 'node:crypto'
import type { Clipboard } from 'electron'

/** Milliseconds. Long enough to paste once. */
export const keepFor = 60_000

/** The system may change line ends and spaces on the way through its clipboard. */
const digest = (text: string) => createHash('sha256').update(text.replaceAll(/\s+/gu, ' ').trim()).digest('base64')

export type ClipboardKeeper = { copied(text: string): void; clear(): Promise<void> }

/**
 * Clears the clipboard a minute after a sensitive field was copied, or at once on clear(), unless something else was
 * copied meanwhile. Holds a digest, not the text.
 */
export function keepClipboard(clipboard: Pick<Clipboard, 'readText' | 'clear'>): ClipboardKeeper {
	let held: { digest: string; timer: NodeJS.Timeout } | null = null
	const clear = async () => {
		if (held === null) return
		const mine = held
		held = null
		clearTimeout(mine.timer)
		try {
			if (digest(await clipboard.readText()) === mine.digest) clipboard.clear()
		} catch {
			// What cannot be read cannot be told from somebody else's text; ours may be in it.
			clipboard.clear()
		}
	}
	return {
		copied(text) {
			if (held !== null) clearTimeout(held.timer)
			held = { digest: digest(text), timer: setTimeout(clear, keepFor) }
		},
		clear,
	}
}
