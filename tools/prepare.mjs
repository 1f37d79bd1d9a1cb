import { createHash } from 'node:crypto'
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { run } from './child.mjs'
import { hasPinnedNode, home, pinnedNode } from './home.mjs'

/** From a bare clone to something that runs. Uses nothing but Node's own modules: nothing else is there yet. */

const modules = join(home, 'node_modules')

/** Says what happened and what to do, without a stack. */
export class CannotPrepare extends Error {}

/** @param {string} line */
function say(line) {
	process.stdout.write(`${line}\n`)
}

/** @param {string} path */
function readJson(path) {
	try {
		return JSON.parse(readFileSync(path, 'utf8'))
	} catch {
		return null
	}
}

/**
 * True when what is installed is what the lock file says. npm writes its own record last, so an install that was
 * broken off leaves none. Packages for other systems are optional and may be missing.
 */
function isInstalled() {
	const locked = readJson(join(home, 'package-lock.json'))?.packages
	const present = readJson(join(modules, '.package-lock.json'))?.packages
	if (!locked || !present || !hasPinnedNode()) return false
	return Object.entries(locked).every(([path, wanted]) => {
		if (path === '') return true
		const found = present[path]
		if (!found) return wanted.optional === true
		return found.version === wanted.version && found.integrity === wanted.integrity
	})
}

/** Runs the npm that started us, else the one on the path. @param {readonly string[]} args */
function runNpm(args) {
	const npm = process.env.npm_execpath ?? ''
	const all = [...args, '--include=dev', '--no-audit', '--no-fund', '--loglevel=error']
	return /npm[^/\\]*\.c?js$/.test(npm)
		? run(process.execPath, [npm, ...all], { cwd: home, quiet: true })
		: run('npm', all, { cwd: home, quiet: true, shell: process.platform === 'win32' })
}

async function install() {
	say('Installing packages (first start or changed versions; this takes a minute or two) …')
	let done = await runNpm(['ci'])
	// A lock file written where packages for other systems could not be had lacks those, and `ci` then refuses. An
	// install that saves nothing takes the same locked versions and checks the same hashes.
	if (done.code !== 0 && done.output.includes('EUSAGE')) done = await runNpm(['install', '--no-save'])
	if (done.code !== 0) {
		process.stderr.write(`${done.output}\n`)
		throw new CannotPrepare('The packages could not be installed. Check the network and run the command again.')
	}
	if (!hasPinnedNode())
		throw new CannotPrepare(
			'The pinned Node was not installed: its install script did not run. Allow install scripts (npm config set ignore-scripts false), delete node_modules and run the command again.',
		)
}

/** @param {string} path @returns {string[]} every file below, in one order on every system */
function filesBelow(path) {
	return readdirSync(path, { withFileTypes: true })
		.sort((a, b) => (a.name < b.name ? -1 : 1))
		.flatMap((entry) => {
			const full = join(path, entry.name)
			if (entry.isDirectory()) return filesBelow(full)
			return entry.isFile() ? [full] : []
		})
}

const stampFile = join(home, 'dist', '.stamp')

/** One hash over everything that the build reads. */
function sourceStamp() {
	const hash = createHash('sha256')
	const single = ['package.json', 'package-lock.json', 'electron.vite.config.ts', 'tsconfig.json']
	const folders = ['shared', 'src-main', 'src-renderer']
		.map((name) => join(home, name))
		.filter((path) => existsSync(path))
	for (const file of [...single.map((name) => join(home, name)), ...folders.flatMap(filesBelow)]) {
		const content = readFileSync(file)
		hash.update(`${file.slice(home.length)}\0${content.length}\0`).update(content)
	}
	return hash.digest('hex')
}

/** @param {string} stamp */
function isBuilt(stamp) {
	const outputs = ['renderer/index.html', 'main/main.js', 'main/worker.js', 'preload/preload.cjs']
	if (!outputs.every((name) => existsSync(join(home, 'dist', name)))) return false
	return existsSync(stampFile) && readFileSync(stampFile, 'utf8') === stamp
}

/** @param {string} stamp */
async function build(stamp) {
	say('Building …')
	const tool = join(modules, 'electron-vite', 'bin', 'electron-vite.js')
	const done = await run(pinnedNode, [tool, 'build', '--logLevel', 'warn'], { cwd: home, quiet: true })
	if (done.code !== 0) {
		process.stderr.write(`${done.output}\n`)
		throw new CannotPrepare('The program could not be built.')
	}
	mkdirSync(dirname(stampFile), { recursive: true })
	writeFileSync(stampFile, stamp)
}

/**
 * Installs what the lock file says and, if asked, builds what changed since the last build.
 * @param {{ build: boolean }} wants
 * @returns {Promise<{ node: string }>} the pinned Node
 * @throws {CannotPrepare}
 */
export async function prepare(wants) {
	if (!isInstalled()) await install()
	if (wants.build) {
		const stamp = sourceStamp()
		if (!isBuilt(stamp)) await build(stamp)
	}
	return { node: pinnedNode }
}
