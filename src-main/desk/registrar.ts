import { type DeskError, errorCodes, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'
import type { Needs, Verb } from '../../shared/desk-api/verb.ts'
import { type Output, type Parsed, type VerbName, verbNames, verbs } from '../../shared/desk-api/verbs.ts'
import { copyInput } from './input.ts'
import { codeOf, issuesOf } from './registrar-issues.ts'

export type Handlers<Ctx> = {
	[N in VerbName]: (input: Parsed<N>, context: Ctx) => Promise<Reply<Output<N>>> | Reply<Output<N>>
}

/** The desk's part in a call. */
export type Gate<Ctx> = {
	/** @returns the context of the handler; LOCKED, DENIED, MUST_CHANGE_PASSWORD and the troubles of a store */
	admit(needs: Needs): Reply<Ctx>
	/** The code for an exception nobody expected. Its text never leaves the desk. */
	fault(error: unknown): DeskError
}

/** Calls at work at once. A window has a handful; more is a loop gone wild. */
export const mostInFlight = 200

type AnyHandler<Ctx> = (input: unknown, context: Ctx) => Promise<Reply<unknown>> | Reply<unknown>

/** Words that cannot be a path, a statement, a stack or a name: what an unexpected fault may carry. */
const plainParam = /^[\w.:-]{0,64}$/

function isCode(code: unknown): code is DeskError['code'] {
	return errorCodes.some((known) => known === code)
}

/** An unexpected fault keeps its code and harmless parameters only. */
function plainFault<Ctx>(gate: Gate<Ctx>, error: unknown): Reply<never> {
	let found: DeskError
	try {
		found = gate.fault(error)
	} catch {
		return fail('INTERNAL')
	}
	if (!isCode(found?.code)) return fail('INTERNAL')
	const params = Object.entries(found.params ?? {}).filter(([, value]) => plainParam.test(String(value)))
	return params.length > 0 ? fail(found.code, { params: Object.fromEntries(params) }) : fail(found.code)
}

/** A handler's own refusal: the fields of a DeskError and no others. */
function plainReply(reply: Reply<unknown>): Reply<unknown> {
	if (reply.ok) return ok(reply.value)
	const { code, params, issues, clashes } = reply.error
	return fail(code, { ...(params && { params }), ...(issues && { issues }), ...(clashes && { clashes }) })
}

/** Broken promise of a handler, told apart from its faults. Tests only: a parse of each answer costs too much. */
class OutputMismatch extends Error {}

function checkOutput(name: string, verb: Verb, reply: Reply<unknown>): void {
	if (!reply.ok) return
	const parsed = verb.output.safeParse(reply.value)
	if (parsed.success) return
	const where = parsed.error.issues.map((issue) => `${issue.path.map(String).join('.')}: ${issue.message}`)
	throw new OutputMismatch(`${name} answers what its output schema refuses: ${where.join('; ')}`)
}

/**
 * The only way to make a desk's call(). Each call passes, in this order: known verb, calls in flight, permission
 * (a locked desk tells nothing of its schemas), a fresh copy within bounds, the strict schema; then its handler.
 * @throws when a verb has no handler, or a handler no verb
 */
export function register<Ctx>(
	handlers: Handlers<Ctx>,
	gate: Gate<Ctx>,
): { call(name: string, input: unknown): Promise<Reply<unknown>> } {
	const table = new Map<string, { verb: Verb; handle: AnyHandler<Ctx> }>()
	for (const name of verbNames) {
		const handle = Object.hasOwn(handlers, name) ? handlers[name] : undefined
		if (typeof handle !== 'function') throw new Error(`verb ${name} has no handler`)
		table.set(name, { verb: verbs[name], handle: handle as AnyHandler<Ctx> })
	}
	for (const name of Object.keys(handlers)) if (!table.has(name)) throw new Error(`handler ${name} has no verb`)
	const checksOutput = process.env.VITEST !== undefined
	let inFlight = 0

	async function run(name: string, verb: Verb, handle: AnyHandler<Ctx>, input: unknown): Promise<Reply<unknown>> {
		const admitted = gate.admit(verb.needs)
		if (!admitted.ok) return admitted
		const copied = copyInput(input, verb.most)
		if (!copied.ok) return copied
		const parsed = verb.input.safeParse(copied.value, { error: codeOf })
		if (!parsed.success) return fail('VALIDATION', { issues: issuesOf(parsed.error) })
		const reply = plainReply(await handle(parsed.data, admitted.value))
		if (checksOutput) checkOutput(name, verb, reply)
		return reply
	}

	return {
		async call(name, input) {
			const entry = typeof name === 'string' ? table.get(name) : undefined
			if (entry === undefined) return fail('UNKNOWN_VERB')
			if (inFlight >= mostInFlight) return fail('BUSY')
			inFlight += 1
			try {
				return await run(name, entry.verb, entry.handle, input)
			} catch (error) {
				if (error instanceof OutputMismatch) throw error
				return plainFault(gate, error)
			} finally {
				inFlight -= 1
			}
		},
	}
}
