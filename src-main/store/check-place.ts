import { realpathSync, statfsSync } from 'node:fs'

/** Why a folder cannot hold the store. Both kinds break file locks or copy half-written files behind SQLite's back. */
export type Unsuitable = 'network' | 'sync'

/** Folder names that sync programs own, lower case; a name also counts when " - company" or " (company)" follows. */
const syncFolders = [
	'onedrive',
	'dropbox',
	'icloud drive',
	'iclouddrive',
	'mobile documents', // iCloud on macOS
	'cloudstorage', // every provider on current macOS
	'google drive',
	'googledrive',
	'box sync',
	'nextcloud',
	'owncloud',
	'pcloud',
	'nutstore',
	'我的坚果云',
	'坚果云',
	'baidusyncdisk',
	'百度网盘同步空间',
	'wps云盘',
	'wpsdrive',
]

/** File system types that statfs names on Linux (linux/magic.h): NFS, SMB1, CIFS, SMB2, NCP, AFS, Ceph. */
const networkTypes = new Set([0x6969, 0x517b, 0xff534d42, 0xfe534d42, 0x564c, 0x5346414f, 0x00c36400])

/** By the text of an absolute path, of any platform. */
export function judgePath(path: string): Unsuitable | null {
	// \\?\C:\… and \\.\… are local; \\server\share and \\?\UNC\server\share are not.
	if (/^[\\/]{2}(?![?.][\\/])/.test(path) || /^[\\/]{2}\?[\\/]UNC[\\/]/i.test(path)) return 'network'
	for (const part of path.toLowerCase().split(/[\\/]/)) {
		const name = part.replace(/( - .*| \(.*\))$/, '')
		if (syncFolders.includes(name)) return 'sync'
	}
	return null
}

/** @param dir an existing folder; links and mapped drives are followed to where they lead */
export function judgePlace(dir: string): Unsuitable | null {
	const real = realpathSync.native(dir)
	const byName = judgePath(dir) ?? judgePath(real)
	if (byName !== null || process.platform !== 'linux') return byName
	return networkTypes.has(statfsSync(real).type >>> 0) ? 'network' : null
}
