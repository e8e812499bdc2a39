import type { Encoded, Template } from '../model/value.ts'
import { formOf, isObject } from '../language/form.ts'
import { substitute } from '../language/substitute.ts'
import { finding, type Finding } from './finding.ts'
import { namesOf, type Trail } from './trail.ts'

/** The finding for two values that are not the same: what kind of difference it is. */
export function differs(expected: Template, observed: Encoded | undefined, trail: Trail): Finding {
  const kind = observed === undefined ? 'absent' : kindOf(expected) === kindOf(observed) ? 'different' : 'wrong-type'
  return finding(kind, trail, { expected: shown(expected, trail), observed })
}

function kindOf(value: Encoded): string {
  if (value === null) return 'null'
  if (Array.isArray(value)) return 'array'
  if (!isObject(value)) return typeof value
  return formOf(value)?.word ?? 'object'
}

/** The expectation as it is shown: with names filled in as far as they are bound. */
export function shown(pattern: Template, trail: Trail): Encoded {
  if (trail.literal) return pattern
  try {
    return substitute(pattern, namesOf(trail))
  } catch {
    return pattern
  }
}
