import type { Expectations, Step } from '../../model/contract.ts'
import type { Encoded, EncodedObject } from '../../model/value.ts'
import type { Observation, Outcome } from '../../model/outcome.ts'
import { ownValue } from '../../language/own.ts'
import { outcomeKeyOf } from '../outcome.ts'
import { replaceAt, within, type Changed, type Reading } from './changed.ts'
import { changesOfRequests } from './requests.ts'
import { changesOfValue } from './value.ts'

type Changes = Generator<Changed<Observation>>

/** What was seen during a step, with each leaf changed that its expectations mention, one at a time. */
export function* changesOfObservation(step: Step, observation: Observation, reading: Reading): Changes {
  yield* changesOfOutcomes(step, observation, reading)
  const { exchanges } = observation
  const ordered = step.kind !== 'together'
  for (const view of ['sends', 'receives'] as const) {
    const pattern = step.expect[view]
    if (pattern === undefined) continue
    const changes = changesOfRequests({ pattern, exchanges, view, ordered, reading })
    yield* within(view, changes, (changed) => ({ ...observation, exchanges: changed }))
  }
  yield* changesOfStreams(step.expect, observation)
  yield* changesOfCalls(step.expect, observation, reading)
  yield* changesOfLines(step.expect, observation, reading)
}

function* changesOfOutcomes(step: Step, observation: Observation, reading: Reading): Changes {
  const { outcome, parts } = observation
  if (step.kind !== 'together') {
    yield* anywhere(changesOfOutcome(step.expect, outcome, reading), (changed) => ({
      ...observation,
      outcome: changed,
    }))
    return
  }
  for (const [at, part] of step.steps.entries()) {
    const changes = changesOfOutcome(part.expect, parts?.[at] ?? outcome, reading)
    const put = (changed: Outcome): Observation => ({ ...observation, parts: replaceAt(parts ?? [], at, changed) })
    yield* within('together', within(at, changes, put), (changed) => changed)
  }
}

function* changesOfOutcome(expect: Expectations, outcome: Outcome, reading: Reading): Generator<Changed<Outcome>> {
  const key = outcomeKeyOf(expect)
  if (key === undefined || outcome.kind === 'timed-out' || outcome.kind === 'crashed') return
  // Where only the kind of the outcome is looked at, it is the other one.
  const none: Encoded = { $value: 'undefined' }
  if (outcome.kind === 'resolved' || outcome.kind === 'returned') {
    const { kind } = outcome
    const changes = changesOfValue(expect[key] as Encoded, outcome.value, reading)
    yield* within(key, changes, (value): Outcome =>
      value === undefined ? { kind: 'rejected', error: none } : { kind, value },
    )
  } else {
    const { kind } = outcome
    const changes = changesOfValue(expect[key] as Encoded, outcome.error, reading)
    yield* within(key, changes, (error): Outcome =>
      error === undefined ? { kind: 'resolved', value: none } : { kind, error },
    )
  }
}

/** Changes of a part as changes of the whole, at the same place. */
function* anywhere<T, U>(changes: Iterable<Changed<T>>, put: (value: T) => U): Generator<Changed<U>> {
  for (const { path, value } of changes) yield { path, value: put(value) }
}

function* changesOfStreams({ streams }: Expectations, observation: Observation): Changes {
  if (streams === undefined) return
  const { streamed } = observation
  for (const at of streamed.keys())
    yield { path: ['streams', at], value: { ...observation, streamed: replaceAt(streamed, at, '≠') } }
}

function* changesOfLines({ prints }: Expectations, observation: Observation, reading: Reading): Changes {
  if (prints === undefined) return
  const changes = changesOfValue(prints, observation.printed ?? [], reading)
  yield* within('prints', changes, (printed) => ({ ...observation, printed: printed as readonly string[] }))
}

function* changesOfCalls({ notifies }: Expectations, observation: Observation, reading: Reading): Changes {
  for (const [name, calls] of Object.entries((notifies ?? {}) as EncodedObject)) {
    const heard = (ownValue(observation.notified, name) ?? []) as readonly (readonly Encoded[])[]
    const put = (changed: readonly (readonly Encoded[])[]): Observation => ({
      ...observation,
      notified: { ...observation.notified, [name]: changed },
    })
    yield { path: ['notifies', name, 'one more'], value: put([...heard, heard.at(-1) ?? []]) }
    const changes = changesOfValue(calls, heard, reading)
    yield* within(
      'notifies',
      within(name, changes, (value) => put(value as readonly (readonly Encoded[])[])),
      (one) => one,
    )
  }
}
