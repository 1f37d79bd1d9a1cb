import { startDesk } from '../../src-main/desk/remote.ts'
import { runBrowserShell } from '../../src-main/shells/browser/run.ts'
import { dataFolder } from '../../src-main/shells/data-folder.ts'

/** The browser shell as its own main file starts it, with pages from a folder of the test. */
const pages = process.argv[2]
if (pages === undefined) throw new Error('the folder of the pages is missing')
await runBrowserShell(pages, () => startDesk({ dir: dataFolder(), version: 'test' }))
