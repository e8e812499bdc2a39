import type { Encoded, EncodedObject } from '../../model/value.ts'
import { formOf, isObject } from '../../language/form.ts'
import { fill } from '../source/scope.ts'
import { quote } from '../source/text.ts'
import { keyText } from '../source/value.ts'
import { belowPath, type Access, type Condition, type Matching } from './condition.ts'
import { asSeen, exactly, isLone, nothing } from './exact.ts'
import { conditionsOfForm } from './forms.ts'
import { isObjectTest } from './is-object-test.ts'
import { member } from './member.ts'

/** What must be so for a pattern to hold: exact unless a form says otherwise. */
export function conditionsOf(pattern: Encoded, access: Access, at: Matching): Condition[] {
  const exact = exactly(pattern, at)
  if (exact === nothing) return [isAbsent(access, at)]
  if (exact !== undefined) return [{ kind: 'equal', path: at.path, observed: access.code, expected: exact }]
  if (typeof pattern === 'string') return conditionsOfName(pattern, access, at)
  if (Array.isArray(pattern)) return conditionsOfList(pattern as readonly Encoded[], access, at)
  if (pattern instanceof Uint8Array) return conditionsOfForm({ word: 'bytes', value: pattern }, access, at)
  const form = formOf(pattern)
  if (form !== undefined) return conditionsOfForm(form, access, at)
  return conditionsOfObject(pattern as EncodedObject, access, at)
}

/** Nothing is there. */
export function isAbsent({ code, present }: Access, { path }: Matching): Condition {
  const test = present === undefined ? `${code} === undefined` : `!(${present})`
  return { kind: 'test', path, test, wanted: 'nothing there', observed: code }
}

/** A drawn value that is more than a literal: a file, bytes. */
function conditionsOfName(text: string, access: Access, at: Matching): Condition[] {
  const filled = fill(text, at.scope)
  if (filled.kind === 'code' || !isLone(text)) throw new Error('a text that is filled in is exact')
  return conditionsOf(asSeen(filled.value, at.as) as Encoded, access, { ...at, literal: true })
}

function conditionsOfList(items: readonly Encoded[], access: Access, at: Matching): Condition[] {
  const { code } = access
  const length: Condition = {
    kind: 'test',
    path: at.path,
    test: `Array.isArray(${code}) && ${code}.length === ${items.length}`,
    wanted: `a list of ${items.length}`,
    observed: code,
  }
  const below = items.flatMap((item, index) => conditionsOf(item, { code: `${code}[${index}]` }, belowPath(at, index)))
  return [length, ...below]
}

function conditionsOfObject(pattern: EncodedObject, access: Access, at: Matching): Condition[] {
  const keys = Object.keys(pattern).map((key) => keyText(key, at))
  const members = Object.entries(pattern).flatMap(([key, item]) => {
    const name = keyText(key, at)
    return conditionsOf(item, member(access.code, name), belowPath(at, name))
  })
  const none = `Object.keys(${access.code}).every((key) => [${keys.map(quote).join(', ')}].includes(key))`
  return [
    { kind: 'test', path: at.path, test: isObjectTest(access.code), wanted: 'an object', observed: access.code },
    ...members,
    { kind: 'test', path: at.path, test: none, wanted: `no key but ${keys.join(', ')}`, observed: access.code },
  ]
}

/** Whether a pattern is nothing but `{ $is: anything }` in one of its spellings. */
export function leavesRoom(pattern: Encoded): boolean {
  const form = isObject(pattern) ? formOf(pattern) : undefined
  return form?.word === 'is' && (form.value === 'anything' || form.value === 'present')
}
