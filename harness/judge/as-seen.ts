import type { Encoded } from '../model/value.ts'
import { carriedByForm } from '../language/form-field.ts'
import { carriedByJson } from '../language/json.ts'
import type { Trail } from './trail.ts'

/** A drawn value as it looks after its way: as it is, as `JSON.stringify` carries it, or as a field of a form. */
export function asSeen(value: Encoded, as: Trail['as']): Encoded | undefined {
  switch (as) {
    case 'value':
      return value
    case 'json':
      return carriedByJson(value)
    case 'form':
      return carriedByForm(value)
  }
}
