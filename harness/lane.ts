import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Answered, Order, ThreadData } from './model/thread.ts'
import { pulseBeat, pulseDraw, pulseStep } from './model/thread.ts'
import type { Encoded } from './model/value.ts'
import type { PlannedCase } from './model/plan.ts'
import { attempt, type Attempt, type Place } from './attempt.ts'
import { encode } from './execute/drivers/encode.ts'
import { createLiveValues } from './execute/drivers/live.ts'
import { installGuard } from './execute/stage/guard.ts'
import { openStage, type Stage } from './execute/stage/stage.ts'
import { explore } from './explore.ts'
import { faults } from './faults/index.ts'
import { generators } from './generators/index.ts'

/**
 * The page of a thread: the guard goes up, the SDK is loaded, and from then on one order at a time is carried
 * out: a case explored, or a single draw attempted.
 */
const data = workerData as ThreadData
const port = parentPort
if (port === null) throw new Error('lane.ts runs in a worker thread')

const pulse = new Int32Array(data.pulse)
setInterval(() => Atomics.add(pulse, pulseBeat, 1), 100).unref()

const guard = installGuard()
const stage = await openLane()
const uncaught = collectUncaught()
const place = await loadSdk()
port.on('message', (order: Order) => void carryOut(order))
if (place !== undefined) say({ kind: 'ready' })

/** MSW slows every call of its thread by merely listening, so only the lane that needs a host name loads it. */
async function openLane(): Promise<Stage> {
  if (data.lane === 'loopback') return openStage()
  const { openHostNameStage } = await import('./execute/stage/host-name-stage.ts')
  return openHostNameStage()
}

async function loadSdk(): Promise<Place | undefined> {
  try {
    const sdk = (await import(data.entry)) as Place['sdk']
    return {
      sdk,
      stage,
      wire: data.wire,
      limitMs: data.limitMs,
      takeEscapes: guard.takeEscapes,
      takeUncaught: uncaught.take,
      fixture: (path) => readFileSync(join(data.fixtures, path)),
      onStep: (step) => Atomics.store(pulse, pulseStep, step),
    }
  } catch (error) {
    say({ kind: 'load-failed', message: error instanceof Error ? `${error.name}: ${error.message}` : String(error) })
    return undefined
  }
}

async function carryOut(order: Order): Promise<void> {
  try {
    if (order.kind === 'end') return await end()
    const { planned } = order
    const once = (draw: PlannedCase['witnesses'][string]): Promise<Attempt> => attemptOne(planned, draw, order.fault)
    if (order.kind === 'attempt') {
      const { judgement, exchanges } = await once(order.draw)
      return say({ kind: 'attempted', judgement, exchanges })
    }
    const onDraw = (index: number): void => void Atomics.store(pulse, pulseDraw, index)
    const result = await explore({
      planned,
      generators,
      attempt: once,
      now: () => performance.now(),
      onDraw,
      quick: order.fault !== undefined,
    })
    say({ kind: 'explored', result })
  } catch (error) {
    say({ kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

function attemptOne(
  planned: PlannedCase,
  draw: PlannedCase['witnesses'][string],
  fault: string | undefined,
): Promise<Attempt> {
  if (place === undefined) throw new Error('nothing can be attempted: the SDK did not load')
  return attempt({ ...planned, draw, fault: fault === undefined ? undefined : faults[fault], place })
}

/** Closes what is ours and lets the thread end by itself, so that exit handlers and coverage run. */
async function end(): Promise<void> {
  port?.removeAllListeners('message')
  port?.unref()
  await stage.close()
}

/** Errors that an SDK leaves for nobody to catch would end the thread; here they are evidence. */
function collectUncaught(): { take: () => Encoded[] } {
  let caught: Encoded[] = []
  const keep = (error: unknown): void => void encode(error, createLiveValues()).then((encoded) => caught.push(encoded))
  process.on('unhandledRejection', keep)
  process.on('uncaughtException', keep)
  return {
    take() {
      const taken = caught
      caught = []
      return taken
    },
  }
}

function say(answered: Answered): void {
  port?.postMessage(answered)
}
