import { type Session, session } from 'electron'

// Without the prefix "persist:" nothing of the partition reaches the disk.
const partition = 'desk'
const network = ['http://*/*', 'https://*/*', 'ws://*/*', 'wss://*/*']

/**
 * The browser profile of the desk's pages: in memory, without permissions, devices, downloads, spelling lists or a
 * way to the network. What pages need comes through the verbs.
 */
export function openProfile(): Session {
	const profile = session.fromPartition(partition, { cache: false })
	profile.setPermissionRequestHandler((_contents, _permission, answer) => answer(false))
	profile.setPermissionCheckHandler(() => false)
	profile.setDevicePermissionHandler(() => false)
	profile.setSpellCheckerEnabled(false)
	profile.on('will-download', (event) => event.preventDefault())
	profile.webRequest.onBeforeRequest({ urls: network }, (_details, answer) => answer({ cancel: true }))
	return profile
}
