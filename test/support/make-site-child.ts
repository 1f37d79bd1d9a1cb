import { json } from 'node:stream/consumers'
import { v7 as uuidv7 } from 'uuid'
import type { Reply } from '../../shared/desk-api/errors.ts'
import { createDesk } from '../../src-main/desk/desk.ts'
import { aForm } from './claim.ts'
import type { SiteOrder } from './site.ts'

/**
 * Sets a site up and saves claims through the desk, as the screens do, in a process of its own: the runner of the
 * browser tests cannot load the store. The order comes on standard input; the claims go to standard output, in order.
 */

/** The lowest cost a key slot may have: a test signs in often. */
const kdf = { m: 65_536, t: 2, p: 1 }

function must<T>(reply: Reply<T>): T {
	if (!reply.ok) throw new Error(`refused: ${JSON.stringify(reply.error)}`)
	return reply.value
}

const { dir, setUp, claims } = (await json(process.stdin)) as SiteOrder
const desk = await createDesk({ dir, kdf, version: 'test' })
must(await desk.call('setup.create', setUp))
const made: { id: string; claimNo: string }[] = []
for (const { form, submit = true } of claims) {
	const saved = must(await desk.call('claims.save', { id: uuidv7(), form: aForm(form), submit }))
	made.push({ id: saved.id, claimNo: saved.claimNo })
}
await desk.close()
process.stdout.write(JSON.stringify(made))
