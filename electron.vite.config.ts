import react from '@vitejs/plugin-react'
import { defineConfig } from 'electron-vite'

/** Electron's main process and worker, its preload script, and the pages that both shells serve. */
export default defineConfig({
	main: {
		build: {
			outDir: 'dist/main',
			sourcemap: false,
			rolldownOptions: {
				// The worker is a file of its own beside main.js: src-main/desk/remote.ts starts it by that name.
				input: { main: 'src-main/shells/electron/main.ts', worker: 'src-main/desk/worker.ts' },
				output: { entryFileNames: '[name].js', chunkFileNames: 'chunks/[name]-[hash].js' },
			},
		},
	},
	preload: {
		build: {
			outDir: 'dist/preload',
			sourcemap: false,
			// A sandboxed preload script is CommonJS in one file and can require nothing but electron.
			externalizeDeps: false,
			rolldownOptions: {
				input: { preload: 'src-main/shells/electron/preload.ts' },
				output: { format: 'cjs', entryFileNames: '[name].cjs', codeSplitting: false },
			},
		},
	},
	renderer: {
		root: 'src-renderer',
		plugins: [react()],
		build: {
			outDir: 'dist/renderer',
			sourcemap: false,
			minify: true,
			// The page's policy allows no data: addresses.
			assetsInlineLimit: 0,
			rolldownOptions: { input: 'src-renderer/index.html' },
		},
	},
})
