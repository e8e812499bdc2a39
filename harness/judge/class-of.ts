import type { Encoded } from '../model/value.ts'
import { formOf, isObject } from '../language/form.ts'

/** What kind of thing a value is, without anything that was drawn: the part of it that a fingerprint may hold. */
export function classOf(value: Encoded | undefined): string {
  if (value === undefined) return 'absent'
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (value instanceof Uint8Array) return 'bytes'
  if (!isObject(value)) return typeof value
  const form = formOf(value)
  return form === undefined ? 'object' : formClass(form.word, form.value)
}

function formClass(word: string, value: Encoded): string {
  switch (word) {
    case 'value':
      return ['undefined', 'NaN'].includes(value as string) ? (value as string) : numberOr('value', value)
    case 'error':
    case 'response':
    case 'instance': {
      const names = isObject(value) ? value['class'] : undefined
      return Array.isArray(names) ? String(names[0] ?? 'object') : 'object'
    }
    case 'is':
      return value === 'absent' ? 'absent' : word
    default:
      return word
  }
}

/** Symbols and big integers are written in this form too. */
function numberOr(other: string, value: Encoded): string {
  return ['Infinity', '-Infinity', '-0'].includes(value as string) ? 'number' : other
}
