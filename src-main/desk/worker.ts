import { parentPort, workerData } from 'node:worker_threads'
import { createDesk } from './desk.ts'
import { serveDesk } from './worker-serve.ts'

/** Entry of the thread that alone opens the store. Started by remote.ts. */
if (parentPort === null) throw new Error('the desk worker runs in a worker thread')
await serveDesk(parentPort, () => createDesk(workerData))
