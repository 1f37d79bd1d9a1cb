/** The browser shell's settings from the environment. */
export type Settings = {
	port: number
	/** The port was asked for: another one will not do. */
	portGiven: boolean
	openBrowser: boolean
}

export const usualPort = 4870

/** Without a screen there is no browser to open. */
function hasDisplay(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): boolean {
	return platform === 'win32' || platform === 'darwin' || Boolean(env.DISPLAY || env.WAYLAND_DISPLAY)
}

/** @returns the settings, or the sentence that says what is wrong with them */
export function readSettings(env: NodeJS.ProcessEnv, platform: NodeJS.Platform): Settings | string {
	const given = env.FIELDCLAIM_PORT ?? ''
	if (given !== '' && !(/^\d{1,5}$/.test(given) && Number(given) <= 65_535))
		return 'FIELDCLAIM_PORT must be a number from 0 (any free port) to 65535.'
	return {
		port: given === '' ? usualPort : Number(given),
		portGiven: given !== '',
		openBrowser: env.FIELDCLAIM_OPEN !== '0' && hasDisplay(env, platform),
	}
}
