import { parseJson } from '../../language/json.ts'
import { finding } from '../finding.ts'
import type { Matcher } from './matcher.ts'

/** Text that decodes to the pattern. */
export const matchJson: Matcher = (pattern, observed, trail, match) => {
  const seen = { expected: { $json: pattern }, observed }
  if (typeof observed !== 'string') return finding(observed === undefined ? 'absent' : 'wrong-type', trail, seen)
  try {
    return match(pattern, parseJson(observed), { ...trail, as: 'json' })
  } catch (error) {
    if (error instanceof SyntaxError) return finding('unreadable', trail, seen)
    throw error
  }
}
