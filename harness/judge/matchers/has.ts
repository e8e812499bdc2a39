import type { Encoded, EncodedObject } from '../../model/value.ts'
import { formOf, isObject } from '../../language/form.ts'
import { differs } from '../differs.ts'
import { membersOf } from '../members.ts'
import type { Matcher } from './matcher.ts'

/** A subset, one level deep; below it exact. */
export const matchHas: Matcher = (pattern, observed, trail, match) => {
  const properties = propertiesOf(observed)
  if (properties === undefined) return differs({ $has: pattern }, observed, trail)
  for (const { key, item, at } of membersOf(pattern as EncodedObject, trail)) {
    const found = match(item, Object.hasOwn(properties, key) ? properties[key] : undefined, at)
    if (found !== undefined) return found
  }
  return undefined
}

/** The named properties of whatever has some. */
function propertiesOf(observed: Encoded | undefined): EncodedObject | undefined {
  if (!isObject(observed)) return undefined
  const form = formOf(observed)
  if (form === undefined) return observed
  if (!isObject(form.value)) return undefined
  return form.word === 'instance'
    ? (form.value['own'] as EncodedObject)
    : ['error', 'response', 'file', 'blob'].includes(form.word)
      ? form.value
      : undefined
}
