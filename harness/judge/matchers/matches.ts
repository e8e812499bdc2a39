import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

export const matchRegExp: Matcher = (pattern, observed, trail) => {
  if (typeof observed === 'string' && new RegExp(pattern as string, 'u').test(observed)) return undefined
  const kind = observed === undefined ? 'absent' : typeof observed === 'string' ? 'different' : 'wrong-type'
  return finding(kind, trail, { expected: { $matches: pattern }, observed })
}
