import type { Encoded } from '../../model/value.ts'
import { isObject } from '../../language/form.ts'
import { namesIn } from '../../language/substitute.ts'
import type { Complaint } from '../complaints.ts'
import type { Part, Path } from '../yaml/path.ts'
import { complaintsOfForm, formWordIn } from './form.ts'
import type { Mode } from './mode.ts'

/** What a template holds, piece by piece, in the order in which it is written. */
export type Finding =
  | { readonly kind: 'mistake'; readonly complaint: Complaint }
  | { readonly kind: 'name'; readonly name: string; readonly path: Path; readonly part: Part; readonly mode: Mode }
  | { readonly kind: 'keep' | 'callback'; readonly name: string; readonly path: Path }
  | { readonly kind: 'matcher'; readonly path: Path }
  /** A `${` that nothing closes. */
  | { readonly kind: 'unclosed'; readonly text: string; readonly path: Path; readonly part: Part }

/** Reads a template: its forms, the names that it mentions, and the names that it binds. */
export function* scan({ value, path, mode }: { value: Encoded; path: Path; mode: Mode }): Generator<Finding> {
  if (typeof value === 'string') yield* scanText({ text: value, path, part: 'value', mode })
  if (Array.isArray(value)) {
    for (const [index, item] of (value as readonly Encoded[]).entries()) {
      yield* scan({ value: item, path: [...path, index], mode })
    }
  }
  if (!isObject(value)) return
  const word = formWordIn(value)
  if (word === undefined) yield* scanFields({ fields: value, path, mode })
  else yield* scanForm({ word, form: value, path, mode })
}

function* scanFields({
  fields,
  path,
  mode,
}: {
  fields: Readonly<Record<string, Encoded>>
  path: Path
  mode: Mode
}): Generator<Finding> {
  for (const [key, value] of Object.entries(fields)) {
    const inner = [...path, key]
    yield* scanText({ text: key, path: inner, part: 'key', mode })
    yield* scan({ value, path: inner, mode })
  }
}

function* scanForm({
  word,
  form,
  path,
  mode,
}: {
  word: string
  form: Readonly<Record<string, Encoded>>
  path: Path
  mode: Mode
}): Generator<Finding> {
  const inner = [...path, `$${word}`]
  const content = form[`$${word}`] as Encoded
  const { complaints, role } = complaintsOfForm({ word, form, path, mode })
  for (const complaint of complaints) yield { kind: 'mistake', complaint }
  if (role === undefined) return
  if (role === 'matcher') yield { kind: 'matcher', path: inner }
  const bound = word === 'keep' || word === 'callback' ? boundBy(content) : undefined
  if (bound !== undefined) yield { kind: word as 'keep' | 'callback', name: bound, path: inner }
  else yield* scan({ value: content, path: inner, mode: role === 'matcher' ? 'pattern' : 'value' })
}

/** The name that a form binds: all that it holds, or what it calls its name. */
function boundBy(content: Encoded): string | undefined {
  const named = isObject(content) ? content['name'] : content
  return typeof named === 'string' ? named : undefined
}

function* scanText({
  text,
  path,
  part,
  mode,
}: {
  text: string
  path: Path
  part: Part
  mode: Mode
}): Generator<Finding> {
  if (!text.includes('${')) return
  for (const name of namesIn(text)) yield { kind: 'name', name, path, part, mode }
  if (!text.replaceAll(/\$\$|\$\{[^}]*\}/g, '').includes('${')) return
  yield { kind: 'unclosed', text, path, part }
}
