import type { CaseResult } from './model/verdict.ts'

/** So many that stand say that it is not the load; a hang costs its whole limit every time. */
const mostStood = 3

/** A case whose verdict may be the machine's doing, and how to judge it once more with nothing beside it. */
export interface Doubtful {
  readonly first: CaseResult
  readonly alone: () => Promise<CaseResult | undefined>
  readonly settle: (result: CaseResult) => void
}

/** Judges doubtful cases once more, one at a time; only what is seen again counts. */
export async function judgeAgain(doubtful: readonly Doubtful[]): Promise<void> {
  let stood = 0
  for (const { first, alone, settle } of doubtful) {
    const second = stood < mostStood ? await alone() : undefined
    if (second === undefined) settle(first)
    else settle({ ...second, again: { held: second.verdict === 'holds' } })
    stood = second === undefined || second.verdict === 'holds' ? stood : stood + 1
  }
}
