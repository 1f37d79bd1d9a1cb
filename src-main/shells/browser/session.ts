import { createHash, randomBytes, timingSafeEqual } from 'node:crypto'
import { fail, ok, type Reply } from '../../../shared/desk-api/errors.ts'

/** Wrong tokens allowed per minute. A token has 256 bits; the bound is for noise, not for luck. */
export const mostFailures = 20
const minuteMs = 60_000
/** Browsers at one desk at once; the oldest session makes room. */
const mostSessions = 50
/** Time a browser started by us has to come with its ticket. */
const ticketMs = 60_000

const digest = (text: string) => createHash('sha256').update(text).digest()
const newSecret = () => randomBytes(32).toString('base64url')

export type Sessions = {
	/** Valid as long as the process lives: who closes the browser comes back with the printed address. */
	token: string
	/** The name of the cookie: ports share cookies, so the port is in it. */
	cookieName(port: number): string
	/**
	 * A token for one use within a minute. It goes on the command line of the browser that is opened, where others on
	 * the machine can read it; the lasting token never does.
	 */
	issueTicket(): string
	/** @returns the cookie's value; DENIED, or WAIT{waitSeconds} after too many wrong tokens */
	exchange(token: unknown): Reply<string>
	/** @param cookies the Cookie header */
	knows(cookies: string | undefined, port: number): boolean
}

/** @param monotonic ms, never goes back */
export function openSessions(monotonic: () => number): Sessions {
	const token = newSecret()
	const expected = digest(token)
	const tickets = new Map<string, number>()
	/** Digests of the cookies given out: a comparison of digests tells nothing by its timing. */
	const sessions = new Set<string>()
	let failures: number[] = []

	const takeTicket = (given: string): boolean => {
		const key = digest(given).toString('hex')
		const until = tickets.get(key)
		tickets.delete(key)
		return until !== undefined && monotonic() <= until
	}

	return {
		token,
		cookieName: (port) => `fieldclaim_${port}`,
		issueTicket() {
			const ticket = newSecret()
			tickets.set(digest(ticket).toString('hex'), monotonic() + ticketMs)
			return ticket
		},
		exchange(given) {
			const now = monotonic()
			failures = failures.filter((at) => now - at < minuteMs)
			const [oldest] = failures
			if (failures.length >= mostFailures && oldest !== undefined)
				return fail('WAIT', { params: { waitSeconds: Math.ceil((oldest + minuteMs - now) / 1000) } })
			if (typeof given !== 'string' || !(timingSafeEqual(digest(given), expected) || takeTicket(given))) {
				failures.push(now)
				return fail('DENIED')
			}
			const cookie = newSecret()
			if (sessions.size >= mostSessions) sessions.delete([...sessions][0] as string)
			sessions.add(digest(cookie).toString('hex'))
			return ok(cookie)
		},
		knows(cookies, port) {
			const prefix = `${this.cookieName(port)}=`
			return (cookies ?? '').split(';').some((one) => {
				const pair = one.trim()
				return pair.startsWith(prefix) && sessions.has(digest(pair.slice(prefix.length)).toString('hex'))
			})
		},
	}
}
