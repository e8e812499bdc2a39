import type { Encoded, EncodedObject } from '../../model/value.ts'
import { belowPath, type Access, type Condition, type Matching } from './condition.ts'

/** A subset of an error; `class` is any class it descends from. */
export function conditionsOfError(pattern: Encoded, { code }: Access, at: Matching): Condition[] {
  const parts = Object.entries(pattern as EncodedObject)
  const isError: Condition = {
    kind: 'test',
    path: at.path,
    test: `${code} instanceof Error`,
    wanted: 'an Error',
    observed: code,
  }
  const members = parts.flatMap(([key, item]) =>
    key === 'class'
      ? isOfClass(item as string, code, belowPath(at, key))
      : at.conditionsOf(item, { code: `${code}?.${key}` }, belowPath(at, key)),
  )
  return parts.some(([key]) => key === 'class') && !at.isReported(at.path) ? members : [isError, ...members]
}

/** Classes that every Node has; of others only the name is known. */
const ownClasses = ['Error', 'TypeError', 'RangeError', 'SyntaxError', 'DOMException', 'Response', 'Headers', 'Request']

export function isOfClass(name: string, code: string, at: Matching): Condition[] {
  const known = ownClasses.includes(name)
  if (!known) at.need('classesOf')
  const test = known ? `${code} instanceof ${name}` : `classesOf(${code}).includes('${name}')`
  return [{ kind: 'test', path: at.path, test, wanted: `a ${name}`, observed: code }]
}
