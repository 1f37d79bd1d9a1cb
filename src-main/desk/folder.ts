import { storeFault } from '../store/faults.ts'
import { lockFolder } from '../store/folder-lock.ts'
import type { Core } from './core.ts'
import { finishSetUp } from './setup-folder.ts'

/**
 * Takes the data folder for this desk and reads its key slots. Called at start, and again whenever a window asks while
 * something is wrong: the other desk may have closed, the file may have been put back.
 */
export function takeFolder(core: Core): void {
	if (core.folder === null) {
		const locked = lockFolder(core.dir)
		if (!locked.ok) {
			core.trouble = locked.error
			return
		}
		try {
			finishSetUp(core.dir)
		} catch (error) {
			locked.value.release()
			core.trouble = { code: storeFault(error) ?? 'IO' }
			return
		}
		core.folder = locked.value
		core.trouble = null
		core.vault = core.openVault(core.dir)
	} else if (core.vault.state().kind === 'trouble') core.vault = core.openVault(core.dir)
}
