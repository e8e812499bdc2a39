import type { CaseResult } from './model/verdict.ts'
import type { PlannedCase } from './model/plan.ts'
import { executeCase } from './execute/execute-case.ts'
import type { Lanes } from './execute/open-lanes.ts'
import { explore } from './explore.ts'
import { generators } from './generators/index.ts'
import { judgeDeath } from './judge/judge-death.ts'
import { stepsOf } from './steps-of.ts'

/** One planned case, in a thread of its lane; nothing where it was called off before it began. */
export function carryOut({
  planned,
  lanes,
  stop,
  fault,
}: {
  planned: PlannedCase
  lanes: Lanes
  stop: AbortSignal
  fault?: string | undefined
}): Promise<CaseResult | undefined> {
  return executeCase({
    planned,
    pool: lanes.pool(planned.lane),
    stop,
    ...(fault !== undefined && { fault }),
    judgeDeath: (death, { id, contract }, draw) => judgeDeath({ ...death, caseId: id, steps: stepsOf(contract, draw) }),
    exploreRemotely: (one, attempt) =>
      explore({ planned: one, generators, attempt, now: () => performance.now(), quick: fault !== undefined }),
  })
}
