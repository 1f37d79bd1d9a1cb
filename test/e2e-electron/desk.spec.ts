import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { test as base, type ElectronApplication, _electron as electron, expect, type Page } from '@playwright/test'
import { BasePage, firstUser, SetUpPage, SignInPage } from '../support/pages.ts'

const root = join(import.meta.dirname, '../..')

/** One program on a data folder of its own. */
class DeskApp {
	readonly folder = mkdtempSync(join(tmpdir(), 'fieldclaim-electron-'))
	#app: ElectronApplication | null = null

	async start(args: readonly string[] = []): Promise<Page> {
		const env: Record<string, string> = {}
		for (const [name, value] of Object.entries(process.env)) if (value !== undefined) env[name] = value
		// The root user has no sandbox to start in; the switches of a test pass because the program is not packaged.
		const rootArgs = process.platform === 'linux' && process.getuid?.() === 0 ? ['--no-sandbox'] : []
		this.#app = await electron.launch({
			executablePath: process.env.FIELDCLAIM_ELECTRON,
			args: [...rootArgs, ...args, join(root, 'dist/main/main.js')],
			cwd: root,
			env: {
				...env,
				FIELDCLAIM_DATA_DIR: join(this.folder, 'data'),
				FIELDCLAIM_DEBUG: '1',
				XDG_CONFIG_HOME: join(this.folder, 'config'),
			},
		})
		return this.#app.firstWindow()
	}
	get app(): ElectronApplication {
		if (this.#app === null) throw new Error('the program was not started')
		return this.#app
	}
	async stop(): Promise<void> {
		await this.#app?.close()
		this.#app = null
	}
}

const test = base.extend<{ desk: DeskApp }>({
	// biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of the fixtures from this pattern
	desk: async ({}, use) => {
		const desk = new DeskApp()
		await use(desk)
		await desk.stop()
		rmSync(desk.folder, { recursive: true, force: true })
	},
})

async function setUp(page: Page): Promise<void> {
	const setUpPage = new SetUpPage(page)
	await setUpPage.fill()
	await setUpPage.create.click()
	await expect(page.getByRole('heading', { name: 'Claims', exact: true })).toBeVisible()
}

test('R9, R40: set-up to the list, and back in after a restart', async ({ desk }) => {
	await setUp(await desk.start())
	await desk.stop()
	const page = await desk.start()
	await new SignInPage(page).signIn()
	await expect(page.getByRole('heading', { name: 'Claims', exact: true })).toBeVisible()
})

test('H1: the window runs with the hard preferences', async ({ desk }) => {
	const page = await desk.start()
	const window = await desk.app.browserWindow(page)
	const flags = await window.evaluate((shown) => {
		const contents = shown.webContents as unknown as { getLastWebPreferences(): Record<string, unknown> }
		const { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag } = contents.getLastWebPreferences()
		return { contextIsolation, sandbox, webSecurity, nodeIntegration, webviewTag, least: shown.getMinimumSize() }
	})
	expect(flags).toEqual({
		contextIsolation: true,
		sandbox: true,
		webSecurity: true,
		nodeIntegration: false,
		webviewTag: false,
		least: [1024, 640],
	})
})

test('H3, H5, H11: the page has an origin of its own, the bridge and nothing of Node', async ({ desk }) => {
	const page = await desk.start()
	await expect(new SetUpPage(page).create).toBeVisible()
	const found = await page.evaluate(() => {
		const scope = globalThis as unknown as Record<string, unknown>
		const bridge = scope.fieldclaim as { verbs: Record<string, unknown> }
		return {
			origin: (scope.location as { origin: string }).origin,
			node: ['require', 'process', 'Buffer', 'module', 'ipcRenderer'].filter((name) => name in scope),
			bridge: Object.keys(bridge).sort(),
			frozen: Object.isFrozen(bridge) && Object.isFrozen(bridge.verbs),
		}
	})
	expect(found).toEqual({ origin: 'app://desk', node: [], bridge: ['listen', 'verbs'], frozen: true })
	const reached = await page.evaluate(() =>
		fetch('https://example.org/').then(
			() => true,
			() => false,
		),
	)
	expect(reached).toBe(false)
})

test('H20: a session leaves nothing of a person in the profile on the disk', async ({ desk }) => {
	await setUp(await desk.start())
	await desk.stop()
	const config = join(desk.folder, 'config')
	const files = readdirSync(config, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
	for (const entry of files) {
		const content = readFileSync(join(entry.parentPath, entry.name), 'latin1')
		expect(content.includes(firstUser.password), entry.name).toBe(false)
		expect(content.includes(firstUser.displayName), entry.name).toBe(false)
	}
})

test('H25: when the computer sleeps the desk is locked', async ({ desk }) => {
	const page = await desk.start()
	await setUp(page)
	await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('suspend'))
	await desk.app.evaluate(({ powerMonitor }) => powerMonitor.emit('resume'))
	await expect(new BasePage(page).button('Sign in')).toBeVisible()
})

test('H16: a switch that weakens the program keeps it from starting', async ({ desk }) => {
	await expect(desk.start(['--disable-web-security'])).rejects.toThrow()
})
