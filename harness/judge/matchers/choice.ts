import type { Template } from '../../model/value.ts'
import { differs } from '../differs.ts'
import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

export const matchOneOf: Matcher = (pattern, observed, trail, match) => {
  for (const option of pattern as readonly Template[]) {
    const kept = { ...trail.kept }
    if (match(option, observed, { ...trail, kept }) !== undefined) continue
    Object.assign(trail.kept, kept)
    return undefined
  }
  return differs({ '$one-of': pattern }, observed, trail)
}

export const matchNot: Matcher = (pattern, observed, trail, match) => {
  if (match(pattern, observed, { ...trail, kept: { ...trail.kept } }) !== undefined) return undefined
  return finding('unexpected', trail, { expected: { $not: pattern }, observed })
}
