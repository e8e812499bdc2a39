import type { Result } from '../fold.ts'
import type { Change } from './compare-runs.ts'
import { stateOf } from './change-of.ts'

/**
 * Rows of one contract that changed in the same way: the first of each group stands for the others. What is violated
 * now comes first, so that what a report has no room for is what is not.
 */
export function groupAlikeChanges(changes: readonly Change[]): Change[][] {
  const groups = [...Map.groupBy(changes, wayOf).values()]
  const isViolated = ([first]: readonly Change[]): boolean => stateOf(first?.after) === 'violated'
  return [...groups.filter(isViolated), ...groups.filter((group) => !isViolated(group))]
}

function wayOf({ kind, contract, subject, before, after }: Change): string {
  return JSON.stringify([kind, contract.id, subject.before?.id, subject.after?.id, seenIn(before), seenIn(after)])
}

/** A fingerprint holds its case's id, which differs from row to row: what else it is made of does not. */
function seenIn(result: Result | undefined): unknown {
  const ways = (result?.event.result.violations ?? []).map(({ step, mismatch }) => {
    const { kind, expectation, stablePath, observedClass } = mismatch
    return [step, kind, expectation, stablePath, observedClass]
  })
  return [stateOf(result), result?.event.result.reason ?? null, ways]
}
