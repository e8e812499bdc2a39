import { Worker } from 'node:worker_threads'
import type { Answered, Order, ThreadData } from '../../model/thread.ts'
import { pulseBeat, pulseDraw, pulseStep } from '../../model/thread.ts'

/** A thread that an SDK runs in, watched: a hang, a crash or `process.exit` costs one order, never the run. */
export interface Thread {
  /** Carries out one order. A thread that dies or blocks answers with how it went. */
  order: (order: Order) => Promise<Answered | Death>
  /** Asks it to end, so that exit handlers and coverage work; ends it after {@link graceMs}. */
  end: () => Promise<void>
}

/** How a thread came to its end before it answered. */
export interface Death {
  readonly kind: 'died'
  readonly how: 'exit' | 'uncaught' | 'blocked'
  readonly detail: string
  readonly draw: number
  readonly step: number
}

const graceMs = 500
/**
 * Left alone, V8 lets the young generation of a thread in such a loop grow to several hundred MB before it looks at it
 * again (measured: 656 MB for two threads, 316 MB with 16 MB each, at the same speed). The old generation is far above
 * what any SDK needs; one that fills it loses its thread, not the run.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 16, maxOldGenerationSizeMb: 1024 }
/** No beat of the event loop for so long: a synchronous loop. Far above a pause of a loaded machine. */
const blockedMs = 6000
const lookMs = 500

/** Starts a thread and waits until its SDK is loaded, or is known not to load. */
export async function startThread({
  script,
  data,
  environment,
}: {
  script: URL
  data: Omit<ThreadData, 'pulse'>
  environment: NodeJS.ProcessEnv
}): Promise<{ thread: Thread; loaded: Answered | Death }> {
  const pulse = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
  const workerData: ThreadData = { ...data, pulse: pulse.buffer as SharedArrayBuffer }
  const worker = new Worker(script, { workerData, env: withoutLoopbackProxy(environment), stdout: true, stderr: true, resourceLimits })
  worker.stdout.resume()
  worker.stderr.resume()
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))

  const thread: Thread = {
    order(order) {
      const answer = listen(worker, pulse)
      worker.postMessage(order)
      return answer
    },
    async end() {
      worker.postMessage({ kind: 'end' } satisfies Order)
      const timer = setTimeout(() => void worker.terminate(), graceMs)
      await exited
      clearTimeout(timer)
    },
  }
  return { thread, loaded: await listen(worker, pulse) }
}

/** The next answer of a thread, or its death. */
function listen(worker: Worker, pulse: Int32Array): Promise<Answered | Death> {
  return new Promise((resolve) => {
    const stop = watch(pulse, () => {
      settle(death('blocked', `its event loop did not turn for ${blockedMs} ms`))
      void worker.terminate()
    })
    const death = (how: Death['how'], detail: string): Death => ({
      kind: 'died',
      how,
      detail,
      draw: Atomics.load(pulse, pulseDraw),
      step: Atomics.load(pulse, pulseStep),
    })
    const onMessage = (answered: Answered): void => settle(answered)
    const onError = (error: unknown): void =>
      settle(death('uncaught', error instanceof Error ? error.message : String(error)))
    const onExit = (code: number): void => settle(death('exit', `the thread ended with exit code ${code}`))
    const settle = (answer: Answered | Death): void => {
      stop()
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}

/** Looks at the beats of a thread; calls when they have stopped. */
function watch(pulse: Int32Array, onBlocked: () => void): () => void {
  let beat = Atomics.load(pulse, pulseBeat)
  let since = performance.now()
  const timer = setInterval(() => {
    const now = Atomics.load(pulse, pulseBeat)
    if (now !== beat) {
      beat = now
      since = performance.now()
    } else if (performance.now() - since > blockedMs) onBlocked()
  }, lookMs)
  return () => clearInterval(timer)
}

/** The environment reaches the SDK; but a proxy set there must not stand between it and the stage. */
function withoutLoopbackProxy(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const none = [environment['NO_PROXY'] ?? environment['no_proxy'], '127.0.0.1', 'localhost'].filter(Boolean).join(',')
  return { ...environment, NO_PROXY: none, no_proxy: none }
}
