import type { Migration } from '../migrate.ts'
import { migration as claims } from './001-claims.ts'

/** In order. A migration that has been released is never edited, only followed by the next. */
export const migrations: readonly Migration[] = [claims]
