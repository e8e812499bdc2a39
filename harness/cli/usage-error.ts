import { byPlace } from '../load/by-place.ts'
import { describeProblem } from '../load/describe-problem.ts'
import type { Problem } from '../model/problem.ts'

/** The user asked for something that cannot be: exit code 2. */
export class UsageError extends Error {
  override readonly name = 'UsageError'
  /** The same as data, where it is about what stands in files: every mistake with its place. */
  readonly problems: readonly Problem[]

  constructor(message: string, { problems = [] }: { problems?: readonly Problem[] } = {}) {
    super(message)
    this.problems = problems
  }
}

/** Every mistake in what was read, one line each. */
export function usageErrorOf(problems: readonly Problem[]): UsageError {
  const inOrder = problems.toSorted(byPlace)
  return new UsageError(inOrder.map(describeProblem).join('\n'), { problems: inOrder })
}
