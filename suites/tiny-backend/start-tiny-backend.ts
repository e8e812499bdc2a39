import { once } from 'node:events'
import { Worker } from 'node:worker_threads'
import type { TinyBackendOptions } from './options.ts'

/** A running backend: where it is, and how it ends. */
export interface TinyBackend {
  readonly url: string
  readonly close: () => Promise<void>
}

/**
 * A second backend, for tests: it honours the functions profile as the documents tell it, by Node alone. It has a thread
 * for itself, because functions want a global `Deno`, modules by `npm:`, and may do what they like.
 */
export async function startTinyBackend(options: TinyBackendOptions): Promise<TinyBackend> {
  const worker = new Worker(new URL('./thread.ts', import.meta.url), {
    workerData: options,
    stdout: true,
    stderr: true,
  })
  // What functions print is nobody's result; unread it would fill up.
  worker.stdout.resume()
  worker.stderr.resume()
  const [url] = (await once(worker, 'message')) as [string]
  return { url, close: async () => void (await worker.terminate()) }
}
