import type { Encoded } from '../../model/value.ts'
import { flat } from '../source/doc.ts'
import { writeValue } from '../source/value.ts'
import { allOf, withoutKeeping, type Access, type Condition, type Matching } from './condition.ts'

/** Among others: each pattern is met by an item of its own; in text, the text occurs. */
export function conditionsOfIncludes(pattern: Encoded, { code }: Access, at: Matching): Condition[] {
  const part = typeof pattern === 'string' ? flat(writeValue(pattern, at)) : undefined
  if (part !== undefined) {
    const test = `(typeof ${code} === 'string' || Array.isArray(${code})) && ${code}.includes(${part})`
    return [{ kind: 'test', path: at.path, test, wanted: `something with ${part} in it`, observed: code }]
  }
  const patterns = Array.isArray(pattern) ? (pattern as readonly Encoded[]) : [pattern]
  return [isList(code, at), ...assigned({ patterns, items: code, at, wanted: 'these among others' })]
}

/** The same items in any order. */
export function conditionsOfUnordered(pattern: Encoded, { code }: Access, at: Matching): Condition[] {
  const patterns = pattern as readonly Encoded[]
  const length = `Array.isArray(${code}) && ${code}.length === ${patterns.length}`
  const wanted = `a list of ${patterns.length}`
  return [
    { kind: 'test', path: at.path, test: length, wanted, observed: code },
    ...assigned({ patterns, items: code, at, wanted: 'these, in any order' }),
  ]
}

function isList(code: string, { path }: Matching): Condition {
  return { kind: 'test', path, test: `Array.isArray(${code})`, wanted: 'a list', observed: code }
}

/** What an item must be to be the one that is meant. */
export type OfItem = (pattern: Encoded, access: Access, at: Matching) => Condition[]

/** Gives each pattern an item of its own, and then keeps what is to be kept from that item. */
export function assigned({
  patterns,
  items,
  at,
  wanted,
  ofItem = at.conditionsOf,
}: {
  patterns: readonly Encoded[]
  items: string
  at: Matching
  wanted: string
  ofItem?: OfItem
}): Condition[] {
  at.need('assign')
  const trying = { ...withoutKeeping(at), declare: (name: string) => name }
  const tests = patterns.map((one) => `(item) => ${allOf(ofItem(one, { code: 'item' }, trying))}`)
  const names = patterns.some(keeps) ? patterns.map((_, index) => at.declare(`item${index + 1}`)) : []
  const kept = names.flatMap((name, index) => {
    const one = patterns[index] as Encoded
    return keeps(one) ? ofItem(one, { code: name }, at).filter(({ kind }) => kind === 'keep') : []
  })
  return [{ kind: 'assign', path: at.path, items, tests, names, wanted }, ...kept]
}

function keeps(pattern: Encoded): boolean {
  return JSON.stringify(pattern).includes('"$keep"')
}
