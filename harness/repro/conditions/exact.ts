import type { Encoded, EncodedObject } from '../../model/value.ts'
import { bytesOf, utf8Of } from '../../language/bytes.ts'
import { carriedByForm } from '../../language/form-field.ts'
import { formOf, isObject } from '../../language/form.ts'
import { carriedByJson } from '../../language/json.ts'
import { callOf, led, listOf, objectOf, type Doc } from '../source/doc.ts'
import { fill } from '../source/scope.ts'
import { isPlainText } from '../source/plain-text.ts'
import { keyOf, quote } from '../source/text.ts'
import { keyText, writeValue } from '../source/value.ts'
import type { Matching } from './condition.ts'

/** In the place of a value: nothing may be there. */
export const nothing: unique symbol = Symbol('nothing')

/** A pattern that says exactly what must be there, as a literal to compare with; undefined where it leaves room. */
export function exactly(pattern: Encoded, at: Matching): Doc | typeof nothing | undefined {
  if (typeof pattern === 'string') return exactText(pattern, at)
  if (pattern instanceof Uint8Array) return undefined
  if (Array.isArray(pattern)) return exactList(pattern as readonly Encoded[], at)
  if (!isObject(pattern)) return writeValue(pattern, at)
  const form = formOf(pattern)
  return form === undefined ? exactObject(pattern, at) : exactForm(pattern, at)
}

/** A drawn value as it looks where it arrives. */
export function asSeen(value: Encoded, as: Matching['as']): Encoded | undefined {
  return as === 'json' ? carriedByJson(value) : as === 'form' ? carriedByForm(value) : value
}

function exactText(text: string, at: Matching): Doc | typeof nothing | undefined {
  if (at.literal) return quote(text)
  const filled = fill(text, at.scope)
  if (filled.kind === 'code') return filled.code
  const literal = { ...at, literal: true }
  if (!isLone(text)) return writeValue(filled.value, literal)
  const seen = asSeen(filled.value, at.as)
  return seen === undefined ? nothing : exactly(seen, literal)
}

/** Only a name that stands alone is the value itself; inside text it is text. */
export function isLone(text: string): boolean {
  return /^\$\{[^}]*\}$/.test(text)
}

function exactList(items: readonly Encoded[], at: Matching): Doc | undefined {
  const docs: Doc[] = []
  for (const item of items) {
    const doc = exactly(item, at)
    if (doc === undefined || doc === nothing) return undefined
    docs.push(doc)
  }
  return listOf(docs)
}

function exactObject(pattern: EncodedObject, at: Matching): Doc | undefined {
  const docs: Doc[] = []
  for (const [key, item] of Object.entries(pattern)) {
    const doc = exactly(item, at)
    if (doc === undefined) return undefined
    if (doc !== nothing) docs.push(led(`${keyOf(keyText(key, at))}: `, doc))
  }
  return objectOf(docs)
}

function exactForm(pattern: EncodedObject, at: Matching): Doc | typeof nothing | undefined {
  const { word, value } = formOf(pattern) as { word: string; value: Encoded }
  if (word === 'value' || word === 'date') return exactSpecial(pattern, at)
  if (word === 'file' && at.as === 'form' && isObject(value) && value['type'] !== undefined) return fileOf(value, at)
  return undefined
}

function exactSpecial(pattern: EncodedObject, at: Matching): Doc | typeof nothing | undefined {
  if (at.as !== 'json') return writeValue(pattern, at)
  const carried = carriedByJson(pattern)
  return carried === undefined ? nothing : writeValue(carried, { ...at, literal: true })
}

/** A file of a form, as a script reads it: its name, its type, its bytes. */
function fileOf({ name, type, text, bytes }: EncodedObject, at: Matching): Doc | undefined {
  const whole = { ...at, as: 'value' } as const
  const members = {
    name: exactly(name as Encoded, whole),
    type: exactly(type as Encoded, whole),
    bytes: contentOf(text, bytes, at),
  }
  if (Object.values(members).some((member) => member === undefined || member === nothing)) return undefined
  return objectOf(Object.entries(members).map(([key, doc]) => led(`${key}: `, doc as Doc)))
}

/** The content of a file or a body, as a Buffer. */
export function contentOf(text: Encoded | undefined, bytes: Encoded | undefined, at: Matching): Doc | undefined {
  if (typeof text !== 'string') return bufferOf(bytesOf(bytes ?? ''))
  const filled = at.literal ? ({ kind: 'value', value: text } as const) : fill(text, at.scope)
  if (filled.kind === 'code') return callOf('Buffer.from', [filled.code])
  return typeof filled.value === 'string' ? bufferOf(utf8Of(filled.value)) : undefined
}

/** Bytes as a Buffer: from text where it is readable. */
export function bufferOf(bytes: Uint8Array): Doc {
  const buffer = Buffer.from(bytes)
  return isPlainText(bytes)
    ? callOf('Buffer.from', [quote(buffer.toString())])
    : callOf('Buffer.from', [quote(buffer.toString('base64')), quote('base64')])
}
