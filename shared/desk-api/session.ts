import { z } from 'zod'
import { roles } from '../access/roles.ts'
import { cityCodePattern } from '../claims/cities.ts'
import { id, text } from '../claims/claim.ts'
import { limits } from '../claims/text.ts'
import { errorCodes } from './errors.ts'
import { verb } from './verb.ts'

export const languages = ['zh-CN', 'en'] as const
export type Language = (typeof languages)[number]
const language = z.enum(languages)

/** Passwords arrive as typed; the vault alone judges them. */
const password = z.string().max(4_096)
export const userName = text(limits.code).refine((value) => value !== '', 'empty')
const displayName = text(limits.name).refine((value) => value !== '', 'empty')
const cityCode = z.string().regex(cityCodePattern)
export const citySchema = z.strictObject({
	code: cityCode,
	en: text(limits.name),
	zh: text(limits.name),
	timeZone: text(limits.code),
})
export const me = z.strictObject({
	id,
	userName,
	displayName,
	roles: z.array(z.enum(roles)),
	cities: z.union([z.literal('*'), z.array(cityCode)]),
})
export type Me = z.infer<typeof me>

export const appState = z.strictObject({
	/** set-up: no site yet. sign-in: locked. open: signed in. trouble: the store cannot be used; see trouble. */
	phase: z.enum(['set-up', 'sign-in', 'open', 'trouble']),
	trouble: z.enum(errorCodes).nullable(),
	site: z.strictObject({ name: z.string(), city: citySchema }).nullable(),
	/** Cities that may appear on claims of this machine. */
	cities: z.array(citySchema),
	me: me.nullable(),
	mustChangePassword: z.boolean(),
	language: language.nullable(),
	idleMinutes: z.number(),
	version: z.string(),
	/** Epoch ms and offset of the desk's clock, so that "today" is the same on both sides. */
	now: z.number(),
})
export type AppState = z.infer<typeof appState>

export const sessionVerbs = {
	'app.state': verb({ needs: 'nothing', input: z.strictObject({}), output: appState }),
	'app.language': verb({ needs: 'nothing', input: z.strictObject({ language }), output: z.null() }),
	/** Judges a password before it is chosen. score 0–4; reason is the key of the message when it is refused. */
	'vault.judge': verb({
		needs: 'nothing',
		input: z.strictObject({ password, words: z.array(z.string().max(200)).max(5) }),
		output: z.strictObject({ ok: z.boolean(), score: z.int().min(0).max(4), reason: z.string().nullable() }),
	}),
	'setup.create': verb({
		needs: 'nothing',
		input: z.strictObject({
			siteName: displayName,
			city: citySchema,
			displayName,
			userName,
			password,
			language,
		}),
		output: appState,
	}),
	/** acceptLoss: open although the store is older than this machine remembers (see ROLLED_BACK). */
	'session.signIn': verb({
		needs: 'nothing',
		input: z.strictObject({ userName, password, acceptLoss: z.boolean() }),
		output: appState,
	}),
	'session.lock': verb({ needs: 'nothing', input: z.strictObject({}), output: z.null() }),
	/** The person did something: the idle clock starts again. */
	'session.touch': verb({ needs: 'session', input: z.strictObject({}), output: z.null() }),
	'session.changePassword': verb({
		needs: 'session',
		input: z.strictObject({ current: password, next: password }),
		output: z.null(),
	}),
	'prefs.get': verb({
		needs: 'session',
		input: z.strictObject({}),
		output: z.record(z.string(), z.string()),
	}),
	/** A person's own settings of the screens (columns, saved filters), as JSON text the renderer understands. */
	'prefs.put': verb({
		needs: 'session',
		input: z.strictObject({ key: z.enum(['columns', 'filters', 'theme']), value: z.string().max(20_000) }),
		output: z.null(),
	}),
}
