import { createServer, type IncomingMessage, type ServerResponse } from 'node:http'
import type { AddressInfo, Socket } from 'node:net'
import { fail, ok, type Reply } from '../../../shared/desk-api/errors.ts'
import type { Desk, VerbName } from '../../../shared/desk-api/verbs.ts'
import { openAssets } from '../assets.ts'
import { safeHeaders } from '../policy.ts'
import { readBody } from './body.ts'
import { openEventStreams } from './events.ts'
import { refuse } from './guard.ts'
import { readJson } from './json.ts'
import { openSessions } from './session.ts'

export type DeskServer = { port: number; token: string; issueTicket(): string; close(): Promise<void> }

const statusOf: Readonly<Partial<Record<string, number>>> = { TOO_LARGE: 413, DENIED: 401, WAIT: 429, CLOSED: 503 }

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

/** An object with exactly these keys. */
function hasOnly(value: unknown, keys: readonly string[]): value is Record<string, unknown> {
	return isRecord(value) && Object.keys(value).length === keys.length && keys.every((key) => Object.hasOwn(value, key))
}

/**
 * The desk behind a page of this machine. It listens on 127.0.0.1 only.
 * @param port 0 for any
 * @throws the error of listen(), EADDRINUSE and EACCES among them
 */
export async function serveDeskPage(o: { desk: Desk; root: string; port: number }): Promise<DeskServer> {
	const assets = openAssets({ root: o.root, origin: '', connect: 'self' })
	const sessions = openSessions(() => performance.now())
	const events = openEventStreams(o.desk)
	const plain = safeHeaders({ connect: 'self', nonce: null })
	let port = 0

	const sendReply = (
		response: ServerResponse,
		status: number,
		reply: Reply<unknown>,
		more: Record<string, string> = {},
	) => {
		const headers = {
			...plain,
			'content-type': 'application/json; charset=utf-8',
			'cache-control': 'no-store',
			...more,
		}
		response.writeHead(status, headers).end(JSON.stringify(reply))
	}
	const sendFailure = (response: ServerResponse, reply: Reply<unknown>, status = 400) => {
		if (reply.ok) return
		// What is left of a body that is too long is not read as a next request.
		const more: Record<string, string> = reply.error.code === 'TOO_LARGE' ? { connection: 'close' } : {}
		sendReply(response, statusOf[reply.error.code] ?? status, reply, more)
	}

	/** The body of a POST as a value. */
	async function receive(request: IncomingMessage): Promise<Reply<unknown>> {
		const type = request.headers['content-type'] ?? ''
		if (!/^application\/json(?:;\s*charset=utf-8)?$/i.test(type))
			return fail('VALIDATION', { issues: [{ path: '', code: 'wrong-format' }] })
		const body = await readBody(request)
		return body.ok ? readJson(body.value) : body
	}

	async function startSession(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await receive(request)
		if (!body.ok) return sendFailure(response, body)
		const cookie = sessions.exchange(hasOnly(body.value, ['token']) ? body.value.token : null)
		if (!cookie.ok) return sendFailure(response, cookie)
		sendReply(response, 200, ok(null), {
			'set-cookie': `${sessions.cookieName(port)}=${cookie.value}; HttpOnly; SameSite=Strict; Path=/`,
		})
	}

	async function call(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const body = await receive(request)
		if (!body.ok) return sendFailure(response, body)
		if (!hasOnly(body.value, ['verb', 'input']) || typeof body.value.verb !== 'string')
			return sendFailure(response, fail('VALIDATION', { issues: [{ path: '', code: 'wrong-format' }] }))
		// The registrar behind call() judges the name and the input.
		sendReply(response, 200, await o.desk.call(body.value.verb as VerbName, body.value.input as never))
	}

	async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
		const method = request.method ?? ''
		const refusal = refuse(method, request.headers, port)
		if (refusal) return sendReply(response, refusal.status, fail('DENIED'), { connection: 'close' })
		const url = request.url ?? ''
		const route = `${method} ${url}`
		if (route === 'POST /desk/session') return startSession(request, response)
		if (url === '/desk/call' || url === '/desk/events') {
			if (!sessions.knows(request.headers.cookie, port)) return sendReply(response, 401, fail('DENIED'))
			if (route === 'POST /desk/call') return call(request, response)
			if (route === 'GET /desk/events') {
				if (!events.add(response, plain)) sendReply(response, 503, fail('BUSY'))
				return
			}
		}
		if (method !== 'GET' && method !== 'HEAD') return sendReply(response, 404, fail('UNKNOWN_VERB'))
		const asset = await assets(url)
		response.writeHead(asset.status, { ...asset.headers, 'content-length': String(asset.body.length) })
		response.end(method === 'HEAD' ? undefined : asset.body)
	}

	const server = createServer(
		{ maxHeaderSize: 16_384, requestTimeout: 60_000, headersTimeout: 15_000 },
		(request, response) => {
			answer(request, response).catch(() => {
				if (response.headersSent) response.destroy()
				else sendReply(response, 500, fail('INTERNAL'))
			})
		},
	)
	server.maxConnections = 200
	const lines = new Set<Socket>()
	server.on('connection', (line) => {
		lines.add(line)
		line.on('close', () => lines.delete(line))
	})

	await new Promise<void>((resolve, reject) => {
		server.once('error', reject)
		server.listen({ port: o.port, host: '127.0.0.1', exclusive: true }, resolve)
	}).catch((error: unknown) => {
		events.close()
		throw error
	})
	port = (server.address() as AddressInfo).port

	return {
		port,
		token: sessions.token,
		issueTicket: () => sessions.issueTicket(),
		/** Answers what is at work; idle lines are cut at once, the rest when their answer is out. */
		async close() {
			events.close()
			const ended = new Promise<void>((resolve) => server.close(() => resolve()))
			server.closeIdleConnections()
			const cut = setTimeout(() => {
				for (const line of lines) line.destroy()
			}, 5_000)
			await ended
			clearTimeout(cut)
		},
	}
}
