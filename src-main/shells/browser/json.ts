import jsonc from 'jsonc-parser'
import { fail, ok, type Reply } from '../../../shared/desk-api/errors.ts'

/** Deeper than any input the desk takes; the desk's own bound is tighter. */
const mostDepth = 32

const refused = (code: string) => fail('VALIDATION', { issues: [{ path: '', code }] })

/** Level by level, since a recursive walk is what a deep value is made to break. */
function isDeep(value: unknown): boolean {
	let level: unknown[] = [value]
	for (let depth = 0; depth <= mostDepth; depth++) {
		const next: unknown[] = []
		for (const one of level) if (typeof one === 'object' && one !== null) next.push(Object.values(one))
		if (next.length === 0) return false
		level = next.flat()
	}
	return true
}

/**
 * Looks through JSON text for what JSON.parse lets pass: a key twice in one object (the last would win silently) and
 * `__proto__` as a key. Keys are compared unescaped.
 * @returns the code of the first fault, or null
 */
function keyFault(text: string): string | null {
	const open: Set<string>[] = []
	let fault: string | null = null
	jsonc.visit(text, {
		onObjectBegin: () => {
			open.push(new Set())
		},
		onObjectEnd: () => {
			open.pop()
		},
		onObjectProperty: (key) => {
			const keys = open.at(-1)
			if (key === '__proto__') fault ??= 'unknown-field'
			else if (keys?.has(key)) fault ??= 'duplicate-field'
			keys?.add(key)
		},
	})
	return fault
}

/** @returns what the bytes say; VALIDATION for anything but well-formed UTF-8 JSON without hidden faults */
export function readJson(bytes: Uint8Array): Reply<unknown> {
	try {
		const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes)
		const value: unknown = JSON.parse(text)
		if (isDeep(value)) return refused('too-deep')
		const fault = keyFault(text)
		return fault === null ? ok(value) : refused(fault)
	} catch {
		return refused('wrong-format')
	}
}
