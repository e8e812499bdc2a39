import type { Template } from '../../model/value.ts'
import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

export const matchOneOf: Matcher = (pattern, observed, trail, match) => {
  for (const option of pattern as readonly Template[]) {
    const kept = { ...trail.kept }
    if (match(option, observed, { ...trail, kept }) !== undefined) continue
    Object.assign(trail.kept, kept)
    return undefined
  }
  const expected = { '$one-of': pattern }
  return finding(observed === undefined ? 'absent' : 'different', trail, { expected, observed })
}

export const matchNot: Matcher = (pattern, observed, trail, match) => {
  if (match(pattern, observed, { ...trail, kept: { ...trail.kept } }) !== undefined) return undefined
  return finding('unexpected', trail, { expected: { $not: pattern }, observed })
}
