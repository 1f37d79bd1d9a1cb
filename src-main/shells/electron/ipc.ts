import type { BrowserWindow, IpcMain, IpcMainEvent, IpcMainInvokeEvent } from 'electron'
import { type DeskError, errorCodes, fail, type Reply } from '../../../shared/desk-api/errors.ts'
import { plainVerbNames } from '../../../shared/desk-api/verb-names.ts'
import type { Desk } from '../../../shared/desk-api/verbs.ts'
import { copiedChannel, eventChannel, verbChannel } from './channels.ts'
import { isDeskUrl, origin } from './origin.ts'

type AnyCall = (name: string, input: unknown) => Promise<Reply<unknown>>

/** Only the main frame of our own window, while it shows our own page. A frame that is gone throws when it is read. */
export function isOurPage(event: IpcMainEvent | IpcMainInvokeEvent, window: BrowserWindow | null): boolean {
	try {
		if (window === null || window.isDestroyed()) return false
		const frame = event.senderFrame
		if (frame === null || frame.isDestroyed() || frame.detached) return false
		return (
			event.sender.id === window.webContents.id &&
			frame.parent === null &&
			frame.frameTreeNodeId === window.webContents.mainFrame.frameTreeNodeId &&
			frame.origin === origin &&
			isDeskUrl(frame.url)
		)
	} catch {
		return false
	}
}

/** The fields an error may carry and no others, whatever was thrown or answered below. */
function plainError(error: DeskError): DeskError {
	if (!errorCodes.includes(error.code)) return { code: 'INTERNAL' }
	const { code, params, issues, clashes } = error
	return {
		code,
		...(params === undefined ? {} : { params }),
		...(issues === undefined ? {} : { issues }),
		...(clashes === undefined ? {} : { clashes }),
	}
}

async function answer(call: AnyCall, name: string, input: unknown): Promise<Reply<unknown>> {
	try {
		const reply = await call(name, input)
		return reply.ok ? { ok: true, value: reply.value } : { ok: false, error: plainError(reply.error) }
	} catch {
		return fail('INTERNAL')
	}
}

/**
 * One handler per verb, by construction from the list of names: there is no handler for anything else.
 * @param window the desk's window, null while there is none
 */
export function serveVerbs(ipc: Pick<IpcMain, 'handle'>, desk: Pick<Desk, 'call'>, window: () => BrowserWindow | null) {
	const call = desk.call as AnyCall
	for (const name of plainVerbNames)
		ipc.handle(verbChannel(name), (event, input: unknown) =>
			isOurPage(event, window()) ? answer(call, name, input) : fail('DENIED'),
		)
}

/** Tells the window what the desk tells. */
export function forwardEvents(desk: Pick<Desk, 'listen'>, window: () => BrowserWindow | null): () => void {
	return desk.listen((event) => {
		const target = window()
		if (target !== null && !target.isDestroyed()) target.webContents.send(eventChannel, event)
	})
}

/** Hears that text of a sensitive field was copied, from our page only. */
export function hearCopies(
	ipc: Pick<IpcMain, 'on'>,
	window: () => BrowserWindow | null,
	copied: (text: string) => void,
) {
	ipc.on(copiedChannel, (event, text: unknown) => {
		if (typeof text === 'string' && isOurPage(event, window())) copied(text)
	})
}
