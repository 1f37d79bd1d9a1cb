import type { IncomingMessage } from 'node:http'
import { fail, ok, type Reply } from '../../../shared/desk-api/errors.ts'

/** The largest call is a claim of 600,000 characters; in UTF-8 and escaped it stays below this. */
export const mostBodyBytes = 2_000_000

/**
 * Reads a request's body within the bound. A longer one is let run dry for a while, unkept, so that the answer can be
 * read by a client that is still sending; then the line is cut.
 * @returns the bytes; TOO_LARGE{most}, or CLOSED when the line broke
 */
export function readBody(request: IncomingMessage): Promise<Reply<Buffer>> {
	return new Promise((resolve) => {
		const tooLarge = () => resolve(fail('TOO_LARGE', { params: { most: mostBodyBytes } }))
		let chunks: Buffer[] = []
		let bytes = 0
		request.on('data', (chunk: Buffer) => {
			bytes += chunk.length
			if (bytes <= mostBodyBytes) chunks.push(chunk)
			else {
				chunks = []
				tooLarge()
				if (bytes > 8 * mostBodyBytes) request.destroy()
			}
		})
		request.on('end', () => resolve(ok(Buffer.concat(chunks))))
		request.on('error', () => resolve(fail('CLOSED')))
		request.on('close', () => resolve(fail('CLOSED')))
		if (Number(request.headers['content-length']) > mostBodyBytes) tooLarge()
	})
}
