import type { Encoded, Template } from '../model/value.ts'
import { shown } from './differs.ts'
import { finding, type Finding } from './finding.ts'
import type { Match } from './matchers/matcher.ts'
import { insideDrawn, type Trail } from './trail.ts'

/**
 * The body text as it arrived. What is compared is the text put together: where one chunk ends and the next begins
 * is for the network to decide, and that each was handed over before the next was written is known from lockstep.
 */
export function matchStreams({
  pattern,
  streamed,
  trail,
  match,
}: {
  pattern: Template
  streamed: readonly string[]
  trail: Trail
  match: Match
}): Finding | undefined {
  const expected = shown(pattern, trail)
  if (!isTexts(expected)) return match(pattern, streamed, trail)
  if (expected.join('') === streamed.join('')) return undefined
  return finding('different', insideDrawn(trail), { expected, observed: streamed })
}

function isTexts(value: Encoded): value is readonly string[] {
  return Array.isArray(value) && value.every((one) => typeof one === 'string')
}
