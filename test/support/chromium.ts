import { existsSync, mkdirSync, mkdtempSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { chromium as playwrightChromium } from '@playwright/test'

/** A real Chromium and how to start it. `from` says where it was found. */
export type Browser = { path: string; args: string[]; env: Record<string, string>; from: string }

const systemPaths: Readonly<Partial<Record<NodeJS.Platform, readonly string[]>>> = {
	linux: [
		'/usr/bin/google-chrome-stable',
		'/usr/bin/google-chrome',
		'/usr/bin/chromium',
		'/usr/bin/chromium-browser',
		'/snap/bin/chromium',
		'/usr/bin/microsoft-edge',
	],
	darwin: [
		'/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
		'/Applications/Chromium.app/Contents/MacOS/Chromium',
		'/Applications/Microsoft Edge.app/Contents/MacOS/Microsoft Edge',
	],
	win32: ['PROGRAMFILES', 'PROGRAMFILES(X86)', 'LOCALAPPDATA'].flatMap((name) =>
		process.env[name]
			? [
					join(process.env[name], 'Google/Chrome/Application/chrome.exe'),
					join(process.env[name], 'Microsoft/Edge/Application/msedge.exe'),
				]
			: [],
	),
}

/** Root has no sandbox to drop into; nothing here may call home or ask questions. */
function launchArgs(): string[] {
	const args = [
		'--disable-background-networking',
		'--disable-component-update',
		'--disable-default-apps',
		'--disable-domain-reliability',
		'--disable-sync',
		'--no-default-browser-check',
		'--no-first-run',
		'--no-pings',
	]
	if (process.platform === 'linux') args.push('--disable-dev-shm-usage')
	if (process.getuid?.() === 0) args.push('--no-sandbox')
	return args
}

const found = (path: string, from: string): Browser => ({ path, args: launchArgs(), env: {}, from })

/**
 * Unpacks the Chromium that the package @sparticuz/chromium carries for Linux x64, with the libraries it needs.
 * It is unpacked under node_modules and moved into place whole: the package's own place, a fixed name in the common
 * temporary folder, could be half written or somebody else's.
 */
export async function packagedChromium(): Promise<Browser> {
	const cache = join(import.meta.dirname, '../../node_modules/.cache')
	const place = join(cache, 'fieldclaim-chromium')
	if (!existsSync(join(place, 'chromium'))) {
		mkdirSync(cache, { recursive: true })
		const fresh = mkdtempSync(join(cache, 'chromium-'))
		const before = { tmp: process.env.TMPDIR, runtime: process.env.AWS_LAMBDA_JS_RUNTIME }
		// The package unpacks into the temporary folder, and its libraries only where it believes to be in a lambda.
		process.env.TMPDIR = fresh
		process.env.AWS_LAMBDA_JS_RUNTIME = 'nodejs24.x'
		try {
			const { default: packaged } = await import('@sparticuz/chromium')
			await packaged.executablePath()
		} finally {
			restore('TMPDIR', before.tmp)
			restore('AWS_LAMBDA_JS_RUNTIME', before.runtime)
		}
		try {
			renameSync(fresh, place)
		} catch (error) {
			// Another run may have been quicker.
			rmSync(fresh, { recursive: true, force: true })
			if (!existsSync(join(place, 'chromium'))) throw error
		}
	}
	writeFontList(place)
	const browser = found(join(place, 'chromium'), '@sparticuz/chromium')
	if (!browser.args.includes('--no-sandbox')) browser.args.push('--no-sandbox')
	browser.args.push('--no-zygote', '--disable-gpu', '--font-render-hinting=none')
	browser.env.LD_LIBRARY_PATH = join(place, 'al2023', 'lib')
	browser.env.FONTCONFIG_PATH = join(place, 'fonts')
	return browser
}

/**
 * Names the fonts that came along and those of the machine. The package's own list names fixed folders elsewhere, and
 * without any font all text has no height, so that nothing counts as visible.
 */
function writeFontList(place: string): void {
	const plain = (path: string) => path.replace(/[&<]/g, (sign) => (sign === '&' ? '&amp;' : '&lt;'))
	const list =
		'<?xml version="1.0"?>\n<!DOCTYPE fontconfig SYSTEM "fonts.dtd">\n<fontconfig>' +
		`<dir>${plain(join(place, 'fonts'))}</dir><dir>/usr/share/fonts</dir>` +
		`<cachedir>${plain(join(place, 'fonts-cache'))}</cachedir></fontconfig>\n`
	const file = join(place, 'fonts', 'fonts.conf')
	if (!existsSync(file) || readFileSync(file, 'utf8') !== list) writeFileSync(file, list)
}

function restore(name: string, value: string | undefined): void {
	if (value === undefined) delete process.env[name]
	else process.env[name] = value
}

/**
 * A real Chromium: the one FIELDCLAIM_CHROMIUM names, else Playwright's own, else the machine's, else the packaged one.
 * Without any, the tests stop: a browser test that does not run has not passed.
 */
export async function findChromium(): Promise<Browser> {
	const named = process.env.FIELDCLAIM_CHROMIUM
	if (named) {
		if (!existsSync(named)) throw new Error(`FIELDCLAIM_CHROMIUM names a file that does not exist: ${named}`)
		return found(named, 'FIELDCLAIM_CHROMIUM')
	}
	const own = playwrightChromium.executablePath()
	if (own && existsSync(own)) return found(own, 'Playwright')
	const system = systemPaths[process.platform]?.find((path) => existsSync(path))
	if (system) return found(system, 'this machine')
	if (process.platform === 'linux' && process.arch === 'x64') return packagedChromium()
	throw new Error(
		'No Chromium found. Install Chrome, Chromium or Edge, or run "npx playwright install chromium", ' +
			'or set FIELDCLAIM_CHROMIUM to the path of one.',
	)
}
