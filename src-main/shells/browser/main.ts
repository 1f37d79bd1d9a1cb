import { fileURLToPath } from 'node:url'
import packageInfo from '../../../package.json' with { type: 'json' }
import { startDesk } from '../../desk/remote.ts'
import { dataFolder } from '../data-folder.ts'
import { runBrowserShell } from './run.ts'

/** The desk for machines without Electron: the same pages, served to the machine's own browser. */
await runBrowserShell(fileURLToPath(new URL('../../../dist/renderer', import.meta.url)), () =>
	startDesk({ dir: dataFolder(process.env), version: packageInfo.version }),
)
