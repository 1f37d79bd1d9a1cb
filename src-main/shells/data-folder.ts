import { resolve } from 'node:path'
import envPaths from 'env-paths'

/** The data folder: FIELDCLAIM_DATA_DIR, else the place the system keeps for programs' data. One for both shells. */
export function dataFolder(env: NodeJS.ProcessEnv = process.env): string {
	return env.FIELDCLAIM_DATA_DIR ? resolve(env.FIELDCLAIM_DATA_DIR) : envPaths('FieldClaim', { suffix: '' }).data
}
