import type { CallStep, Step } from '../../model/contract.ts'
import type { Exchange } from '../../model/exchange.ts'
import type { Outcome } from '../../model/outcome.ts'
import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { holdsCallback, listedFrames } from '../../language/listed-frames.ts'
import type { Sockets } from '../sockets/sockets.ts'
import type { Scene } from '../stage/stage.ts'
import { breath, quiet } from './quiet.ts'
import type { Session } from './session.ts'

/** Where a step is watched to its end. */
export interface Draining {
  readonly session: Session
  readonly scene: Scene
  readonly outcome: Outcome
  /** How many exchanges there were before the step. */
  readonly from: number
}

/**
 * Waits until everything that a step has set going is over: its requests, what it opened, the frames and the calls of
 * callbacks that are expected of it. Whoever waits for what does not come waits until the limit of the step.
 */
export async function drained(step: Step, { session, scene, outcome, from }: Draining): Promise<void> {
  await scene.settled()
  const { sockets } = scene
  if (sockets !== undefined) await opened(step, { session, outcome, sockets })
  if (sockets !== undefined) await framesIn({ step, sockets, exchanges: scene.exchanges, from })
  const awaited = expectedCalls(step)
  const overSockets = sockets?.isOpen() ?? false
  if (awaited !== undefined) {
    await (overSockets ? session.callbacks.heard(awaited) : Promise.race([session.callbacks.heard(awaited), quiet()]))
  }
  if (overSockets) await sockets?.delivered()
}

/** What returned at once may have set a socket going, closed one, or opened another in its place. */
async function opened(
  step: Step,
  { session, outcome, sockets }: Pick<Draining, 'session' | 'outcome'> & { sockets: Sockets },
): Promise<void> {
  if (subscribes(step, outcome)) return sockets.joined(session.nameOf(step.on))
  if (outcome.kind !== 'returned' || !sockets.isOpen()) return
  await breath()
  await sockets.arrived()
}

/**
 * A call that is handed a callback and gives a function back has its callback hear of what happens from now on: it is
 * over when the platform has heard of it.
 */
function subscribes(step: Step, outcome: Outcome): step is CallStep {
  if (step.kind !== 'call' || outcome.kind !== 'returned' || !isObject(outcome.value)) return false
  return holdsCallback(step.with as Encoded) && Object.hasOwn(outcome.value, '$function')
}

/** As many frames of each kind as are listed, then whatever else leaves in the same breath. */
async function framesIn({
  step,
  sockets,
  exchanges,
  from,
}: {
  step: Step
  sockets: Sockets
  exchanges: readonly Exchange[]
  from: number
}): Promise<void> {
  const listed = listedFrames(step.expect.sends)
  if (listed.length === 0) return
  const seen = (kind: string): number => exchanges.slice(from).filter(({ frame }) => frame?.kind === kind).length
  const missing = (): boolean => listed.some((kind) => seen(kind) < listed.filter((one) => one === kind).length)
  while (missing()) await sockets.nextFrame()
  await breath()
}

/** In the order in which they are expected, or in any. */
type Calls = readonly unknown[] | { readonly $unordered: readonly unknown[] }

function expectedCalls({ expect }: Step): Record<string, number> | undefined {
  if (expect.notifies === undefined) return undefined
  const listed = Object.entries(expect.notifies as Record<string, Calls>)
  return Object.fromEntries(
    listed.map(([name, calls]) => [name, ('$unordered' in calls ? calls.$unordered : calls).length]),
  )
}
