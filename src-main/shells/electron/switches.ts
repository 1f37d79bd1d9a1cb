/**
 * Command-line switches that open the process to a debugger, weaken the sandbox or the certificate checks, write
 * traffic to a file, or start another program in our place. A name ends a word, or its prefix when it ends in '*'.
 */
const refusedNames = [
	'allow-running-insecure-content',
	'browser-subprocess-path',
	'debug*',
	'disable-namespace-sandbox',
	'disable-seccomp-filter-sandbox',
	'disable-setuid-sandbox',
	'disable-site-isolation*',
	'disable-web-security',
	'enable-blink-features',
	'enable-logging',
	'gpu-launcher',
	'ignore-certificate-errors*',
	'inspect*',
	'js-flags',
	'load-extension',
	'log-net-log',
	'no-sandbox',
	'no-zygote',
	'proxy-pac-url',
	'proxy-server',
	'remote-allow-origins',
	'remote-debugging*',
	'renderer-cmd-prefix',
	'single-process',
	'ssl-key-log-file',
	'unsafely-treat-insecure-origin-as-secure',
	'utility-cmd-prefix',
] as const

/** What an end-to-end test needs, and only in a build that is not packaged. */
const debuggingNames: readonly string[] = ['inspect*', 'remote-debugging*', 'no-sandbox']

function matches(name: string, pattern: string): boolean {
	return pattern.endsWith('*') ? name.startsWith(pattern.slice(0, -1)) : name === pattern
}

/**
 * Chromium takes `--name`, `-name` and, on Windows, `/name`, in any case there; a value follows '='.
 * A lone path such as /inspect is an argument elsewhere, and no harm is done by refusing it too.
 */
function readSwitch(argument: string): { name: string; value: string } | null {
	const found = /^(?:--?|\/)([^=/]+)(?:=(.*))?$/s.exec(argument.trim())
	return found ? { name: (found[1] ?? '').toLowerCase(), value: (found[2] ?? '').toLowerCase() } : null
}

/**
 * @param args every argument the process was given, and those that NODE_OPTIONS adds
 * @param debugging true lets the switches of an end-to-end test pass
 * @returns the rule broken, as safe words without the value given, or null
 */
export function findRefusedSwitch(args: readonly string[], debugging: boolean): string | null {
	for (const argument of args) {
		const given = readSwitch(argument)
		if (given === null) continue
		// "basic" keeps the operating system's key store from being used and seals secrets with a known password.
		if (given.name === 'password-store' && given.value.replaceAll('"', '') === 'basic') return '--password-store=basic'
		const rule = refusedNames.find((pattern) => matches(given.name, pattern))
		if (rule !== undefined && !(debugging && debuggingNames.includes(rule))) return `--${rule}`
	}
	return null
}
