import type { Encoded, Template } from '../../model/value.ts'
import { differs, shown } from '../differs.ts'
import { finding } from '../finding.ts'
import { below, type Trail } from '../trail.ts'
import type { Match, Matcher } from './matcher.ts'

/** Among others: each pattern is met by an item of its own; for text, each text occurs in it. */
export const matchIncludes: Matcher = (pattern, observed, trail, match) => {
  if (typeof observed === 'string') {
    const text = String(shown(pattern, trail))
    return observed.includes(text)
      ? undefined
      : finding('different', trail, { expected: { $includes: text }, observed })
  }
  if (!Array.isArray(observed)) return differs({ $includes: pattern }, observed, trail)
  const patterns = Array.isArray(pattern) ? (pattern as readonly Template[]) : [pattern]
  const missing = assign({ patterns, items: observed as readonly Encoded[], trail, match })
  if (missing === undefined) return undefined
  return finding('absent', below(trail, missing), { expected: shown(patterns[missing] as Template, trail), observed })
}

/** The same items in any order. */
export const matchUnordered: Matcher = (pattern, observed, trail, match) => {
  if (!Array.isArray(observed)) return differs({ $unordered: pattern }, observed, trail)
  const patterns = pattern as readonly Template[]
  const items = observed as readonly Encoded[]
  if (items.length !== patterns.length) {
    return finding('wrong-count', trail, {
      expected: shown(pattern, trail),
      observed,
    })
  }
  const missing = assign({ patterns, items, trail, match })
  if (missing === undefined) return undefined
  return finding('different', below(trail, missing), {
    expected: shown(patterns[missing] as Template, trail),
    observed,
  })
}

/** Every pattern against an item of its own. */
interface Assignment {
  readonly patterns: readonly Template[]
  readonly items: readonly Encoded[]
  readonly trail: Trail
  readonly match: Match
}

/** Gives every pattern an item of its own; returns the first pattern that is left without one. */
export function assign(at: Assignment): number | undefined {
  const owner = new Map<number, number>()
  for (const index of at.patterns.keys()) {
    if (!place(at, index, { owner, tried: new Set() })) return index
  }
  // Match once more in the final assignment, so that `$keep` binds what it was matched with.
  for (const [item, index] of owner) at.match(at.patterns[index] as Template, at.items[item], at.trail)
  return undefined
}

/** One step of a bipartite matching: takes a free item, or one whose owner can move on. */
function place(at: Assignment, index: number, state: { owner: Map<number, number>; tried: Set<number> }): boolean {
  for (const [item, observed] of at.items.entries()) {
    if (state.tried.has(item) || !fits(at, index, observed)) continue
    state.tried.add(item)
    const current = state.owner.get(item)
    if (current !== undefined && !place(at, current, state)) continue
    state.owner.set(item, index)
    return true
  }
  return false
}

function fits({ patterns, trail, match }: Assignment, index: number, observed: Encoded): boolean {
  return match(patterns[index] as Template, observed, { ...trail, kept: { ...trail.kept } }) === undefined
}
