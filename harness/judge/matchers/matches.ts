import { substituteText } from '../../language/substitute.ts'
import { finding } from '../finding.ts'
import { namesOf } from '../trail.ts'
import type { Matcher } from './matcher.ts'

export const matchRegExp: Matcher = (pattern, observed, trail) => {
  const source = substituteText(pattern as string, namesOf(trail), escapeRegExp)
  if (typeof observed === 'string' && new RegExp(source, 'u').test(observed)) return undefined
  const kind = observed === undefined ? 'absent' : typeof observed === 'string' ? 'different' : 'wrong-type'
  return finding(kind, trail, { expected: { $matches: source }, observed })
}

/** What is filled in stands for itself. `RegExp.escape` is not in every Node that this runs on. */
function escapeRegExp(text: string): string {
  return text.replace(/[\\^$.*+?()[\]{}|/]/g, '\\$&')
}
