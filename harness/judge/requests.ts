import type { EncodedObject, Template } from '../model/value.ts'
import type { Exchange } from '../model/exchange.ts'
import { formValue } from '../language/form.ts'
import { shown } from './differs.ts'
import { finding, type Finding } from './finding.ts'
import { assign } from './matchers/lists.ts'
import type { Match } from './matchers/matcher.ts'
import { matchRequest, type View } from './request.ts'
import { showRequest } from './show-request.ts'
import { below, type Trail } from './trail.ts'

/** Holds the list of requests of a step against what was recorded: closed, unless `$includes` opens it. */
export function matchRequests({
  pattern,
  exchanges,
  view,
  ordered,
  trail,
  match,
}: {
  pattern: Template
  exchanges: readonly Exchange[]
  view: View
  /** Steps started together send in any order. */
  ordered: boolean
  trail: Trail
  match: Match
}): Finding | undefined {
  const included = formValue(pattern, 'includes')
  const patterns = listOf(included ?? pattern)
  const holds = (request: Template, exchange: Exchange, at: Trail): Finding | undefined =>
    matchRequest({ pattern: request, exchange, view, trail: at, match })
  if (included === undefined && patterns.length !== exchanges.length) {
    return finding('wrong-count', trail, {
      expected: patterns.map((one) => shown(one, trail)),
      observed: exchanges.map((exchange) => showRequest(exchange, view)),
      observedClass: `${exchanges.length} requests`,
    })
  }
  if (included === undefined && (ordered || patterns.length === 1)) {
    for (const [at, one] of patterns.entries()) {
      const found = holds(one, exchanges[at] as Exchange, patterns.length === 1 ? trail : below(trail, at))
      if (found !== undefined) return found
    }
    return undefined
  }
  return matchAny({ patterns, exchanges, view, trail, holds })
}

function matchAny({
  patterns,
  exchanges,
  view,
  trail,
  holds,
}: {
  patterns: readonly Template[]
  exchanges: readonly Exchange[]
  view: View
  trail: Trail
  holds: (request: Template, exchange: Exchange, at: Trail) => Finding | undefined
}): Finding | undefined {
  const missing = assign({
    patterns,
    items: exchanges.map((_, at) => at),
    trail,
    match: (request, at, below) => holds(request, exchanges[at as number] as Exchange, below),
  })
  if (missing === undefined) return undefined
  return finding('absent', below(trail, missing), {
    expected: shown(patterns[missing] as EncodedObject, trail),
    observed: exchanges.map((exchange) => showRequest(exchange, view)),
    observedClass: 'array',
  })
}

function listOf(pattern: Template): readonly Template[] {
  return Array.isArray(pattern) ? (pattern as readonly Template[]) : [pattern]
}
