import { existsSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { fileURLToPath } from 'node:url'

/** The project's folder. */
export const home = dirname(dirname(fileURLToPath(import.meta.url)))

/** Where the Node that the project pins is installed; whatever Node is on the machine only runs these tools. */
export const pinnedNode = join(home, 'node_modules', 'node', 'bin', process.platform === 'win32' ? 'node.exe' : 'node')

/** True once npm has installed it and its install script has run. */
export const hasPinnedNode = () => existsSync(pinnedNode)
