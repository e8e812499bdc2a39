import type { Encoded, EncodedObject, Template } from '../model/value.ts'
import { sameBytes } from '../language/bytes.ts'
import { formOf, isObject } from '../language/form.ts'
import { loneName, lookUp, substitute } from '../language/substitute.ts'
import { asSeen } from './as-seen.ts'
import { differs, shown } from './differs.ts'
import { finding, type Finding } from './finding.ts'
import { matchers } from './matchers/index.ts'
import { membersOf } from './members.ts'
import { below, insideDrawn, namesOf, type Trail } from './trail.ts'

/**
 * Holds a pattern against a value: exact unless a form says otherwise. Returns the first place that differs,
 * and leaves what `$keep` bound in the trail.
 */
export function match(pattern: Template, observed: Encoded | undefined, trail: Trail): Finding | undefined {
  if (typeof pattern === 'string') return matchText(pattern, observed, trail)
  if (Array.isArray(pattern)) return matchList(pattern as readonly Template[], observed, trail)
  if (pattern instanceof Uint8Array) return matchBytes(pattern, observed, trail)
  if (!isObject(pattern)) return observed === pattern ? undefined : differs(pattern, observed, trail)
  const form = formOf(pattern)
  if (form === undefined) return matchObject(pattern, observed, trail)
  if (trail.as === 'json' && carriedForms.includes(form.word)) return matchCarried(pattern, observed, trail)
  const matcher = matchers[form.word]
  if (matcher === undefined) throw new Error(`$${form.word} is no matcher; the loader should have refused it`)
  return matcher(form.value, observed, trail, match)
}

/** Values that JSON lacks, where a contract writes them down for JSON: as `JSON.stringify` carries them. */
const carriedForms = ['value', 'date']

function matchCarried(pattern: Template, observed: Encoded | undefined, trail: Trail): Finding | undefined {
  const carried = asSeen(shown(pattern, trail), 'json')
  if (carried === undefined) return observed === undefined ? undefined : unexpected(observed, trail)
  return match(carried, observed, { ...trail, literal: true })
}

function matchText(pattern: string, observed: Encoded | undefined, trail: Trail): Finding | undefined {
  const seen = trail.as === 'form' && typeof observed === 'string' ? (asSeen(observed, 'form') as string) : observed
  if (trail.literal || !pattern.includes('$')) return seen === pattern ? undefined : differs(pattern, observed, trail)
  const name = loneName(pattern)
  if (name === undefined) {
    const expected = substitute(pattern, namesOf(trail))
    return seen === expected ? undefined : differs(expected, observed, insideDrawn(trail))
  }
  const bound = lookUp(name, namesOf(trail))
  if (bound === undefined) throw new Error(`nothing is bound to \${${name}}; the loader should have refused it`)
  const expected = asSeen(bound, trail.as)
  if (expected === undefined) return observed === undefined ? undefined : unexpected(observed, insideDrawn(trail))
  return match(expected, observed, insideDrawn(trail))
}

function matchList(pattern: readonly Template[], observed: Encoded | undefined, trail: Trail): Finding | undefined {
  if (!Array.isArray(observed)) return differs(pattern, observed, trail)
  const items = observed as readonly Encoded[]
  if (items.length !== pattern.length) {
    return finding('wrong-count', trail, { expected: shown(pattern, trail), observed })
  }
  for (const [index, item] of pattern.entries()) {
    const found = match(item, items[index], below(trail, index))
    if (found !== undefined) return found
  }
  return undefined
}

function matchBytes(pattern: Uint8Array, observed: Encoded | undefined, trail: Trail): Finding | undefined {
  return observed instanceof Uint8Array && sameBytes(pattern, observed) ? undefined : differs(pattern, observed, trail)
}

function matchObject(pattern: EncodedObject, observed: Encoded | undefined, trail: Trail): Finding | undefined {
  if (!isObject(observed) || formOf(observed) !== undefined) return differs(pattern, observed, trail)
  const members = membersOf(pattern, trail)
  for (const { key, item, at } of members) {
    const found = match(item, Object.hasOwn(observed, key) ? observed[key] : undefined, at)
    if (found !== undefined) return found
  }
  const extra = Object.keys(observed).find((key) => !members.some((member) => member.key === key))
  if (extra === undefined) return undefined
  const found = unexpected(observed[extra], below(trail, extra))
  return { ...found, stablePath: found.stablePath.slice(0, trail.cut ?? trail.path.length) }
}

function unexpected(observed: Encoded | undefined, trail: Trail): Finding {
  return finding('unexpected', trail, { expected: { $is: 'absent' }, observed })
}
