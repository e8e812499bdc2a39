import type { Encoded, EncodedObject, Template } from '../../model/value.ts'
import { formOf, isObject } from '../../language/form.ts'
import { ownValue } from '../../language/own.ts'
import { loneName, lookUp, substituteKey } from '../../language/substitute.ts'
import { asSeen } from '../as-seen.ts'
import { foreign, first, replaceAt, within, withKey, type Changed, type Reading } from './changed.ts'
import { changesOfForm } from './form.ts'

export type ValueChanges = Generator<Changed<Encoded | undefined>>

/** A drawn value may have thousands of leaves; these tell whether it is looked into. */
const mostOfDrawn = 12

/** The observed value with each leaf changed that the pattern mentions, one at a time. */
export function* changesOfValue(pattern: Template, observed: Encoded | undefined, reading: Reading): ValueChanges {
  const name = reading.literal ? undefined : loneName(pattern)
  if (name !== undefined) {
    const bound = asSeen(lookUp(name, reading.bindings) as Encoded, reading.as) ?? { $is: 'absent' }
    yield* first(mostOfDrawn, changesOfValue(bound, observed, { ...reading, literal: true }))
    return
  }
  const form = formOf(pattern)
  if (form !== undefined) yield* changesOfForm(form, observed, reading, changesOfValue)
  else if (Array.isArray(pattern) && Array.isArray(observed)) yield* changesOfList(pattern, observed, reading)
  else if (isObject(pattern) && isObject(observed)) yield* changesOfObject(pattern, observed, reading)
  else yield { path: [], value: foreign(observed) }
}

function* changesOfList(pattern: readonly Template[], observed: readonly Encoded[], reading: Reading): ValueChanges {
  if (pattern.length === 0) yield { path: [], value: ['≠'] }
  for (const [at, item] of pattern.entries()) {
    yield* within(at, changesOfValue(item, observed[at], reading), (value) => replaceAt(observed, at, value))
  }
}

function* changesOfObject(pattern: EncodedObject, observed: EncodedObject, reading: Reading): ValueChanges {
  if (Object.keys(pattern).length === 0) yield { path: [], value: { '≠': 1 } }
  for (const [written, item] of Object.entries(pattern)) {
    const key = reading.literal ? written : substituteKey(written, reading.bindings)
    const changes = changesOfValue(item, ownValue(observed, key), reading)
    yield* within(key, changes, (value) => withKey(observed, key, value))
  }
}
