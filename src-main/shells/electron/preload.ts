import { contextBridge, ipcRenderer } from 'electron'
import type { Bridge } from '../../../shared/desk-api/bridge.ts'
import type { Reply } from '../../../shared/desk-api/errors.ts'
import { plainVerbNames } from '../../../shared/desk-api/verb-names.ts'
import type { DeskEvent, VerbName } from '../../../shared/desk-api/verbs.ts'
import { copiedChannel, eventChannel, verbChannel } from './channels.ts'
import { type CopyPage, copiedSensitiveText } from './sensitive-copy.ts'

// The page's document as this script needs it: the main process's sources are compiled without the DOM.
declare const document: CopyPage & {
	addEventListener(type: 'copy' | 'cut', listener: () => void, capture: boolean): void
}

type VerbCalls = Record<VerbName, (input: unknown) => Promise<Reply<unknown>>>

function callOf(name: VerbName): VerbCalls[VerbName] {
	const channel = verbChannel(name)
	return async (input) => {
		try {
			return await ipcRenderer.invoke(channel, input)
		} catch {
			// A function, a symbol, a cycle through a proxy: what cannot be copied is no input.
			return { ok: false, error: { code: 'VALIDATION', issues: [{ path: '', code: 'wrong-type' }] } }
		}
	}
}

/** Copies the fields of a known event; anything else never reaches the page. */
function plainEvent(event: DeskEvent): DeskEvent | null {
	if (event.kind === 'changed') return { kind: 'changed', ids: event.ids.map(String) }
	if (event.kind === 'session' || event.kind === 'closed') return { kind: event.kind }
	return null
}

const bridge: Bridge = Object.freeze({
	verbs: Object.freeze(Object.fromEntries(plainVerbNames.map((name) => [name, callOf(name)])) as VerbCalls),
	listen(listener: (event: DeskEvent) => void) {
		const heard = (_event: unknown, said: DeskEvent) => {
			const event = plainEvent(said)
			if (event !== null) listener(event)
		}
		ipcRenderer.on(eventChannel, heard)
		return () => {
			ipcRenderer.removeListener(eventChannel, heard)
		}
	},
})

contextBridge.exposeInMainWorld('fieldclaim', bridge)

const tellCopied = () => {
	const text = copiedSensitiveText(document)
	if (text !== null) ipcRenderer.send(copiedChannel, text)
}
document.addEventListener('copy', tellCopied, true)
document.addEventListener('cut', tellCopied, true)
