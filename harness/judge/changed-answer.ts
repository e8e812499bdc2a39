import type { Exchange, RecordedResponse } from '../model/exchange.ts'
import { sameBytes } from '../language/bytes.ts'
import { headerValue } from '../language/join-headers.ts'
import { names } from './as-called.ts'

/** Of several calls, each answer is held against what its own function gave: the one that got the same body, if any. */
export function changedAnswer(before: readonly Exchange[], behind: readonly Exchange[]): string | undefined {
  for (const { request, response } of before) {
    const called = behind.filter(({ received }) => names(request.target, received?.function))
    const own = called.find((other) => sameBytes(other.request.body, request.body)) ?? called.at(-1)
    const changed = own?.response && response && difference(own.response, response)
    if (changed !== undefined) return changed
  }
  return undefined
}

/** The first thing that did not come as it was given; an encoded body cannot be compared. */
function difference(gave: RecordedResponse, got: RecordedResponse): string | undefined {
  if (gave.status !== got.status) return `the status was ${gave.status} and came as ${got.status}`
  const header = gave.headers.find(([name]) => headerValue(got.headers, name) !== headerValue(gave.headers, name))
  if (header !== undefined) return `the header ${header[0]} did not come as it was given`
  if (headerValue(got.headers, 'content-encoding') !== headerValue(gave.headers, 'content-encoding')) return undefined
  if (Buffer.compare(gave.body, got.body) === 0) return undefined
  return `the body had ${gave.body.length} bytes and came with ${got.body.length}, not the same ones`
}
