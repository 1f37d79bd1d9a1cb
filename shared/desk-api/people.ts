import { z } from 'zod'
import { roles } from '../access/roles.ts'
import { cityCodePattern } from '../claims/cities.ts'
import { id, text } from '../claims/claim.ts'
import { limits } from '../claims/text.ts'
import { userName } from './session.ts'
import { verb } from './verb.ts'

const person = z.strictObject({
	displayName: text(limits.name).refine((value) => value !== '', 'empty'),
	roles: z.array(z.enum(roles)).min(1).max(roles.length),
	cities: z.union([z.literal('*'), z.array(z.string().regex(cityCodePattern)).min(1).max(50)]),
})
const password = z.string().max(4_096)

export const account = z.strictObject({
	...person.shape,
	id,
	userName,
	/** active; new: must change the temporary password; disabled: after ten wrong passwords or by an administrator. */
	state: z.enum(['active', 'new', 'disabled']),
	createdAt: z.string(),
})
export type Account = z.infer<typeof account>

export const peopleVerbs = {
	'people.list': verb({
		needs: 'people.read',
		input: z.strictObject({}),
		output: z.array(account),
	}),
	'people.add': verb({
		needs: 'people.write',
		input: z.strictObject({ ...person.shape, userName, temporaryPassword: password }),
		output: account,
	}),
	'people.update': verb({
		needs: 'people.write',
		input: z.strictObject({ ...person.shape, id }),
		output: account,
	}),
	/** Also opens a slot that ten wrong passwords disabled. */
	'people.resetPassword': verb({
		needs: 'people.write',
		input: z.strictObject({ id, temporaryPassword: password }),
		output: account,
	}),
	'people.disable': verb({ needs: 'people.write', input: z.strictObject({ id }), output: account }),
	/** Names a claim may be handed to. */
	'people.assignees': verb({
		needs: 'claim.read',
		input: z.strictObject({}),
		output: z.array(z.strictObject({ id, displayName: z.string() })),
	}),
}
