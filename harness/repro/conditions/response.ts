import type { Encoded, EncodedObject } from '../../model/value.ts'
import { quote } from '../source/text.ts'
import { bodyKeys, conditionsOfBody } from './body.ts'
import { belowPath, type Condition, type Matching } from './condition.ts'
import { isOfClass } from './error.ts'
import { NotExpressible } from '../not-expressible.ts'
import { conditionsOfHeaders } from './headers.ts'
import { conditionsOf } from './pattern.ts'

/** A subset of a native Response, whose body was read when the call had resolved. */
export function conditionsOfResponse(pattern: Encoded, outcome: string, at: Matching): Condition[] {
  const code = `${outcome}.value`
  at.need('readBody')
  const isResponse = isOfClass('Response', code, at)
  const parts = Object.entries(pattern as EncodedObject).flatMap(([key, item]) => {
    const below = belowPath(at, key)
    if (key === 'class') return isOfClass(item as string, code, below)
    if (key === 'headers')
      return conditionsOfHeaders(
        item,
        (name) => ({ code: `(${code}.headers.get(${quote(name)}) ?? undefined)` }),
        below,
      )
    if (key === 'without') throw new NotExpressible('what occurs nowhere in a response')
    if (bodyKeys.includes(key))
      return conditionsOfBody({ key, pattern: item, body: `${outcome}.body`, form: 'undefined', at: below })
    return conditionsOf(item, { code: `${code}.${key}` }, below)
  })
  return [...isResponse, ...parts]
}
