import { beforeEach, describe, expect, test } from 'vitest'
import { fail, ok } from '../../shared/desk-api/errors.ts'
import { type VerbName, verbNames, verbs } from '../../shared/desk-api/verbs.ts'
import { mostDepth, mostNodes } from '../../src-main/desk/input.ts'
import { type Handlers, register } from '../../src-main/desk/registrar.ts'
import { type Place, samplesOf, spoilAt } from '../support/schema-samples.ts'

/** Anything the caller's own code did during a call. */
let ran: string[] = []
let reached: string[] = []

const handlers = Object.fromEntries(
	verbNames.map((name) => [
		name,
		() => {
			reached.push(name)
			return fail('NOT_FOUND')
		},
	]),
) as unknown as Handlers<null>
const desk = register(handlers, { admit: () => ok(null), fault: () => ({ code: 'INTERNAL' }) })

const huge = 'x'.repeat(50_000_000)
const trap = (what: string) => () => {
	ran.push(what)
	return undefined
}
const proxyOf = (target: object) =>
	new Proxy(target, {
		get: trap('get'),
		has: () => Boolean(trap('has')()),
		ownKeys: () => {
			ran.push('ownKeys')
			return []
		},
		getPrototypeOf: () => {
			ran.push('getPrototypeOf')
			return Object.prototype
		},
		getOwnPropertyDescriptor: () => {
			ran.push('getOwnPropertyDescriptor')
			return undefined
		},
	})
class Odd {}
const nest = (depth: number) => {
	let value: unknown = 1
	for (let level = 0; level < depth; level++) value = level % 2 === 0 ? [value] : { a: value }
	return value
}

/** What no field accepts. */
const strangers: ReadonlyArray<readonly [string, () => unknown]> = [
	['a function', () => trap('function')],
	['a symbol', () => Symbol('s')],
	['a BigInt', () => 1n],
	['NaN', () => Number.NaN],
	['Infinity', () => Number.POSITIVE_INFINITY],
	['-Infinity', () => Number.NEGATIVE_INFINITY],
	['a Date', () => new Date(0)],
	['a Map', () => new Map()],
	['a Buffer', () => Buffer.from('x')],
	['a boxed string', () => Object('x')],
	['a promise', () => Promise.resolve(1)],
	['a thenable', () => Object.fromEntries([['then', trap('then')]])],
	['an object of a class', () => new Odd()],
	['a proxy', () => proxyOf({})],
	['a proxy of an array', () => proxyOf([])],
	['an object with toJSON', () => ({ toJSON: trap('toJSON') })],
	['an object with valueOf', () => ({ valueOf: trap('valueOf') })],
	['deep nesting', () => nest(mostDepth + 1)],
	['very deep nesting', () => nest(50_000)],
	['too many values', () => new Array(mostNodes + 1).fill(1)],
	['a sparse array of four thousand million', () => new Array(2 ** 32 - 1)],
	['50 MB of text', () => huge],
]

const unsoundTexts: ReadonlyArray<readonly [string, string]> = [
	['a high surrogate alone', '\ud83d'],
	['a low surrogate alone', 'a\udc00b'],
	['NUL', 'a\0b'],
]

type Spoil = readonly [string, (value: unknown) => unknown]
const on = (value: unknown) => value as Record<string, unknown>
const objectSpoils: readonly Spoil[] = [
	['an unknown key', (value) => ({ ...on(value), unheardOf: 1 })],
	['an unknown key of 1 MB', (value) => ({ ...on(value), [huge.slice(0, 1_000_000)]: 1 })],
	['a NUL in a key', (value) => ({ ...on(value), 'a\0': 1 })],
	['__proto__ as a key', (value) => Object.assign(JSON.parse('{"__proto__":{"polluted":true}}'), value)],
	['__proto__ of null as a key', (value) => Object.assign(JSON.parse('{"__proto__":null}'), value)],
	['constructor as a key', (value) => ({ ...on(value), constructor: { prototype: { polluted: true } } })],
	['prototype as a key', (value) => ({ ...on(value), prototype: {} })],
	['a prototype of its own', (value) => Object.assign(Object.create({ inherited: 1 }), value)],
	['a symbol key', (value) => ({ ...on(value), [Symbol('s')]: 1 })],
	['a getter', (value) => Object.defineProperty(on(value), 'text', { get: trap('getter'), enumerable: true })],
	['a hidden field', (value) => Object.defineProperty(on(value), 'hidden', { value: 1, enumerable: false })],
	['a field that is a function', (value) => ({ ...on(value), toString: trap('toString') })],
	[
		'a circle',
		(value) => {
			const circle: Record<string, unknown> = { ...on(value) }
			circle.self = circle
			return circle
		},
	],
	['itself behind a proxy', (value) => proxyOf(on(value))],
	['a list instead', () => []],
	['a text instead', () => 'text'],
	['true instead', () => true],
]
const arraySpoils: readonly Spoil[] = [
	['a hole', (value) => Object.assign(value as unknown[], { length: 2 })],
	[
		'a circle',
		(value) => {
			const list = value as unknown[]
			list.push(list)
			return list
		},
	],
	['a property of its own', (value) => Object.assign(value as unknown[], { extra: 1 })],
	[
		'a getter as element',
		(value) =>
			Object.defineProperty(value as unknown[], 0, { get: trap('getter'), enumerable: true, configurable: true }),
	],
	['an object with length instead', () => ({ length: 1, 0: 'x' })],
	['itself behind a proxy', (value) => proxyOf(value as unknown[])],
	['a list of a class', (value) => Object.setPrototypeOf(value, class extends Array {}.prototype)],
	['a text instead', () => 'text'],
	['undefined in it', (value) => [...(value as unknown[]), undefined]],
]

