import type { Expectations, OutcomeKey } from '../model/contract.ts'
import { outcomeKeys } from '../model/contract.ts'
import type { Encoded } from '../model/value.ts'
import type { Outcome } from '../model/outcome.ts'
import { formValue, isObject } from '../language/form.ts'
import { classOf } from './class-of.ts'
import { shown } from './differs.ts'
import { finding, type Finding } from './finding.ts'
import type { Match } from './matchers/matcher.ts'
import type { Trail } from './trail.ts'

/** Which outcomes meet which expectation. */
const met: Readonly<Record<OutcomeKey, readonly Outcome['kind'][]>> = {
  resolves: ['resolved'],
  rejects: ['rejected'],
  returns: ['returned'],
  throws: ['threw'],
  fails: ['rejected', 'threw'],
}

/** The expectation about the outcome that a step has, if it has one. */
export function outcomeKeyOf(expect: Expectations): OutcomeKey | undefined {
  return outcomeKeys.find((key) => expect[key] !== undefined)
}

export function matchOutcome({
  expect,
  outcome,
  trail,
  match,
}: {
  expect: Expectations
  outcome: Outcome
  trail: Trail
  match: Match
}): Finding | undefined {
  const key = outcomeKeyOf(expect)
  if (key === undefined) return undefined
  const pattern = expect[key] as Encoded
  const value = valueOf(outcome)
  if (met[key].includes(outcome.kind)) return match(pattern, value, trail)
  return finding('wrong-outcome', trail, {
    expected: { [key]: shown(pattern, trail) },
    observed: value === undefined ? outcome.kind : { [outcome.kind]: value },
    observedClass: outcomeClass(outcome, trail),
  })
}

/** The kind of outcome, and of an error its class and status, where no draw decided the status. */
export function outcomeClass(outcome: Outcome, trail: Trail): string {
  if (outcome.kind !== 'rejected' && outcome.kind !== 'threw') return outcome.kind
  const error = formValue(outcome.error, 'error')
  const response = isObject(error) ? error['response'] : undefined
  const status = isObject(error)
    ? (error['status'] ?? (isObject(response) ? response['status'] : undefined))
    : undefined
  const literal = typeof status === 'number' && !isBound(status, trail)
  return `${outcome.kind} ${classOf(outcome.error)}${literal ? ` ${status}` : ''}`
}

/** Whether a name stands for it, or a member of one: then a draw may have decided it. */
function isBound(status: number, { bindings }: Trail): boolean {
  return Object.values(bindings).some(
    (value) => value === status || (isObject(value) && Object.values(value).includes(status)),
  )
}

function valueOf(outcome: Outcome): Encoded | undefined {
  switch (outcome.kind) {
    case 'resolved':
    case 'returned':
      return outcome.value
    case 'rejected':
    case 'threw':
      return outcome.error
    case 'timed-out':
    case 'crashed':
      return undefined
  }
}
