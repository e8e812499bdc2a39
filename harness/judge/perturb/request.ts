import type { Encoded, EncodedObject, Template } from '../../model/value.ts'
import type { Exchange, FormEntry, RecordedRequest } from '../../model/exchange.ts'
import type { SocketFrame } from '../../model/frame.ts'
import { unescapeKey } from '../../language/form.ts'
import { headerValue } from '../../language/join-headers.ts'
import { loneName, lookUp, substitute, substituteKey } from '../../language/substitute.ts'
import { pathOf } from '../../language/target.ts'
import type { View } from '../request.ts'
import { changesOfBody } from './body.ts'
import { foreign, within, type Changed, type Reading } from './changed.ts'
import { changesOfHeaders } from './headers.ts'
import { changesOfValue } from './value.ts'

type Changes = Generator<Changed<Exchange>>

/** A recorded request with each part changed that the pattern mentions. */
export function* changesOfRequest({
  pattern,
  exchange,
  view,
  reading,
}: {
  pattern: EncodedObject
  exchange: Exchange
  view: View
  reading: Reading
}): Changes {
  const closed =
    Object.hasOwn(pattern, 'path') && !Object.hasOwn(pattern, 'query') ? { ...pattern, query: {} } : pattern
  for (const [key, item] of Object.entries(closed))
    yield* within(key, changesOfPart({ key, item, exchange, view, reading }), (value) => value)
}

function* changesOfPart({
  key,
  item,
  exchange,
  view,
  reading,
}: {
  key: string
  item: Template
  exchange: Exchange
  view: View
  reading: Reading
}): Changes {
  const { request } = exchange
  const requestWith = (changed: Partial<RecordedRequest>): Exchange => ({
    ...exchange,
    request: { ...request, ...changed },
  })
  const whole = (value: Exchange): Changed<Exchange> => ({ path: [], value })
  switch (key) {
    case 'socket':
    case 'event':
    case 'data':
      return yield* changesOfFrame({ key, item, exchange, reading })
    case 'client':
      return yield whole({ ...exchange, client: foreign(exchange.client) as string })
    case 'aborted':
      return yield whole({ ...exchange, aborted: !exchange.aborted })
    case 'method':
    case 'origin':
      return yield whole(requestWith({ [key]: foreign(request[key]) }))
    case 'query':
      return yield whole(requestWith({ target: `${pathOf(request.target)}?%E2%89%A0=1` }))
    case 'path':
      return yield whole(
        view === 'sends'
          ? requestWith({ target: request.target.replace(pathOf(request.target), () => '/%E2%89%A0') })
          : { ...exchange, received: { function: '', ...exchange.received, subPath: ['≠'] } },
      )
    case 'carries':
      for (const [at, text] of textsOf(item, reading).entries())
        yield { path: [at], value: requestWith(lacking(text, request)) }
      return
    case 'without':
      for (const [at, text] of textsOf(item, reading).entries())
        yield { path: [at], value: requestWith({ headers: [...request.headers, ['x-leak', text]] }) }
      return
    case 'headers':
      return yield* changesOfSentHeaders(item, request, reading, requestWith)
    case 'form':
      return yield* changesOfFields(item, request.form ?? [], reading, (form) => requestWith({ form }))
    default:
      for (const { path, value } of changesOfBody({
        key,
        pattern: item,
        body: request.body,
        reading,
        changes: changesOfValue,
      }))
        yield { path, value: requestWith({ body: value }) }
  }
}

function* changesOfFrame({
  key,
  item,
  exchange,
  reading,
}: {
  key: 'socket' | 'event' | 'data'
  item: Template
  exchange: Exchange
  reading: Reading
}): Changes {
  const { frame } = exchange
  if (frame === undefined) return
  const put = (changed: Partial<SocketFrame>): Exchange => ({ ...exchange, frame: { ...frame, ...changed } })
  if (key === 'socket') return yield { path: [], value: put({ kind: frame.kind === 'close' ? 'connect' : 'close' }) }
  if (key === 'event') return yield { path: [], value: put({ event: foreign(frame.event) as string }) }
  for (const { path, value } of changesOfValue(item, frame.data, { ...reading, as: 'json' }))
    yield { path, value: put({ data: value ?? { $value: 'undefined' } }) }
}

/** The request with a text taken out, wherever it stands. */
function lacking(text: string, { target, headers, body }: RecordedRequest): Partial<RecordedRequest> {
  const without = (content: string): string =>
    content.replaceAll(text, '≠').replaceAll(encodeURIComponent(text.toWellFormed()), '≠')
  return {
    target: without(target),
    headers: headers.map(([name, value]) => [name, without(value)] as const),
    body: Buffer.from(without(Buffer.from(body).toString('latin1')), 'latin1'),
  }
}

function textsOf(item: Template, { bindings }: Reading): readonly string[] {
  const texts = substitute(item, bindings)
  return (Array.isArray(texts) ? texts : [texts]) as readonly string[]
}

function* changesOfSentHeaders(
  item: Template,
  request: RecordedRequest,
  reading: Reading,
  put: (changed: Partial<RecordedRequest>) => Exchange,
): Changes {
  const valueOf = (name: string): string | undefined => headerValue(request.headers, name)
  for (const { path, value: header } of changesOfHeaders({
    pattern: item,
    valueOf,
    reading,
    changes: changesOfValue,
  })) {
    const { name, value } = header
    const others = request.headers.filter(([key]) => key.toLowerCase() !== name.toLowerCase())
    yield { path, value: put({ headers: value === undefined ? others : [...others, [name, String(value)]] }) }
  }
}

function* changesOfFields(
  item: Template,
  form: readonly FormEntry[],
  reading: Reading,
  put: (form: readonly FormEntry[]) => Exchange,
): Changes {
  const drawn = loneName(item)
  const literal = reading.literal || drawn !== undefined
  const fields = (drawn === undefined ? item : lookUp(drawn, reading.bindings)) as EncodedObject
  for (const [written, expected] of Object.entries(fields)) {
    const name = unescapeKey(literal ? written : substituteKey(written, reading.bindings))
    const values = form.filter(([field]) => field === name).map(([, value]) => value)
    const observed: Encoded | undefined = values.length > 1 ? values : values[0]
    const others = form.filter(([field]) => field !== name)
    for (const { path, value } of changesOfValue(expected, observed, { ...reading, as: 'form', literal })) {
      const list = value === undefined ? [] : Array.isArray(value) ? (value as readonly Encoded[]) : [value]
      yield { path: [name, ...path], value: put([...others, ...list.map((one): FormEntry => [name, one])]) }
    }
  }
}
