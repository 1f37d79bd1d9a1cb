import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './child.mjs'
import { home, pinnedNode } from './home.mjs'

/** Chooses between Electron and the browser shell. */

const electron = join(home, 'node_modules', 'electron')
/** Outside of dist, so that a build does not forget it; gone with the packages it speaks of. */
const memory = join(home, 'node_modules', '.cache', 'fieldclaim', 'electron.json')
const dayMs = 86_400_000
const downloadMs = 60_000

/** @returns {string | null} the program, when its file is there */
function electronBinary() {
	const pathFile = join(electron, 'path.txt')
	if (!existsSync(pathFile)) return null
	const folder = process.env.ELECTRON_OVERRIDE_DIST_PATH || join(electron, 'dist')
	const binary = join(folder, readFileSync(pathFile, 'utf8').trim())
	return existsSync(binary) ? binary : null
}

/** Why Electron cannot show a window here, whether or not it is installed. */
function noWindowHere() {
	if (process.platform !== 'linux') return null
	if (!process.env.DISPLAY && !process.env.WAYLAND_DISPLAY) return 'there is no display'
	// Chromium's sandbox refuses the root user, and this program never turns the sandbox off.
	if (process.getuid?.() === 0) return 'Electron does not run as root'
	return null
}

function version() {
	return JSON.parse(readFileSync(join(electron, 'package.json'), 'utf8')).version
}

function failedLately() {
	try {
		const found = JSON.parse(readFileSync(memory, 'utf8'))
		return found.version === version() && Math.abs(Date.now() - found.at) < dayMs
	} catch {
		return false
	}
}

function rememberFailure() {
	mkdirSync(dirname(memory), { recursive: true })
	writeFileSync(memory, JSON.stringify({ version: version(), at: Date.now() }))
}

/** Downloads Electron's binary with its own script, once a day at most. @param {boolean} insist */
async function downloadElectron(insist) {
	if (!insist && failedLately()) return false
	process.stdout.write('Downloading Electron (once; up to a minute) …\n')
	const done = await run(pinnedNode, [join(electron, 'install.js')], {
		cwd: home,
		quiet: true,
		timeoutMs: downloadMs,
	})
	if (done.code === 0 && electronBinary() !== null) return true
	rememberFailure()
	return false
}

/** A binary that lacks a system library is found out before the person waits for a window. @param {string} binary */
async function runs(binary) {
	const probe = await run(binary, ['--version'], { quiet: true, timeoutMs: 20_000 })
	return probe.code === 0
}

/**
 * @param {boolean} insist Electron was asked for by name
 * @returns {Promise<{ binary: string } | { why: string }>}
 */
export async function findElectron(insist) {
	const why = noWindowHere()
	if (why !== null) return { why }
	if (electronBinary() === null && !(await downloadElectron(insist)))
		return { why: 'its program file is not installed and could not be downloaded' }
	const binary = electronBinary()
	if (binary === null || !(await runs(binary))) return { why: 'its program file does not run on this system' }
	return { binary }
}
