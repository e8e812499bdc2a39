import { expectationKeys, type ExpectationKey, type Step } from '../model/contract.ts'
import type { Encoded, EncodedObject } from '../model/value.ts'
import { belowPath, type Matching } from './conditions/condition.ts'
import { conditionsOfValue, endedAs, outcomeKeyOf } from './conditions/outcome.ts'
import { conditionsOf } from './conditions/pattern.ts'
import { conditionsOfRequests } from './conditions/requests.ts'
import { written } from './lines.ts'
import { matchingOf } from './matching.ts'
import type { Script } from './script.ts'
import { callOf, flat, layout } from './source/doc.ts'
import { memberOf, quote } from './source/text.ts'

/** The lines that look at what a step came to: everything up to the expectation that was violated, in order. */
export function checksOf(step: Step, outcomes: readonly string[], script: Script): string[] {
  const keys = keysUpTo(script.mismatch.expectation)
  return keys.flatMap((key) => checksOfKey({ key, step, outcomes, script }))
}

/** Only how it ended, and what later steps need of it: for a step that is not in question. */
export function checksOfEnd(step: Step, outcomes: readonly string[], script: Script): string[] {
  const ended = endings(step, outcomes).map(({ test, wanted, outcome }) => {
    script.need('say')
    return layout(callOf('holds', ['otherwise', quote(wanted), test, quote(wanted), `say(${outcome})`]))
  })
  const kept = expectationKeys.flatMap((key) =>
    JSON.stringify(step.expect[key] ?? null).includes('"$keep"')
      ? checksOfKey({ key, step, outcomes, script: { ...script, step: -1 } }).filter((line) =>
          line.startsWith('const '),
        )
      : [],
  )
  return [...ended, ...kept]
}

export function keysUpTo(expectation: ExpectationKey | 'conduct'): readonly ExpectationKey[] {
  if (expectation === 'conduct') return []
  const isOutcome = expectationKeys.indexOf(expectation) < expectationKeys.indexOf('sends')
  const last = isOutcome ? expectationKeys.indexOf('fails') : expectationKeys.indexOf(expectation)
  return expectationKeys.slice(0, last + 1)
}

interface Asked {
  readonly key: ExpectationKey
  readonly step: Step
  readonly outcomes: readonly string[]
  readonly script: Script
}

function checksOfKey({ key, step, outcomes, script }: Asked): string[] {
  const at = matchingOf(key, script)
  switch (key) {
    case 'sends':
    case 'receives': {
      const pattern = step.expect[key]
      if (pattern === undefined) return []
      const ordered = step.kind !== 'together'
      return written(conditionsOfRequests({ pattern, view: key, ordered, at }), key, script)
    }
    case 'streams':
      return step.expect.streams === undefined
        ? []
        : streamed(step.expect.streams, outcomes[0] as string, { at, script })
    case 'notifies':
      return Object.entries((step.expect.notifies ?? {}) as EncodedObject).flatMap(([name, calls]) =>
        written(conditionsOf(calls, { code: `(heard${memberOf(name)} ?? [])` }, belowPath(at, name)), key, script),
      )
    default:
      return partsOf(step).flatMap(({ expect }, index) =>
        expect[key] === undefined
          ? []
          : outcomeChecks({ key, step: { expect }, outcome: outcomes[index] as string, script }, step, index),
      )
  }
}

function partsOf(step: Step): readonly Pick<Step, 'expect'>[] {
  return step.kind === 'together' ? step.steps : [step]
}

function endings(step: Step, outcomes: readonly string[]): { test: string; wanted: string; outcome: string }[] {
  return partsOf(step).map(({ expect }, index) => {
    const key = outcomeKeyOf(expect)
    const outcome = outcomes[index] as string
    const test = `${outcome}.how === 'resolved' || ${outcome}.how === 'returned'`
    return { outcome, ...(key === undefined ? { test, wanted: 'it succeeds' } : endedAs(key, outcome)) }
  })
}

function outcomeChecks(
  { key, step, outcome, script }: { key: ExpectationKey; step: Pick<Step, 'expect'>; outcome: string; script: Script },
  whole: Step,
  index: number,
): string[] {
  const base = matchingOf(key, script)
  const at = whole.kind === 'together' ? belowPath(belowPath(base, 'together'), index) : base
  const { test, wanted } = endedAs(key as never, outcome)
  const { mismatch } = script
  const reported = mismatch.kind === 'wrong-outcome' && at.isReported(at.path)
  const code = reported
    ? `say(${outcome}).startsWith(${quote(mismatch.observedClass)}) ? asReported : otherwise`
    : 'otherwise'
  script.need('say')
  const ended = layout(callOf('holds', [code, quote(wanted), test, quote(wanted), `say(${outcome})`]))
  const rest = reported ? { ...script, step: -1 } : script
  const value = conditionsOfValue(step.expect[key] as Encoded, outcome, { ...matchingOf(key, rest), path: at.path })
  return [ended, ...written(value, key, rest)]
}

/** The text put together: where one chunk ends is for the network to decide. */
function streamed(pattern: Encoded, outcome: string, { at, script }: { at: Matching; script: Script }): string[] {
  if (!Array.isArray(pattern)) return []
  const texts = conditionsOf(pattern, { code: 'x' }, at)[0]
  const expected = texts?.kind === 'equal' ? `${flat(texts.expected)}.join('')` : `''`
  script.need('readBody')
  return written(
    [{ kind: 'equal', path: at.path, observed: `${outcome}.body?.toString()`, expected }],
    'streams',
    script,
  )
}
