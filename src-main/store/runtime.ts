/** The oldest Node that the database binary runs on; on older ones it crashes the process instead of failing. */
const oldest = 22

/**
 * Called before anything opens a database. Importing the database package is harmless, its binary is loaded by the
 * first open.
 * @param version as in process.versions.node
 * @throws Error with words for the person who started the program
 */
export function assertRuntime(version: string = process.versions.node): void {
	const major = Number.parseInt(version, 10)
	if (major >= oldest) return
	throw new Error(
		`FieldClaim needs Node ${oldest} or newer and was started with Node ${version}. ` +
			'Start it with "npm start", which uses the Node that is installed with it.',
	)
}
