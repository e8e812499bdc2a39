import type { Step } from '../../model/contract.ts'
import type { Bindings } from '../../model/value.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Escape, Observation, Outcome } from '../../model/outcome.ts'
import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import type { Terminal } from '../backends/terminal.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import type { Scene } from '../stage/stage.ts'
import { drained } from './drain.ts'
import { perform } from './perform.ts'
import type { Performance, Performed } from './performance.ts'
import type { Session } from './session.ts'
import { startDeadline } from './settle.ts'

/** What a step needs around it. */
export interface Surroundings {
  readonly session: Session
  readonly scene: Scene
  readonly limitMs: number
  readonly lockstep: Lockstep | undefined
  readonly onRead: () => void
  /** Called when all but one of the steps started together have ended, and every one of them reached its function. */
  readonly onAlone: () => void
  /** The port is closed while the step runs. */
  readonly refused: boolean
  /** Of a backend that runs here: what it prints. */
  readonly terminal?: Terminal | undefined
  readonly takeEscapes: () => Escape[]
  readonly takeUncaught: () => Encoded[]
}

/**
 * Performs a step and gathers everything that was seen during it: from the start of the action until its
 * outcome is settled, its requests are complete and its callbacks have been called.
 */
export async function observe(step: Step, bindings: Bindings, around: Surroundings): Promise<Observation> {
  const { session, scene } = around
  const from = scene.exchanges.length
  const printedFrom = around.terminal?.position() ?? 0
  const deadline = startDeadline(around.limitMs, scene.isWaiting)
  const performance: Performance = { session, bindings, deadline, lockstep: around.lockstep, onRead: around.onRead }
  if (around.refused) await scene.refuse()
  const performed = await performAll(step, performance, { ...around, from })
  const outcome = performed.length === 1 ? (performed[0] as Performed).outcome : joint(performed)
  if (outcome.kind !== 'timed-out') {
    await Promise.race([drained(step, { session, scene, outcome, from }), deadline.passed])
    await printedAll(step, { ...around, from: printedFrom })
  }
  deadline.cancel()
  if (step.kind === 'together') settleOrder(scene.exchanges, from)
  if (around.refused) await scene.restore()
  await turn()
  return {
    outcome,
    exchanges: scene.exchanges.slice(from),
    streamed: performed.flatMap(({ streamed }) => streamed),
    notified: await session.callbacks.take(),
    ...(step.expect.prints !== undefined && { printed: (await around.terminal?.since(printedFrom)) ?? [] }),
    escapes: around.takeEscapes(),
    uncaught: around.takeUncaught(),
    ...(step.kind === 'together' && { parts: performed.map((part) => part.outcome) }),
  }
}

/**
 * Requests of steps that overlap arrive in any order, which no contract looks at: they are kept in one that is the same
 * in every run, so that a replay shows what the report showed.
 */
function settleOrder(exchanges: Exchange[], from: number): void {
  const overlapping = exchanges.splice(from)
  exchanges.push(...overlapping.sort((a, b) => compare(placeOf(a), placeOf(b))))
}

/** In front of a backend and behind it the order tells which belong together. */
function placeOf({ seat, client, request }: Exchange): string {
  return seat === undefined ? [client, request.method, request.target].join(' ') : ''
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0
}

/** One turn of the event loop: only after it is known whether a rejection was left for nobody to handle. */
function turn(): Promise<void> {
  return new Promise((resolve) => setImmediate(resolve))
}

async function performAll(step: Step, performance: Performance, around: Started): Promise<Performed[]> {
  if (step.kind !== 'together') return [await perform(step, performance)]
  let pending = step.steps.length
  return Promise.all(
    step.steps.map(async (part) => {
      const performed = await perform(part, performance)
      pending--
      if (pending === 1) whenReceived(step.steps.length, around)
      return performed
    }),
  )
}

interface Started extends Pick<Surroundings, 'scene' | 'onAlone'> {
  /** How many exchanges there were before. */
  readonly from: number
}

/** One that is still on its way to its function would be called off before anybody could have kept it waiting. */
function whenReceived(count: number, around: Started): void {
  const { scene, from, onAlone } = around
  if (scene.exchanges.slice(from).filter(({ received }) => received !== undefined).length >= count) onAlone()
  else scene.onReceived(() => whenReceived(count, around))
}

/** Of steps started together: the worst that happened, so that a hang is not lost. */
function joint(performed: readonly Performed[]): Outcome {
  const hung = performed.find(({ outcome }) => outcome.kind === 'timed-out')
  return hung?.outcome ?? { kind: 'resolved', value: { $value: 'undefined' } }
}

/** How long lines may take from a function's process to the terminal of the backend. */
const printingMs = 2000

/** Waits for as many lines as are expected; which ones they are is for the judge. */
async function printedAll(
  { expect: { prints } }: Step,
  { terminal, from }: Pick<Surroundings, 'terminal'> & { from: number },
): Promise<void> {
  if (prints === undefined) return
  const listed = isObject(prints) && Array.isArray(prints['$includes']) ? prints['$includes'].length : 1
  await terminal?.grown({ from, lines: listed, withinMs: printingMs })
}
