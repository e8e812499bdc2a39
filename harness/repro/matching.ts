import { expectationKeys, type ExpectationKey } from '../model/contract.ts'
import type { Condition, Matching, Path } from './conditions/condition.ts'
import { conditionsOf } from './conditions/pattern.ts'
import type { Script } from './script.ts'

/** Where the conditions of an expectation begin, and which of them is the one that was violated. */
export function matchingOf(key: ExpectationKey, script: Script): Matching {
  const { mismatch } = script
  const about = isAbout(key, script)
  return {
    ...script,
    path: [],
    as: 'value',
    declare: script.names.declare,
    conditionsOf,
    isReported: (path) => about && path.length === mismatch.path.length && meets(path, mismatch.path),
  }
}

/**
 * Whether a condition that does not hold is the violation that was reported. A comparison of a whole value is, wherever
 * inside it the judge saw the difference; a question about a kind, a count or a class only at the very place.
 */
export function isReportedBy(condition: Condition, key: ExpectationKey, script: Script): boolean {
  const { path, kind } = script.mismatch
  if (!isAbout(key, script) || !meets(condition.path, path)) return false
  const deeper = condition.path.length - path.length
  if (deeper === 0) return true
  if (deeper > 0) return kind === 'unreadable'
  return condition.kind !== 'test' || (kind === 'unexpected' && deeper === -1)
}

function isAbout(key: ExpectationKey, { mismatch, step }: Script): boolean {
  return step >= 0 && (mismatch.expectation === key || bothOutcomes(key, mismatch.expectation))
}

/** Steps that were started together have outcomes of several kinds, and the judge calls all of them `resolves`. */
function bothOutcomes(key: ExpectationKey, expectation: string): boolean {
  const first = expectationKeys.indexOf('sends')
  return expectation === 'resolves' && expectationKeys.indexOf(key) < first
}

/** One lies inside the other. */
function meets(a: Path, b: Path): boolean {
  return a.slice(0, b.length).every((step, index) => String(step) === String(b[index]))
}
