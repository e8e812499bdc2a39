import type { Bindings } from './model/value.ts'
import type { Judgement, Violation } from './model/verdict.ts'
import type { PlannedCase } from './model/plan.ts'
import { checkDraws, drawsAnything } from './draw.ts'
import type { Attempted, Exploration } from './explore.ts'
import { tokenOf, type Origin } from './replay.ts'
import { writtenHistory } from './steps-of.ts'

/** A way of failing: the first draw that failed in it, and how many did. */
export interface Failure {
  readonly fingerprint: string
  readonly draw: Bindings
  readonly attempted: Attempted
  readonly origin: Origin
  /** Its place among the draws; undefined: it is none of them, but a witness or what came late. */
  readonly index?: number
  draws: number
}

/** Making a counterexample smaller may take so many attempts, and so long where each of them costs a thread. */
const mostAttempts = 2000
const mostMs = 10_000

/** Made as small as it gets within its fingerprint: else shrinking slips from one bug to another. */
export async function shrink(exploration: Exploration, failure: Failure): Promise<Violation> {
  const { planned, attempt, now } = exploration
  if (!isShrinkable(exploration, failure)) return violationFrom(failure, planned)
  const end = now() + mostMs
  let smallest: Pick<Failure, 'draw' | 'attempted'> = failure
  let attempts = 0
  const { path, shrinks } = await checkDraws({
    drawing: exploration,
    at: String(failure.index),
    async predicate(draw) {
      // The first is the failure itself, which is known. What is left when the time is up counts as no smaller.
      if (attempts++ === 0) return false
      if (attempts > mostAttempts || now() > end) return true
      const attempted = await attempt(draw)
      const { judgement } = attempted
      if (judgement.kind !== 'violated' || judgement.fingerprint !== failure.fingerprint) return true
      smallest = { draw, attempted }
      return false
    },
  })
  const origin = { kind: 'path', path: path ?? String(failure.index) } as const
  return { ...violationFrom({ ...failure, ...smallest, origin }, planned), shrinks }
}

/** A hang costs its whole limit every time, so a smaller one is not looked for. */
function isShrinkable(exploration: Exploration, { index, attempted: { judgement } }: Failure): boolean {
  const { planned, quick } = exploration
  if (quick === true || planned.pinned !== undefined || index === undefined || !drawsAnything(exploration)) return false
  return !isHang(judgement)
}

/** One of them says enough, and costs its whole limit. */
function isHang(judgement: Judgement): boolean {
  if (judgement.kind !== 'violated') return false
  const { kind, observedClass } = judgement.mismatch
  return kind === 'timed-out' || (kind === 'crashed' && observedClass === 'blocked')
}

function violationFrom({ fingerprint, draw, attempted, origin, draws }: Failure, planned: PlannedCase): Violation {
  const { judgement, exchanges } = attempted
  if (judgement.kind !== 'violated') throw new Error('only a violation is made smaller')
  const { step, mismatch, blame } = judgement
  const replay = tokenOf({ planned, origin, draw })
  const steps = writtenHistory(planned.contract, draw)?.slice(0, step + 1)
  return {
    fingerprint,
    step,
    mismatch,
    counterexample: draw,
    exchanges,
    replay,
    ...(steps && { history: steps }),
    ...(blame && { blame }),
    draws,
    shrinks: 0,
  }
}
