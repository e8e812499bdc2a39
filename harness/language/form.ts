import type { Encoded, EncodedObject } from '../model/value.ts'

/** A form: an object whose only key is a `$word`. */
export interface Form {
  readonly word: string
  readonly value: Encoded
}

/** The form that a value is, or undefined for a value that stands for itself. */
export function formOf(value: Encoded): Form | undefined {
  if (!isObject(value)) return undefined
  let only: string | undefined
  for (const key in value) {
    if (only !== undefined) return undefined
    only = key
  }
  if (only === undefined || only[0] !== '$' || only[1] === '$' || only[1] === '{') return undefined
  return { word: only.slice(1), value: value[only] as Encoded }
}

/** The value of the form `word`, or undefined where `value` is not that form. */
export function formValue(value: Encoded | undefined, word: string): Encoded | undefined {
  if (value === undefined) return undefined
  const form = formOf(value)
  return form?.word === word ? form.value : undefined
}

/** A plain object of the language: no array, no bytes. A form is one too. */
export function isObject(value: Encoded | undefined): value is EncodedObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value) && !(value instanceof Uint8Array)
}

/** How a key of a value is written: a leading `$` is doubled. */
export function escapeKey(key: string): string {
  return key.startsWith('$') ? `$${key}` : key
}

/** The key of a value as it was before it was written. */
export function unescapeKey(key: string): string {
  return key.startsWith('$$') ? key.slice(1) : key
}
