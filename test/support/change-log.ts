import { inflateRawSync } from 'node:zlib'

/** The lines of one row of the change log, as they will be sent. */
export const linesOf = (bytes: unknown): string[] =>
	inflateRawSync(bytes as Buffer)
		.toString()
		.split(/(?<=\n)/)
