import type { Encoded, EncodedObject } from '../model/value.ts'
import { formValue } from '../language/form.ts'
import { loneName, lookUp } from '../language/substitute.ts'
import { finding, type Finding } from './finding.ts'
import type { Match } from './matchers/matcher.ts'
import { below, namesOf, type Trail } from './trail.ts'

/**
 * A subset of headers: names are case-insensitive, `undefined` means absent. `observed` has lower-case names;
 * a header that came several times is one text, joined as HTTP joins it.
 */
export function matchHeaders({
  pattern,
  observed,
  trail,
  match,
}: {
  pattern: Encoded
  observed: EncodedObject
  trail: Trail
  match: Match
}): Finding | undefined {
  for (const [name, item] of Object.entries(resolve(pattern, trail) as EncodedObject)) {
    const found = matchHeader(item, observed[name.toLowerCase()], below(trail, name), match)
    if (found !== undefined) return found
  }
  return undefined
}

function matchHeader(item: Encoded, value: Encoded | undefined, trail: Trail, match: Match): Finding | undefined {
  if (formValue(resolve(item, trail), 'value') !== 'undefined') return match(item, value, trail)
  return value === undefined
    ? undefined
    : finding('unexpected', trail, { expected: { $is: 'absent' }, observed: value })
}

/** A headers pattern may be a drawn object as a whole, or have drawn values. */
function resolve(template: Encoded, trail: Trail): Encoded {
  const name = trail.literal ? undefined : loneName(template)
  return name === undefined ? template : (lookUp(name, namesOf(trail)) ?? template)
}

/** Name and value pairs as one object: lower-case names, repeated values joined. */
export function joinHeaders(pairs: readonly (readonly [string, string])[]): EncodedObject {
  const joined = new Map<string, string>()
  for (const [name, value] of pairs) {
    const key = name.toLowerCase()
    const before = joined.get(key)
    joined.set(key, before === undefined ? value : `${before}, ${value}`)
  }
  return Object.fromEntries(joined)
}
