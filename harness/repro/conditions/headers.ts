import type { Encoded, EncodedObject } from '../../model/value.ts'
import { formValue } from '../../language/form.ts'
import { loneName } from '../../language/substitute.ts'
import { fill } from '../source/scope.ts'
import { keyText } from '../source/value.ts'
import { NotExpressible } from '../not-expressible.ts'
import { belowPath, type Access, type Condition, type Matching } from './condition.ts'
import { conditionsOf, isAbsent } from './pattern.ts'

/** A subset of headers; one that is `undefined` must not be there. */
export function conditionsOfHeaders(pattern: Encoded, valueOf: (name: string) => Access, at: Matching): Condition[] {
  const drawn = valueBehind(pattern, at)
  const inside = drawn === pattern ? at : { ...at, literal: true }
  return Object.entries(drawn as EncodedObject).flatMap(([key, item]) => {
    const name = keyText(key, inside)
    const access = valueOf(name.toLowerCase())
    const below = belowPath(inside, name)
    const value = valueBehind(item, inside)
    return formValue(value, 'value') === 'undefined' ? [isAbsent(access, below)] : conditionsOf(item, access, below)
  })
}

/** What a text that is nothing but a name stands for. */
function valueBehind(pattern: Encoded, { literal, scope }: Matching): Encoded {
  if (literal || loneName(pattern) === undefined) return pattern
  const filled = fill(pattern as string, scope)
  if (filled.kind === 'value') return filled.value
  if (typeof pattern === 'string') return pattern
  throw new NotExpressible('headers that are known only while the contract runs')
}
