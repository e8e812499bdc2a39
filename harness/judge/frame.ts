import type { SocketFrame } from '../model/frame.ts'
import type { Encoded } from '../model/value.ts'
import { finding, type Finding } from './finding.ts'
import type { Match } from './matchers/matcher.ts'
import type { Trail } from './trail.ts'

/** Holds what a pattern says of a socket against what was seen of one, or against a request in its place. */
export function matchFrame({
  key,
  item,
  frame,
  trail,
  match,
}: {
  key: string
  item: Encoded
  frame: SocketFrame | undefined
  trail: Trail
  match: Match
}): Finding | undefined {
  if (frame === undefined) {
    return finding('different', trail, { expected: item, observed: 'a request', observedClass: 'a request' })
  }
  if (key === 'socket') return match(item, frame.kind, trail)
  if (key === 'event') return match(item, frame.event ?? nothing, trail)
  return match(item, frame.data ?? nothing, { ...trail, as: 'json' })
}

const nothing: Encoded = { $value: 'undefined' }
