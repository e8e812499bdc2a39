import type { Encoded, EncodedObject } from '../model/value.ts'
import { escapeKey, formOf, isObject, unescapeKey } from './form.ts'
import { objectFrom } from './own.ts'

/** The text that `JSON.stringify` would make of the value; undefined where it makes none. */
export function jsonText(value: Encoded): string | undefined {
  const carried = carriedByJson(value)
  return carried === undefined ? undefined : JSON.stringify(unescaped(carried))
}

/** JSON text as an encoded value; throws a `SyntaxError` for anything else. */
export function parseJson(text: string): Encoded {
  const value = JSON.parse(text) as Encoded
  return text.includes('"$') || text.includes('\\u0024') ? escaped(value) : value
}

/**
 * What is left of a value after a trip through JSON: `undefined` members gone, NaN and infinities null,
 * -0 zero, dates their ISO text.
 */
export function carriedByJson(value: Encoded): Encoded | undefined {
  if (Array.isArray(value)) return (value as readonly Encoded[]).map((item) => carriedByJson(item) ?? null)
  if (!isObject(value)) return value
  const form = formOf(value)
  if (form !== undefined) return carriedForm(form.word, form.value)
  return carriedObject(value)
}

function carriedObject(value: EncodedObject): EncodedObject {
  const entries: [string, Encoded][] = []
  for (const [key, item] of Object.entries(value)) {
    const carried = carriedByJson(item)
    if (carried !== undefined) entries.push([key, carried])
  }
  return objectFrom(entries)
}

function carriedForm(word: string, value: Encoded): Encoded | undefined {
  switch (word) {
    case 'value':
      return value === 'undefined' ? undefined : value === '-0' ? 0 : null
    case 'date':
      return new Date(value as string).toISOString()
    case 'function':
    case 'callback':
      return undefined
    case 'file':
    case 'blob':
      return {}
    case 'instance':
      return isObject(value) ? carriedByJson(value['own'] ?? {}) : {}
    default:
      throw new Error(`JSON.stringify of a $${word} is not described; the loader should have refused it`)
  }
}

function escaped(value: Encoded): Encoded {
  return mapKeys(value, escapeKey)
}

function unescaped(value: Encoded): Encoded {
  return mapKeys(value, unescapeKey)
}

function mapKeys(value: Encoded, map: (key: string) => string): Encoded {
  if (Array.isArray(value)) return (value as readonly Encoded[]).map((item) => mapKeys(item, map))
  if (!isObject(value)) return value
  return objectFrom(Object.entries(value).map(([key, item]) => [map(key), mapKeys(item, map)] as const))
}
