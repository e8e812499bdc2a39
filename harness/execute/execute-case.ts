import type { Answered } from '../model/thread.ts'
import type { Bindings } from '../model/value.ts'
import type { Inapplicable, PlannedCase } from '../model/plan.ts'
import type { CaseResult, Judgement } from '../model/verdict.ts'
import type { Exchange } from '../model/exchange.ts'
import type { Pool } from './pool/pool.ts'
import type { Death } from './pool/thread.ts'

/** The backend that is judged does not answer any more: nothing that is seen from here on says anything about it. */
export class BackendLost extends Error {
  override readonly name = 'BackendLost'
}

/** What a single draw came to, wherever it ran. */
export interface RemoteAttempt {
  readonly judgement: Judgement
  readonly exchanges: readonly Exchange[]
}

export interface ExecuteOptions {
  readonly planned: PlannedCase
  readonly pool: Pool
  readonly fault?: string
  /** Cases that have not begun when this is aborted never begin. */
  readonly stop: AbortSignal
  /** Makes a judgement of a thread's death. */
  readonly judgeDeath: (death: Death, planned: PlannedCase, draw: Bindings) => Judgement
  /** The same exploration, steered from here: for a case in which threads die. */
  readonly exploreRemotely: (
    planned: PlannedCase,
    attempt: (draw: Bindings) => Promise<RemoteAttempt>,
  ) => Promise<CaseResult>
}

/**
 * Has a case explored by a thread. Where the thread dies of it, the draws are handed out one by one, so that
 * the one that kills is known and can be made smaller.
 */
export async function executeCase(options: ExecuteOptions): Promise<CaseResult | undefined> {
  const { planned, pool, fault, stop } = options
  if (planned.inapplicable !== undefined) return inapplicable(planned.inapplicable)
  const answered = await pool.order({ kind: 'explore', planned, ...(fault !== undefined && { fault }) }, stop)
  if (answered === undefined) return undefined
  if (answered.kind === 'explored') return answered.result
  if (answered.kind === 'backend-lost') throw new BackendLost(answered.message)
  if (answered.kind === 'died') return options.exploreRemotely(planned, (draw) => attemptRemotely(options, draw))
  throw ourMistake(answered)
}

async function attemptRemotely(
  { planned, pool, fault, judgeDeath }: ExecuteOptions,
  draw: Bindings,
): Promise<RemoteAttempt> {
  const answered = await pool.order({ kind: 'attempt', planned, draw, ...(fault !== undefined && { fault }) })
  if (answered === undefined) throw new Error('an attempt cannot be called off')
  if (answered.kind === 'attempted') return { judgement: answered.judgement, exchanges: answered.exchanges }
  if (answered.kind === 'died') return { judgement: judgeDeath(answered, planned, draw), exchanges: [] }
  throw ourMistake(answered)
}

function inapplicable({ reason, owner }: Inapplicable): CaseResult {
  return {
    verdict: 'inapplicable',
    reason,
    owner,
    runs: 0,
    violations: [],
    witnessed: {},
    classes: {},
    calls: 0,
    durationMs: 0,
  }
}

function ourMistake(answered: Answered): Error {
  const detail = answered.kind === 'broken' ? answered.message : `a thread answered ${answered.kind}`
  return new Error(`the harness itself failed in a worker thread: ${detail}`)
}
