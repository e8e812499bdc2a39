import type { Encoded } from '../model/value.ts'
import { escapeKey } from './form.ts'
import { objectFrom } from './own.ts'

/** Name and value pairs as one object: lower-case names, repeated values joined as HTTP joins them. */
export function joinHeaders(pairs: Iterable<readonly [string, string]>): Record<string, Encoded> {
  const joined = new Map<string, string>()
  for (const [name, value] of pairs) {
    const key = escapeKey(name.toLowerCase())
    const before = joined.get(key)
    joined.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return objectFrom(joined)
}

/** The value of one header, whatever its case: undefined where it was not sent. */
export function headerValue(pairs: readonly (readonly [string, string])[], name: string): string | undefined {
  const wanted = name.toLowerCase()
  let found: string | undefined
  for (const [key, value] of pairs) {
    if (key.length === wanted.length && key.toLowerCase() === wanted)
      found = found === undefined ? value : `${found}, ${value}`
  }
  return found
}
