import type { ExpectationKey, Step } from '../model/contract.ts'
import type { Bindings, Encoded, EncodedObject } from '../model/value.ts'
import type { Observation } from '../model/outcome.ts'
import type { Mismatch } from '../model/verdict.ts'
import { ownValue } from '../language/own.ts'
import { judgeConduct } from './conduct.ts'
import type { Finding } from './finding.ts'
import { match } from './match.ts'
import { matchOutcome, outcomeKeyOf, outcomeClass } from './outcome.ts'
import { matchRequests } from './requests.ts'
import { matchStreams } from './streams.ts'
import { startTrail, type Trail } from './trail.ts'

/** What a step came to: it was met and bound names, it was broken, or it could not be judged. */
export type StepJudgement =
  | { readonly kind: 'met'; readonly kept: Bindings }
  | { readonly kind: 'broken'; readonly mismatch: Mismatch }
  | { readonly kind: 'untestable'; readonly reason: string }

/** Holds one step's expectations against what was seen. Pure and synchronous. */
export function judgeStep({
  step,
  bindings,
  observation,
}: {
  step: Step
  bindings: Bindings
  observation: Observation
}): StepJudgement {
  const kept: Record<string, Encoded> = {}
  const trail = startTrail(bindings, kept)
  const conduct = judgeConduct({ step, observation, trail })
  if (conduct !== undefined) return broken('conduct', conduct)
  for (const [key, judge] of judges) {
    const found = judge(step, observation, trail)
    if (found !== undefined) return broken(key(step), found)
  }
  const reason = whyUntestable(step, observation, trail)
  return reason === undefined ? { kind: 'met', kept } : { kind: 'untestable', reason }
}

type Judge = (step: Step, observation: Observation, trail: Trail) => Finding | undefined

const judges: readonly (readonly [(step: Step) => ExpectationKey, Judge])[] = [
  [(step) => outcomeKeyOf(step.expect) ?? 'resolves', judgeOutcome],
  [() => 'sends', judgeSends],
  [() => 'receives', judgeReceives],
  [() => 'streams', judgeStreams],
  [() => 'notifies', judgeNotifies],
  [() => 'prints', judgePrints],
]

function judgeOutcome(step: Step, { outcome, parts }: Observation, trail: Trail): Finding | undefined {
  if (step.kind !== 'together') return matchOutcome({ expect: step.expect, outcome, trail, match })
  for (const [at, part] of step.steps.entries()) {
    const found = matchOutcome({
      expect: part.expect,
      outcome: parts?.[at] ?? outcome,
      trail: { ...trail, path: ['together', at] },
      match,
    })
    if (found !== undefined) return found
  }
  return undefined
}

function judgeSends(step: Step, { exchanges }: Observation, trail: Trail): Finding | undefined {
  if (step.expect.sends === undefined) return undefined
  const ordered = step.kind !== 'together'
  return matchRequests({ pattern: step.expect.sends, exchanges, view: 'sends', ordered, trail, match })
}

function judgeReceives(step: Step, { exchanges }: Observation, trail: Trail): Finding | undefined {
  if (step.expect.receives === undefined) return undefined
  const received = exchanges.filter((exchange) => exchange.received !== undefined)
  const ordered = step.kind !== 'together'
  return matchRequests({ pattern: step.expect.receives, exchanges: received, view: 'receives', ordered, trail, match })
}

function judgeStreams(step: Step, { streamed }: Observation, trail: Trail): Finding | undefined {
  const { streams } = step.expect
  return streams === undefined ? undefined : matchStreams({ pattern: streams, streamed, trail, match })
}

function judgeNotifies(step: Step, { notified }: Observation, trail: Trail): Finding | undefined {
  for (const [name, calls] of Object.entries((step.expect.notifies ?? {}) as EncodedObject)) {
    const heard = ownValue(notified, name) ?? []
    const found = match(calls, heard, { ...trail, path: [name] })
    if (found === undefined) continue
    const counted = found.kind === 'wrong-count' && found.path.length === 1
    return counted ? { ...found, observedClass: `${heard.length} calls` } : found
  }
  return undefined
}

function judgePrints(step: Step, { printed = [] }: Observation, trail: Trail): Finding | undefined {
  const { prints } = step.expect
  return prints === undefined ? undefined : match(prints, printed, trail)
}

/** A step without expectation about its outcome must succeed, else nothing after it means anything. */
function whyUntestable(step: Step, { outcome, parts }: Observation, trail: Trail): string | undefined {
  const performed =
    step.kind === 'together' ? step.steps.map((part, at) => ({ part, came: parts?.[at] ?? outcome })) : []
  const failed = [{ part: step, came: outcome }, ...performed].find(
    ({ part, came }) => outcomeKeyOf(part.expect) === undefined && came.kind !== 'resolved' && came.kind !== 'returned',
  )
  if (failed === undefined) return undefined
  return `a step that only prepares did not succeed: ${outcomeClass(failed.came, trail)}`
}

function broken(expectation: Mismatch['expectation'], found: Finding): StepJudgement {
  return { kind: 'broken', mismatch: { ...found, expectation } }
}
