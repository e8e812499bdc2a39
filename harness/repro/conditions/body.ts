import type { Encoded } from '../../model/value.ts'
import { bytesOf } from '../../language/bytes.ts'
import { formValue } from '../../language/form.ts'
import { loneName } from '../../language/substitute.ts'
import { fill } from '../source/scope.ts'
import { NotExpressible } from '../not-expressible.ts'
import { bufferOf } from './exact.ts'
import type { Condition, Matching } from './condition.ts'
import { conditionsOf } from './pattern.ts'

export const bodyKeys: readonly string[] = ['json', 'text', 'form', 'bytes']

/** A body against `json`, `text`, `form` or `bytes`; `body` is the expression of a Buffer. */
export function conditionsOfBody({
  key,
  pattern,
  body,
  form,
  at,
}: {
  key: string
  pattern: Encoded
  body: string
  /** The expression of the fields of a form. */
  form: string
  at: Matching
}): Condition[] {
  switch (key) {
    case 'json':
      at.need('parse')
      return conditionsOf(pattern, { code: `parse(${body})` }, { ...at, as: 'json' })
    case 'text':
      return conditionsOf(pattern, { code: `${body}?.toString()` }, at)
    case 'form':
      at.need('fieldsOf')
      return conditionsOf(pattern, { code: form }, { ...at, as: 'form' })
    default:
      return [{ kind: 'equal', path: at.path, observed: body, expected: bufferOf(rawBytes(pattern, at)) }]
  }
}

function rawBytes(pattern: Encoded, at: Matching): Uint8Array {
  const name = at.literal ? undefined : loneName(pattern)
  const filled = name === undefined ? undefined : fill(pattern as string, at.scope)
  if (filled?.kind === 'code') throw new NotExpressible('bytes that are known only while the contract runs')
  const value = filled?.value ?? pattern
  return bytesOf(formValue(value, 'bytes') ?? value)
}
