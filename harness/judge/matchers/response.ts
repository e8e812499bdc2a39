import type { Encoded, EncodedObject } from '../../model/value.ts'
import { escapeKey, formValue, isObject } from '../../language/form.ts'
import { ownValue } from '../../language/own.ts'
import { matchBody } from '../body.ts'
import { differs, shown } from '../differs.ts'
import { finding, type Finding } from '../finding.ts'
import { matchHeaders } from '../headers.ts'
import { below, type Trail } from '../trail.ts'
import { matchClass } from './error.ts'
import type { Match, Matcher } from './matcher.ts'

const bodyKeys = ['json', 'text', 'form', 'bytes']

/** A subset of a native Response; names of headers are case-insensitive, the body is looked at where it is named. */
export const matchResponse: Matcher = (pattern, observed, trail, match) => {
  const response = formValue(observed, 'response')
  if (!isObject(response)) return differs({ $response: pattern }, observed, trail)
  for (const [key, item] of Object.entries(pattern as EncodedObject)) {
    const found = matchPart({ key, item, response, trail: below(trail, key), match })
    if (found !== undefined) return found
  }
  return undefined
}

function matchPart({
  key,
  item,
  response,
  trail,
  match,
}: {
  key: string
  item: Encoded
  response: EncodedObject
  trail: Trail
  match: Match
}): Finding | undefined {
  if (key === 'class') return matchClass(item, response['class'], trail, match)
  if (key === 'headers') {
    const headers = response['headers'] as EncodedObject
    const valueOf = (name: string): Encoded | undefined => ownValue(headers, escapeKey(name.toLowerCase()))
    return matchHeaders({ pattern: item, valueOf, trail, match })
  }
  if (key === 'without') return matchWithout(item, response, trail)
  if (!bodyKeys.includes(key)) return match(item, response[key], trail)
  const bytes = response['bytes']
  if (bytes instanceof Uint8Array) return matchBody({ key, pattern: item, body: bytes, form: undefined, trail, match })
  return finding('unreadable', trail, { expected: item, observed: response['failed'] ?? 'no body' })
}

/** Texts that occur nowhere in a response: not in its headers or its body. */
function matchWithout(item: Encoded, response: EncodedObject, trail: Trail): Finding | undefined {
  const bytes = response['bytes']
  const places = {
    headers: JSON.stringify(response['headers'] ?? {}),
    body: bytes instanceof Uint8Array ? Buffer.from(bytes).toString('utf8') : '',
  }
  for (const text of shown(item, trail) as readonly string[]) {
    const place = Object.entries(places).find(([, content]) => content.includes(text))
    if (place === undefined) continue
    const observedClass = `in ${place[0]}`
    return finding('unexpected', trail, { expected: { $not: { $includes: text } }, observed: place[1], observedClass })
  }
  return undefined
}
