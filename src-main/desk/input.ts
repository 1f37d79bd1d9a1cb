import { types } from 'node:util'
import { isSoundText } from '../../shared/claims/text.ts'
import { type DeskError, fail, ok, type Reply } from '../../shared/desk-api/errors.ts'

/**
 * What a caller hands over is never used itself: it is copied into fresh plain data first, so that nothing in it can
 * run, change under our hands, or reach a prototype. Bounds hold before anything else looks at the value.
 */

/** A form nests five levels; twelve leaves room without letting a caller dig. */
export const mostDepth = 12
/** Values of every kind together. The largest form has about 2,500. */
export const mostNodes = 20_000

const forbiddenKeys = new Set(['__proto__', 'constructor', 'prototype'])

type Walk = { most: number; text: number; nodes: number; path: (string | number)[] }

/** Ends a walk early. Never leaves this file. */
class Refused extends Error {
	readonly error: DeskError
	constructor(error: DeskError) {
		super(error.code)
		this.error = error
	}
}

/** Field names look like this; any other key is the caller's own text and is not repeated in an error. */
const fieldName = /^[A-Za-z]\w{0,39}$/

function refuse(walk: Walk, code: string): never {
	const path = walk.path.map((part) => (typeof part === 'number' || fieldName.test(part) ? part : '?')).join('.')
	throw new Refused({ code: 'VALIDATION', issues: [{ path, code }] })
}

function countText(walk: Walk, text: string): void {
	walk.text += text.length
	if (walk.text > walk.most) throw new Refused({ code: 'TOO_LARGE', params: { most: walk.most } })
}

function copyText(walk: Walk, text: string): string {
	countText(walk, text)
	if (!isSoundText(text)) refuse(walk, 'ill-formed')
	return text
}

/** Reads an own data property without running a getter. */
function ownValue(walk: Walk, holder: object, key: string): unknown {
	const property = Object.getOwnPropertyDescriptor(holder, key)
	if (property === undefined || !('value' in property) || !property.enumerable) refuse(walk, 'wrong-type')
	return property.value
}

function copyArray(walk: Walk, array: readonly unknown[], depth: number): unknown[] {
	if (Object.getPrototypeOf(array) !== Array.prototype) refuse(walk, 'wrong-type')
	if (array.length > mostNodes) refuse(walk, 'too-many')
	// Its indices and `length`, nothing else: a hole or an extra property changes the number.
	if (Reflect.ownKeys(array).length !== array.length + 1) refuse(walk, 'wrong-type')
	const copy: unknown[] = []
	for (let index = 0; index < array.length; index++) {
		walk.path.push(index)
		copy.push(copyValue(walk, ownValue(walk, array, String(index)), depth))
		walk.path.pop()
	}
	return copy
}

function copyObject(walk: Walk, object: object, depth: number): Record<string, unknown> {
	const prototype: unknown = Object.getPrototypeOf(object)
	if (prototype !== Object.prototype && prototype !== null) refuse(walk, 'wrong-type')
	const copy: Record<string, unknown> = {}
	for (const key of Reflect.ownKeys(object)) {
		if (typeof key !== 'string' || forbiddenKeys.has(key)) refuse(walk, 'unknown-field')
		copyText(walk, key)
		const value = ownValue(walk, object, key)
		// As in JSON, a field set to undefined is a field left out: both shells then mean the same.
		if (value === undefined) continue
		walk.path.push(key)
		copy[key] = copyValue(walk, value, depth)
		walk.path.pop()
	}
	return copy
}

function copyValue(walk: Walk, value: unknown, depth: number): unknown {
	walk.nodes += 1
	if (walk.nodes > mostNodes) refuse(walk, 'too-many')
	switch (typeof value) {
		case 'string':
			return copyText(walk, value)
		case 'boolean':
			return value
		case 'number':
			if (!Number.isFinite(value)) refuse(walk, 'wrong-type')
			return value === 0 ? 0 : value
		case 'object': {
			if (value === null) return null
			if (types.isProxy(value)) refuse(walk, 'wrong-type')
			if (depth >= mostDepth) refuse(walk, 'too-deep')
			return Array.isArray(value) ? copyArray(walk, value, depth + 1) : copyObject(walk, value, depth + 1)
		}
		default:
			return refuse(walk, 'wrong-type')
	}
}

/**
 * @param most UTF-16 units of text accepted, keys included
 * @returns the value as fresh plain data; TOO_LARGE{most}, or VALIDATION with one issue
 */
export function copyInput(value: unknown, most: number): Reply<unknown> {
	try {
		return ok(copyValue({ most, text: 0, nodes: 0, path: [] }, value, 0))
	} catch (error) {
		if (error instanceof Refused) return fail(error.error.code, error.error)
		throw error
	}
}
