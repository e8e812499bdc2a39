import type { Encoded, EncodedObject } from '../model/value.ts'
import { formValue, unescapeKey } from '../language/form.ts'
import { loneName, lookUp } from '../language/substitute.ts'
import { finding, type Finding } from './finding.ts'
import type { Match } from './matchers/matcher.ts'
import { membersOf } from './members.ts'
import { insideDrawn, namesOf, type Trail } from './trail.ts'

/**
 * A subset of headers: names are case-insensitive, `undefined` means absent. A header that came several times is
 * one text, joined as HTTP joins it.
 */
export function matchHeaders({
  pattern,
  valueOf,
  trail,
  match,
}: {
  pattern: Encoded
  /** The value of a header by its name, in whatever case the contract has it. */
  valueOf: (name: string) => Encoded | undefined
  trail: Trail
  match: Match
}): Finding | undefined {
  const drawn = boundTo(pattern, trail)
  const members = drawn === undefined ? membersOf(pattern as EncodedObject, trail) : drawnMembers(drawn, trail)
  for (const { key, item, at } of members) {
    const found = matchHeader({ item, value: valueOf(unescapeKey(key)), trail: at, match })
    if (found !== undefined) return found
  }
  return undefined
}

function drawnMembers(drawn: Encoded, trail: Trail): ReturnType<typeof membersOf> {
  return membersOf(drawn as EncodedObject, insideDrawn(trail))
}

function matchHeader({
  item,
  value,
  trail,
  match,
}: {
  item: Encoded
  value: Encoded | undefined
  trail: Trail
  match: Match
}): Finding | undefined {
  if (formValue(boundTo(item, trail) ?? item, 'value') !== 'undefined') return match(item, value, trail)
  return value === undefined
    ? undefined
    : finding('unexpected', trail, { expected: { $is: 'absent' }, observed: value })
}

/** What a template is bound to, where it is nothing but a name. */
function boundTo(template: Encoded, trail: Trail): Encoded | undefined {
  const name = trail.literal ? undefined : loneName(template)
  return name === undefined ? undefined : lookUp(name, namesOf(trail))
}
