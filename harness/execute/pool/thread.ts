import { getCompileCacheDir } from 'node:module'
import { dirname } from 'node:path'
import { Worker } from 'node:worker_threads'
import type { Answered, Order, ThreadData } from '../../model/thread.ts'
import { pulseDraw, pulseStep } from '../../model/thread.ts'
import type { Limits } from './limits.ts'
import { watch } from './watch.ts'

/** A thread that an SDK runs in, watched: a hang, a crash or `process.exit` costs one order, never the run. */
export interface Thread {
  /** Carries out one order. A thread that dies or blocks answers with how it went. */
  order: (order: Order) => Promise<Answered | Death>
  /** False once it has ended, for whatever reason. */
  alive: () => boolean
  /** Asks it to end, so that exit handlers and coverage work; ends it after {@link Limits.graceMs}. */
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

/**
 * Left alone, V8 lets the young generation of a thread in such a loop grow to several hundred MB before it looks at it
 * again (measured: 656 MB for two threads, 315 MB with 8 MB each, 430 MB and a quarter faster with 48). The old generation is far above
 * what any SDK needs; one that fills it loses its thread, not the run.
 */
const resourceLimits = { maxYoungGenerationSizeMb: 48, maxOldGenerationSizeMb: 1024 }

/** Starts a thread and waits until its SDK is loaded, or is known not to load. */
export async function startThread({
  script,
  data,
  environment,
  limits,
}: {
  script: URL
  data: Omit<ThreadData, 'pulse'>
  environment: NodeJS.ProcessEnv
  limits: Limits
}): Promise<{ thread: Thread; loaded: Answered | Death }> {
  const pulse = new Int32Array(new SharedArrayBuffer(3 * Int32Array.BYTES_PER_ELEMENT))
  const workerData: ThreadData = { ...data, pulse: pulse.buffer as SharedArrayBuffer }
  const env = withCompileCache(withoutLoopbackProxy(environment))
  const worker = new Worker(script, { workerData, env, stdout: true, stderr: true, resourceLimits })
  worker.stdout.resume()
  worker.stderr.resume()
  // Without a listener that stays, an error while nobody waits for an answer would end this process.
  worker.on('error', () => undefined)
  const exited = new Promise<void>((resolve) => worker.once('exit', () => resolve()))
  let alive = true
  void exited.then(() => (alive = false))
  const hear = async (withinMs?: number): Promise<Answered | Death> => {
    const answer = await listen({ worker, pulse, limits, withinMs })
    if (answer.kind === 'died') alive = false
    return answer
  }

  const thread: Thread = {
    order(order) {
      const answer = hear()
      worker.postMessage(order)
      return answer
    },
    alive: () => alive,
    async end() {
      if (!alive) return
      worker.postMessage({ kind: 'end' } satisfies Order)
      const timer = setTimeout(() => void worker.terminate(), limits.graceMs)
      await exited
      clearTimeout(timer)
    },
  }
  return { thread, loaded: await hear(limits.loadMs) }
}

/** The next answer of a thread, or its death. */
function listen({
  worker,
  pulse,
  limits,
  withinMs,
}: {
  worker: Worker
  pulse: Int32Array
  limits: Limits
  /** Only loading has a limit: a thread that explores may take as long as its case has draws. */
  withinMs: number | undefined
}): Promise<Answered | Death> {
  return new Promise((resolve) => {
    const death = (how: Death['how'], detail: string): Death => ({
      kind: 'died',
      how,
      detail,
      draw: Atomics.load(pulse, pulseDraw),
      step: Atomics.load(pulse, pulseStep),
    })
    const giveUp = (detail: string): void => {
      settle(death('blocked', detail))
      void worker.terminate()
    }
    const stop = watch({ pulse, limits, withinMs, giveUp })
    const onMessage = (answered: Answered): void => settle(answered)
    const onError = (error: unknown): void =>
      settle(death('uncaught', error instanceof Error ? error.message : String(error)))
    const onExit = (code: number): void => settle(death('exit', exitWords(code)))
    const settle = (answer: Answered | Death): void => {
      stop()
      worker.off('message', onMessage).off('error', onError).off('exit', onExit)
      resolve(answer)
    }
    worker.on('message', onMessage).on('error', onError).on('exit', onExit)
  })
}

/** 13 is Node's own: nothing was left that could have gone on. */
function exitWords(code: number): string {
  const ended = `the thread ended with exit code ${code}`
  return code === 13 ? `${ended}: a top-level await never settled` : ended
}

/** The environment reaches the SDK; but a proxy set there must not stand between it and the stage. */
function withoutLoopbackProxy(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const none = [environment['NO_PROXY'] ?? environment['no_proxy'], '127.0.0.1', 'localhost'].filter(Boolean).join(',')
  return { ...environment, NO_PROXY: none, no_proxy: none }
}

/** A thread does not share the compile cache of its process, unless it is told of it: a third of what its start costs. */
function withCompileCache(environment: NodeJS.ProcessEnv): NodeJS.ProcessEnv {
  const folder = getCompileCacheDir()
  return folder === undefined ? environment : { NODE_COMPILE_CACHE: dirname(folder), ...environment }
}
