import type { z } from 'zod'

/** Builds valid inputs from a schema and lists its places, so that tests can spoil each of them. */

export type Place = {
	path: (string | number)[]
	kind: 'text' | 'number' | 'boolean' | 'choice' | 'object' | 'array'
	mayBeNull: boolean
}
export type Sample = { value: unknown; places: Place[] }

type Def = z.core.$ZodTypeDef & {
	shape?: Record<string, z.core.$ZodType>
	element?: z.core.$ZodType
	innerType?: z.core.$ZodType
	options?: z.core.$ZodType[]
	in?: z.core.$ZodType
	values?: unknown[]
	entries?: Record<string, string>
}

const texts = ['text', '2026-03-14', '21:45', '0199a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b', '2026-03-14T08:15:00.000Z', 'SH']
const numbers = [1, 0, 2026]

function firstValid(schema: z.core.$ZodType, candidates: readonly unknown[]): unknown {
	for (const candidate of candidates) if ((schema as z.ZodType).safeParse(candidate).success) return candidate
	throw new Error(`no sample fits a schema of type ${schema._zod.def.type}`)
}

/** Every alternative of every union appears in one of the samples. */
export function samplesOf(schema: z.core.$ZodType, path: Place['path'] = [], mayBeNull = false): Sample[] {
	const def = schema._zod.def as Def
	const leaf = (kind: Place['kind'], value: unknown): Sample[] => [{ value, places: [{ path, kind, mayBeNull }] }]
	switch (def.type) {
		case 'string':
			return leaf('text', firstValid(schema, texts))
		case 'number':
			return leaf('number', firstValid(schema, numbers))
		case 'boolean':
			return leaf('boolean', true)
		case 'literal':
			return leaf('choice', def.values?.[0])
		case 'enum':
			return leaf('choice', Object.values(def.entries ?? {})[0])
		case 'pipe':
			// A cleaned text: the refinements before the transform decide what fits.
			return samplesOf(def.in as z.core.$ZodType, path, mayBeNull)
		case 'optional':
			return samplesOf(def.innerType as z.core.$ZodType, path, mayBeNull)
		case 'nullable':
			return samplesOf(def.innerType as z.core.$ZodType, path, true)
		case 'union':
			return (def.options ?? []).flatMap((option) => samplesOf(option, path, mayBeNull))
		case 'array':
			return samplesOf(def.element as z.core.$ZodType, [...path, 0]).map((one) => ({
				value: [one.value],
				places: [{ path, kind: 'array', mayBeNull }, ...one.places],
			}))
		case 'object': {
			const fields = Object.entries(def.shape ?? {}).map(
				([name, field]) => [name, samplesOf(field, [...path, name])] as const,
			)
			const rounds = Math.max(1, ...fields.map(([, samples]) => samples.length))
			return Array.from({ length: rounds }, (_, round) => {
				const chosen = fields.map(([name, samples]) => [name, samples[Math.min(round, samples.length - 1)]] as const)
				return {
					value: Object.fromEntries(chosen.map(([name, sample]) => [name, sample?.value])),
					places: [{ path, kind: 'object', mayBeNull }, ...chosen.flatMap(([, sample]) => sample?.places ?? [])],
				}
			})
		}
		default:
			throw new Error(`samplesOf does not know schemas of type ${def.type}; teach it, so that the verb is covered`)
	}
}

/** A copy of the sample with what lies at the path changed by `spoil`, which gets a fresh holder's value. */
export function spoilAt(sample: unknown, path: Place['path'], spoil: (value: unknown) => unknown): unknown {
	const copy: unknown = structuredClone(sample)
	if (path.length === 0) return spoil(copy)
	let holder = copy as Record<string | number, unknown>
	for (const part of path.slice(0, -1)) holder = holder[part] as Record<string | number, unknown>
	const last = path.at(-1) as string | number
	holder[last] = spoil(holder[last])
	return copy
}
