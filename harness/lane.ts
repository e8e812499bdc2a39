import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parentPort, workerData } from 'node:worker_threads'
import type { Answered, Order, ThreadData } from './model/thread.ts'
import { pulseBeat, pulseDraw, pulseStep } from './model/thread.ts'
import type { Bindings, Encoded } from './model/value.ts'
import type { Toothless } from './model/proof.ts'
import type { PlannedCase } from './model/plan.ts'
import { attempt, type Attempt, type Place } from './attempt.ts'
import { encode } from './execute/drivers/encode.ts'
import { createLiveValues } from './execute/drivers/live.ts'
import { installGuard } from './execute/stage/guard.ts'
import { openStage, type Stage } from './execute/stage/stage.ts'
import { explore } from './explore.ts'
import { excuse } from './excuse.ts'
import { generatorsFor } from './generators/for-seat.ts'
import { hostsOnTheWay } from './execute/backends/hosts-on-the-way.ts'
import { openBackendPlace } from './open-backend-place.ts'
import { teethOf } from './teeth.ts'
import { judgeLate } from './judge/judge-late.ts'

/**
 * The page of a thread: the guard goes up, the SDK is loaded, and from then on one order at a time is carried
 * out: a case explored, or a single draw attempted.
 */
const data = workerData as ThreadData
const port = parentPort
if (port === null) throw new Error('lane.ts runs in a worker thread')

const pulse = new Int32Array(data.pulse)
const beat = (): number => Atomics.add(pulse, pulseBeat, 1)
beat()
setInterval(beat, 100).unref()

/** Records of the case under way that a backend did not remove. */
const left: string[] = []
const guard = installGuard({ allowed: data.access === undefined ? [] : hostsOnTheWay(data.access) })
const stage = await openLane().catch(noStage)
const backend = data.access && (await openBackendPlace(data.access).catch(noStage))
const uncaught = collectUncaught()
const place = await loadSdk()
port.on('message', (order: Order) => void carryOut(order))
if (place !== undefined) say({ kind: 'ready' })

function noStage(error: unknown): never {
  say({ kind: 'no-stage', message: messageOf(error) })
  throw error
}

/** MSW slows every call of its thread by merely listening, so only the lane that needs a host name loads it. */
async function openLane(): Promise<Stage> {
  if (data.lane !== 'host-name') return openStage()
  const { openHostNameStage } = await import('./execute/stage/host-name-stage.ts')
  return openHostNameStage()
}

async function loadSdk(): Promise<Place | undefined> {
  try {
    const sdk = (await import(data.entry)) as Place['sdk']
    return {
      sdk,
      ground: backend === undefined ? { kind: 'stage', stage } : { kind: 'backend', ...backend },
      limitMs: data.limitMs,
      takeEscapes: guard.takeEscapes,
      takeUncaught: uncaught.take,
      fixture: (path) => readFileSync(join(data.fixtures, path)),
      onLeftover: (one) => void left.push(one),
      onStep: (step) => Atomics.store(pulse, pulseStep, step),
    }
  } catch (error) {
    say({ kind: 'load-failed', message: messageOf(error) })
    return undefined
  }
}

function messageOf(error: unknown): string {
  return error instanceof Error ? `${error.name}: ${error.message}` : String(error)
}

async function carryOut(order: Order): Promise<void> {
  try {
    if (order.kind === 'end') return await end()
    const { planned } = order
    Atomics.store(pulse, pulseStep, 0)
    const fault = order.kind === 'teeth' ? undefined : order.fault
    const once = (draw: Bindings): Promise<Attempt> => attemptOne(planned, draw, fault)
    if (order.kind === 'attempt') {
      const { judgement, exchanges } = await once(order.draw)
      return say({ kind: 'attempted', judgement, exchanges })
    }
    if (order.kind === 'teeth') return say({ kind: 'looked-at-teeth', toothless: await lookAtTeeth(planned, once) })
    const generators = generatorsFor(planned.functions)
    const onDraw = (index: number): void => void Atomics.store(pulse, pulseDraw, index)
    const result = await explore({
      planned,
      generators,
      attempt: once,
      now: () => performance.now(),
      onDraw,
      quick: fault !== undefined,
      late: async () => {
        await timersTurn()
        return judgeLate({ caseId: planned.id, escapes: guard.takeEscapes(), uncaught: uncaught.take() })
      },
    })
    const lost = backend && result.verdict === 'violated' ? await backend.whyLost() : undefined
    const leftovers = left.splice(0)
    const told = leftovers.length === 0 ? result : { ...result, leftovers }
    say(lost === undefined ? { kind: 'explored', result: told } : { kind: 'backend-lost', message: lost })
  } catch (error) {
    say({ kind: 'broken', message: error instanceof Error ? (error.stack ?? error.message) : String(error) })
  }
}

/** What no draw that holds has found to be looked at. */
async function lookAtTeeth(planned: PlannedCase, attempt: (draw: Bindings) => Promise<Attempt>): Promise<Toothless[]> {
  const found: Toothless[][] = []
  const looking = async (draw: Bindings): Promise<Attempt> => {
    const attempted = await attempt(draw)
    if (attempted.judgement.kind === 'holds') found.push(teethOf(attempted))
    return attempted
  }
  await explore({
    planned,
    generators: generatorsFor(planned.functions),
    attempt: looking,
    now: () => performance.now(),
  })
  const [first = [], ...others] = found
  const key = ({ step, expectation, path }: Toothless): string => JSON.stringify([step, expectation, path])
  return first.filter((leaf) => others.every((draw) => draw.some((other) => key(other) === key(leaf))))
}

async function attemptOne(planned: PlannedCase, draw: Bindings, fault: string | undefined): Promise<Attempt> {
  if (place === undefined) throw new Error('nothing can be attempted: the SDK did not load')
  // They are many, and an ordinary run has a use for none.
  const planted = fault === undefined ? undefined : (await import('./faults/index.ts')).faults[fault]
  const attempted = await attempt({ ...planned, draw, fault: planted, place })
  if (backend === undefined || attempted.judgement.kind !== 'violated') return attempted
  return excuse({ planned, draw, place, attempted, stage })
}

/**
 * After it, every timer that was set to nothing has run: what it throws belongs to the case that is about to end.
 * Where no timer is set there is none to wait for; a rejection that nobody handles is known after one turn.
 */
function timersTurn(): Promise<void> {
  const timerIsSet = process.getActiveResourcesInfo().includes('Timeout')
  return new Promise((resolve) => (timerIsSet ? setTimeout(resolve, 1) : setImmediate(resolve)))
}

/** Closes what is ours and lets the thread end by itself, so that exit handlers and coverage run. */
async function end(): Promise<void> {
  port?.removeAllListeners('message')
  port?.unref()
  await backend?.close()
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
