import { memberOf, quote } from '../source/text.ts'
import type { Access } from './condition.ts'

/** A property of a value that may be nothing; what objects have of their own accord is none. */
export function member(code: string, key: string): Access {
  const present = `Object.hasOwn(${code} ?? {}, ${quote(key)})`
  const inherited = key in {}
  const name = memberOf(key)
  const value = `${code}?.${name.startsWith('.') ? name.slice(1) : name}`
  return { code: inherited ? `(${present} ? ${value} : undefined)` : value, present }
}
