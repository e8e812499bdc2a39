import { expectationKeys, type ExpectationKey } from '../model/contract.ts'
import type { Matching, Path } from './conditions/condition.ts'
import { conditionsOf } from './conditions/pattern.ts'
import type { Script } from './script.ts'

/** Where the conditions of an expectation begin, and which of them is the one that was violated. */
export function matchingOf(key: ExpectationKey, script: Script): Matching {
  const { mismatch, step } = script
  const about = step >= 0 && (mismatch.expectation === key || bothOutcomes(key, mismatch.expectation))
  return {
    ...script,
    path: [],
    as: 'value',
    declare: script.names.declare,
    conditionsOf,
    isReported: (path) => about && meets(path, mismatch.path),
  }
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
