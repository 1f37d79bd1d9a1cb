import type { ServerResponse } from 'node:http'
import type { Desk, DeskEvent } from '../../../shared/desk-api/verbs.ts'

/** Windows listening at once; more are refused. */
const mostStreams = 50
/** Below the idle limits of anything between two programs of one machine. */
const beatMs = 25_000

export type EventStreams = {
	/** @returns false when there are too many */
	add(response: ServerResponse, headers: Record<string, string>): boolean
	close(): void
}

/** Passes the desk's events on as server-sent events. */
export function openEventStreams(desk: Desk): EventStreams {
	const streams = new Set<ServerResponse>()
	const write = (text: string) => {
		for (const stream of streams) stream.write(text)
	}
	const tell = (event: DeskEvent) => write(`data: ${JSON.stringify(event)}\n\n`)
	const stop = desk.listen(tell)
	const beat = setInterval(() => write(':\n\n'), beatMs)
	beat.unref()
	return {
		add(response, headers) {
			if (streams.size >= mostStreams) return false
			response.writeHead(200, { ...headers, 'content-type': 'text/event-stream', 'cache-control': 'no-store' })
			response.write(':\n\n')
			streams.add(response)
			response.on('close', () => streams.delete(response))
			return true
		},
		close() {
			clearInterval(beat)
			stop()
			for (const stream of streams) stream.end()
			streams.clear()
		},
	}
}
