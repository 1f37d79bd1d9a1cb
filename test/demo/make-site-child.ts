import { makeSite } from '../../src-main/demo/site.ts'

/** Makes a demo site and says when it is halfway, for tests that kill it there. */
let said = false
await makeSite(process.argv[2] as string, {
	count: 2_000,
	kdf: { m: 65_536, t: 2, p: 1 },
	onProgress(share) {
		if (share < 0.3 || said) return
		said = true
		process.stdout.write('halfway\n')
	},
})
