import type { Encoded, Template } from '../../model/value.ts'
import { formOf } from '../../language/form.ts'
import { substitute } from '../../language/substitute.ts'
import type { Changed, Reading } from './changed.ts'

/** A value that is not of the kind; undefined: none at all. */
export function otherKind(kind: string): Encoded | undefined {
  if (kind === 'anything' || kind === 'present') return undefined
  return kind === 'string' ? 1 : 'text'
}

const samples: Readonly<Record<string, Encoded>> = {
  anything: 'text',
  present: 'text',
  undefined: { $value: 'undefined' },
  null: null,
  string: 'text',
  number: 1,
  boolean: true,
  array: [],
  object: {},
  function: { $function: { name: '' } },
}

/** What `$not` forbids, in the place of what was observed. What a regular expression matches cannot be made up. */
export function* forbidden(
  pattern: Template,
  observed: Encoded | undefined,
  { bindings, literal }: Reading,
): Generator<Changed<Encoded | undefined>> {
  const filled = literal ? pattern : substitute(pattern, bindings)
  const form = formOf(filled)
  if (form === undefined) yield { path: ['$not'], value: filled }
  else if (form.word === 'is') yield { path: ['$not'], value: samples[form.value as string] }
  else if (form.word === 'includes') yield { path: ['$not'], value: including(form.value, observed) }
}

function including(part: Encoded, observed: Encoded | undefined): Encoded {
  if (Array.isArray(observed)) return [...(observed as readonly Encoded[]), ...(Array.isArray(part) ? part : [part])]
  return `${typeof observed === 'string' ? observed : ''}${String(part)}`
}
