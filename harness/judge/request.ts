import type { Bindings, Encoded, EncodedObject, Template } from '../model/value.ts'
import type { Exchange } from '../model/exchange.ts'
import { escapeKey } from '../language/form.ts'
import { matchFrame } from './frame.ts'
import { headerValue } from '../language/join-headers.ts'
import { objectFrom } from '../language/own.ts'
import { substituteText } from '../language/substitute.ts'
import { parseQuery, pathOf, pathSegments, percentDecoded, queryTextOf, segmentsOf } from '../language/target.ts'
import { matchBody } from './body.ts'
import { shown } from './differs.ts'
import { finding, type Finding } from './finding.ts'
import { matchHeaders } from './headers.ts'
import type { Match } from './matchers/matcher.ts'
import { showRequest } from './show-request.ts'
import { below, insideDrawn, namesOf, type Trail } from './trail.ts'

/** Which view of a request is judged: as it left the SDK, or as the function got it. */
export type View = 'sends' | 'receives'

const frameKeys = ['socket', 'event', 'data']
const bodyKeys = ['json', 'text', 'form', 'bytes']

/** Holds a request pattern against a recorded exchange; a key that is left out is unconstrained. */
export function matchRequest({
  pattern,
  exchange,
  view,
  trail,
  match,
}: {
  pattern: Template
  exchange: Exchange
  view: View
  trail: Trail
  match: Match
}): Finding | undefined {
  const parts = pattern as EncodedObject
  const closed = Object.hasOwn(parts, 'path') && !Object.hasOwn(parts, 'query') ? { ...parts, query: {} } : parts
  if (exchange.frame !== undefined && !Object.hasOwn(parts, 'socket')) {
    return finding('different', trail, {
      expected: shown(pattern, trail),
      observed: showRequest(exchange, view),
      observedClass: 'a frame',
    })
  }
  for (const [key, item] of Object.entries(closed)) {
    const found = matchPart({ key, item, exchange, view, trail: below(trail, key), match })
    if (found !== undefined) return found
  }
  return undefined
}

function matchPart({
  key,
  item,
  exchange,
  view,
  trail,
  match,
}: {
  key: string
  item: Encoded
  exchange: Exchange
  view: View
  trail: Trail
  match: Match
}): Finding | undefined {
  const { request } = exchange
  if (frameKeys.includes(key)) return matchFrame({ key, item, frame: exchange.frame, trail, match })
  if (bodyKeys.includes(key))
    return matchBody({ key, pattern: item, body: request.body, form: request.form, trail, match })
  switch (key) {
    case 'client':
      return match(item, exchange.client, trail)
    case 'origin':
      return match(item, request.origin, trail)
    case 'method':
      return match(item, request.method, trail)
    case 'aborted':
      return match(item, exchange.aborted, trail)
    case 'path':
      return matchPath({ item, exchange, view, trail, match })
    case 'query':
      return match(item, queryOf(request.target), trail)
    case 'headers':
      return matchHeaders({ pattern: item, valueOf: (name) => headerValue(request.headers, name), trail, match })
    case 'carries':
      return matchCarries(item, exchange, trail)
    case 'without':
      return matchWithout(item, exchange, trail)
    default:
      throw new Error(`a request has no ${key}; the loader should have refused it`)
  }
}

/** Compared on decoded segments: a name that holds `/` is several, one that holds `%2F` is one. */
function matchPath({
  item,
  exchange,
  view,
  trail,
  match,
}: {
  item: Encoded
  exchange: Exchange
  view: View
  trail: Trail
  match: Match
}): Finding | undefined {
  const { target } = exchange.request
  const below = `/${exchange.received?.subPath.join('/') ?? ''}`
  if (typeof item !== 'string') return match(item, view === 'sends' ? pathOf(target) : below, trail)
  const expected = trail.literal ? segmentsOf(item) : expectedSegments(item, namesOf(trail))
  const observed = view === 'sends' ? pathSegments(target) : (exchange.received?.subPath ?? [])
  const same = expected.length === observed.length && expected.every((segment, at) => segment === observed[at])
  if (same) return undefined
  return finding('different', item.includes('${') ? insideDrawn(trail) : trail, {
    expected: `/${expected.join('/')}`,
    observed: view === 'sends' ? target : below,
  })
}

/** What is written in a path is percent-encoded where it needs to be; what a name stands for never is. */
function expectedSegments(path: string, names: Bindings): string[] {
  const encoded = substituteText(path, names, (filled) => filled.replaceAll('%', '%25'))
  return segmentsOf(encoded).map(percentDecoded)
}

/** The query as an object: name → value, or a list where the name occurs several times. */
function queryOf(target: string): EncodedObject {
  const values = new Map<string, string[]>()
  for (const [name, value] of parseQuery(queryTextOf(target))) values.set(name, [...(values.get(name) ?? []), value])
  return objectFrom(
    [...values].map(([name, list]) => [escapeKey(name), list.length === 1 ? (list[0] as string) : list] as const),
  )
}

/** Texts that occur somewhere in a request: it is promised that they are sent, not where they stand. */
function matchCarries(item: Encoded, exchange: Exchange, trail: Trail): Finding | undefined {
  const places = Object.values(contentsOf(exchange))
  const missing = textsOf(item, trail).find((text) => !places.some((content) => content.includes(text)))
  if (missing === undefined) return undefined
  return finding('absent', trail, {
    expected: { $includes: missing },
    observed: places.join('\n'),
    observedClass: 'in no place',
  })
}

/** Texts that occur nowhere in a request: not in its address, its headers or its body. */
function matchWithout(item: Encoded, exchange: Exchange, trail: Trail): Finding | undefined {
  for (const text of textsOf(item, trail)) {
    const place = Object.entries(contentsOf(exchange)).find(([, content]) => content.includes(text))
    if (place === undefined) continue
    return finding('unexpected', trail, {
      expected: { $not: { $includes: text } },
      observed: place[1],
      observedClass: `in ${place[0]}`,
    })
  }
  return undefined
}

function textsOf(item: Encoded, trail: Trail): readonly string[] {
  const texts = shown(item, trail)
  return (Array.isArray(texts) ? texts : [texts]) as readonly string[]
}

function contentsOf({ request, frame }: Exchange): { target: string; headers: string; body: string } {
  return {
    // What a handshake says stands in its query, where it is written with escapes.
    target: frame === undefined ? request.target : `${request.target} ${percentDecoded(request.target)}`,
    headers: request.headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
    body: Buffer.from(request.body).toString('utf8'),
  }
}