function spoilsFor(place: Place): Spoil[] {
	const spoils: Spoil[] = strangers.map(([what, make]) => [what, make])
	if (!place.mayBeNull) spoils.push(['null', () => null])
	if (place.kind === 'object') spoils.push(...objectSpoils)
	if (place.kind === 'array') spoils.push(...arraySpoils)
	if (place.kind === 'text') {
		for (const [what, text] of unsoundTexts) spoils.push([what, () => text])
		spoils.push(['a number', () => 7], ['a list of the text', (value) => [value]], ['an object', () => ({ a: 'x' })])
	}
	if (place.kind === 'number')
		spoils.push(['the number as text', (value) => String(value)], ['1e400', () => JSON.parse('1e400')])
	if (place.kind === 'boolean') spoils.push(['1', () => 1], ['the word', () => 'true'])
	if (place.kind === 'choice')
		spoils.push(['another word', () => 'none of the choices'], ['toString', () => 'toString'])
	return spoils
}

const covered = new Set<VerbName>()
const cleanPrototype = Reflect.ownKeys(Object.prototype)

beforeEach(() => {
	ran = []
	reached = []
})

describe.each(verbNames)('hostile input: %s', (name) => {
	const samples = samplesOf(verbs[name].input)

	test('a good input reaches the handler, so that a refusal below means something', async () => {
		for (const sample of samples) {
			reached = []
			expect(await desk.call(name, sample.value)).toEqual(fail('NOT_FOUND'))
			expect(reached).toEqual([name])
		}
	})

	test('H12, F14, F15: nothing hostile reaches the handler, runs, or touches a prototype', async () => {
		let tried = 0
		for (const sample of samples) {
			for (const place of sample.places) {
				for (const [what, spoil] of spoilsFor(place)) {
					const input = spoilAt(sample.value, place.path, spoil)
					const reply = await desk.call(name, input)
					const where = `${what} at ${name}:${place.path.join('.')}`
					if (reply.ok) throw new Error(`accepted: ${where}`)
					expect(['VALIDATION', 'TOO_LARGE'], where).toContain(reply.error.code)
					const told = JSON.stringify(reply.error)
					expect(told.length, where).toBeLessThan(10_000)
					expect(told, where).not.toMatch(/node_modules|\.ts:|\bat \w+ \(|SELECT|xxxx/)
					if (reply.error.code === 'VALIDATION') expect(reply.error.issues?.length, where).toBeGreaterThan(0)
					for (const issue of reply.error.issues ?? []) expect(issue.code, where).toMatch(/^[a-z]+(-[a-z]+)*$/)
					expect(reached, where).toEqual([])
					expect(ran, where).toEqual([])
					tried += 1
				}
			}
		}
		expect(Reflect.ownKeys(Object.prototype)).toEqual(cleanPrototype)
		expect(({} as Record<string, unknown>).polluted).toBeUndefined()
		expect(tried).toBeGreaterThanOrEqual(strangers.length + objectSpoils.length)
		covered.add(name)
	})

	test('H12: a field left out is named', async () => {
		for (const { places, value } of samples) {
			for (const { path } of places.filter((place) => place.path.length === 1)) {
				const less = { ...on(value) }
				delete less[String(path[0])]
				if (verbs[name].input.safeParse(less).success) continue
				const reply = await desk.call(name, less)
				expect(reply).toMatchObject({ ok: false, error: { code: 'VALIDATION', issues: [{ path: String(path[0]) }] } })
				expect(reached).toEqual([])
			}
		}
	})

	test('what is no object at all is refused', async () => {
		for (const input of [undefined, null, 0, '', 'text', true, [], [{}], ...strangers.map(([, make]) => make())]) {
			const reply = await desk.call(name, input)
			expect(reply.ok).toBe(false)
			expect(reached).toEqual([])
		}
		expect(ran).toEqual([])
	})
})

test('every verb of the table went through the matrix', () => {
	expect([...covered].sort()).toEqual([...verbNames].sort())
})
