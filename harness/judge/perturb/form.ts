import type { Encoded, EncodedObject, Template } from '../../model/value.ts'
import { formOf, isObject, type Form } from '../../language/form.ts'
import { jsonText, parseJson } from '../../language/json.ts'
import { ownValue } from '../../language/own.ts'
import { substituteKey } from '../../language/substitute.ts'
import { match } from '../match.ts'
import { startTrail } from '../trail.ts'
import { foreign, replaceAt, within, withKey, type Reading } from './changed.ts'
import { forbidden, otherKind } from './other-kind.ts'
import { changesOfResponse } from './response.ts'
import type { ValueChanges } from './value.ts'

export type Changes = (pattern: Template, observed: Encoded | undefined, reading: Reading) => ValueChanges

/** The same for a form: what it looks at is changed; a type, where it only looks at the type. */
export function* changesOfForm(
  { word, value }: Form,
  observed: Encoded | undefined,
  reading: Reading,
  changes: Changes,
): ValueChanges {
  switch (word) {
    case 'is':
      yield { path: [], value: otherKind(value as string) }
      return
    case 'keep':
      yield { path: [], value: undefined }
      return
    case 'not':
      yield* forbidden(value, observed, reading)
      return
    case 'json':
      yield* changesOfJson(value, observed, reading, changes)
      return
    case 'response':
      yield* changesOfResponse(value as EncodedObject, observed, reading, changes)
      return
    case 'has':
    case 'error':
    case 'file':
    case 'blob':
      yield* changesOfMembers(value as EncodedObject, observed, reading, changes)
      return
    case 'unordered':
      yield* changesOfUnordered(value as readonly Template[], observed, reading, changes)
      return
    default:
      yield { path: [], value: otherForm(observed) }
  }
}

function otherForm(observed: Encoded | undefined): Encoded {
  const form = formOf(observed ?? null)
  return form?.word === 'bytes' ? { $bytes: foreign(form.value) } : foreign(observed)
}

function* changesOfJson(
  value: Template,
  observed: Encoded | undefined,
  reading: Reading,
  changes: Changes,
): ValueChanges {
  if (typeof observed !== 'string') return
  for (const changed of changes(value, parseJson(observed), { ...reading, as: 'json' })) {
    yield { path: changed.path, value: changed.value === undefined ? '' : (jsonText(changed.value) ?? '') }
  }
}

/** Of whatever has members: an object, an instance, an error, a file. */
function* changesOfMembers(
  pattern: EncodedObject,
  observed: Encoded | undefined,
  reading: Reading,
  changes: Changes,
): ValueChanges {
  if (!isObject(observed)) return
  const form = formOf(observed)
  const inner = form === undefined ? observed : (form.value as EncodedObject)
  const own = form?.word === 'instance' ? (inner['own'] as EncodedObject) : inner
  const put = (members: EncodedObject): Encoded => {
    if (form === undefined) return members
    return { [`$${form.word}`]: form.word === 'instance' ? { ...inner, own: members } : members }
  }
  for (const [written, item] of Object.entries(pattern)) {
    const key = reading.literal ? written : substituteKey(written, reading.bindings)
    if (key === 'class' && form?.word === 'error') yield { path: [key], value: put({ ...own, class: ['≠'] }) }
    else if ((key === 'bytes' || key === 'text') && (form?.word === 'file' || form?.word === 'blob'))
      yield { path: [key], value: put({ ...own, bytes: foreign(own['bytes']) }) }
    else yield* within(key, changes(item, ownValue(own, key), reading), (value) => put(withKey(own, key, value)))
  }
}

/** Each pattern is looked for in the item that meets it. */
function* changesOfUnordered(
  patterns: readonly Template[],
  observed: Encoded | undefined,
  reading: Reading,
  changes: Changes,
): ValueChanges {
  if (!Array.isArray(observed)) return
  const items = observed as readonly Encoded[]
  for (const [index, pattern] of patterns.entries()) {
    const trail = { ...startTrail(reading.bindings, {}), as: reading.as, literal: reading.literal }
    const at = items.findIndex((item) => match(pattern, item, { ...trail, kept: {} }) === undefined)
    yield* within(index, changes(pattern, items[at], reading), (value) => replaceAt(items, at, value))
  }
}
