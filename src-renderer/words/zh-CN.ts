import type { en } from './en.ts'
import type { Words } from './shape.ts'
import { claim } from './zh-CN/claim.ts'
import { errors } from './zh-CN/errors.ts'
import { fields } from './zh-CN/fields.ts'
import { frame } from './zh-CN/frame.ts'
import { intake } from './zh-CN/intake.ts'
import { list } from './zh-CN/list.ts'
import { session } from './zh-CN/session.ts'
import { settings } from './zh-CN/settings.ts'

export const zhCN: Words<typeof en> = { claim, errors, fields, frame, intake, list, session, settings }
