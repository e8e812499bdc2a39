import type { Encoded, EncodedObject, Template } from '../model/value.ts'
import type { FormEntry } from '../model/exchange.ts'
import { bytesOf } from '../language/bytes.ts'
import { escapeKey, formValue } from '../language/form.ts'
import { parseJson } from '../language/json.ts'
import { finding, type Finding } from './finding.ts'
import { shown } from './differs.ts'
import type { Match } from './matchers/matcher.ts'
import type { Trail } from './trail.ts'

/** Holds a body against `json`, `text`, `form` or `bytes`. */
export function matchBody({
  key,
  pattern,
  body,
  form,
  trail,
  match,
}: {
  key: string
  pattern: Template
  body: Uint8Array
  form: readonly FormEntry[] | undefined
  trail: Trail
  match: Match
}): Finding | undefined {
  switch (key) {
    case 'json':
      return matchJsonBody(pattern, body, { ...trail, as: 'json' }, match)
    case 'text':
      return match(pattern, decodeText(body), trail)
    case 'form':
      return matchForm(pattern, form, { ...trail, as: 'form' }, match)
    case 'bytes':
      return matchRaw(pattern, body, trail, match)
    default:
      throw new Error(`no body is called ${key}`)
  }
}

function matchJsonBody(pattern: Template, body: Uint8Array, trail: Trail, match: Match): Finding | undefined {
  const text = decodeText(body)
  let value: Encoded
  try {
    value = parseJson(text)
  } catch {
    return finding('unreadable', trail, {
      expected: shown(pattern, trail),
      observed: text,
      observedClass: text === '' ? 'empty' : 'not JSON',
    })
  }
  return match(pattern, value, trail)
}

function matchForm(
  pattern: Template,
  form: readonly FormEntry[] | undefined,
  trail: Trail,
  match: Match,
): Finding | undefined {
  if (form === undefined) {
    return finding('unreadable', trail, {
      expected: shown(pattern, trail),
      observed: 'no form',
      observedClass: 'no form',
    })
  }
  return match(pattern, fieldsOf(form), trail)
}

/** Fields by name; one that occurs several times has a list. */
function fieldsOf(form: readonly FormEntry[]): EncodedObject {
  const fields = new Map<string, Encoded[]>()
  for (const [name, value] of form) fields.set(name, [...(fields.get(name) ?? []), value])
  return Object.fromEntries(
    [...fields].map(([name, values]) => [escapeKey(name), values.length === 1 ? (values[0] as Encoded) : values]),
  )
}

function matchRaw(pattern: Template, body: Uint8Array, trail: Trail, match: Match): Finding | undefined {
  const expected = shown(pattern, trail)
  return match(
    { $bytes: bytesOf(formValue(expected, 'bytes') ?? expected) },
    { $bytes: body },
    { ...trail, literal: true, cut: trail.cut ?? trail.path.length },
  )
}

/** A byte order mark stays: it is one of the bytes that travelled. */
function decodeText(body: Uint8Array): string {
  return decoder.decode(body)
}

const decoder = new TextDecoder('utf-8', { ignoreBOM: true })
