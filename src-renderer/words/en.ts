import { claim } from './en/claim.ts'
import { errors } from './en/errors.ts'
import { fields } from './en/fields.ts'
import { frame } from './en/frame.ts'
import { intake } from './en/intake.ts'
import { list } from './en/list.ts'
import { session } from './en/session.ts'
import { settings } from './en/settings.ts'

export const en = { claim, errors, fields, frame, intake, list, session, settings }
