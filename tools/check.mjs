import { home } from './home.mjs'
import { prepare } from './prepare.mjs'

/** npm run check: what changes nothing and needs no browser. Types, lint, ladder, dead code, length, skips, unit tests. */
await prepare({ build: false })
const { runStaticChecks } = await import('./checks/static.mjs')
const { runVitest } = await import('./checks/vitest.mjs')

const still = await runStaticChecks(home)
const unit = await runVitest(['--project', 'unit'])
console.log(`${unit.failed === 0 ? 'ok    ' : 'FAILED'} unit tests: ${unit.passed} passed, ${unit.failed} failed`)
process.exitCode = still.failed + unit.failed === 0 ? 0 : 1
