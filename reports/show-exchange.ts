import type { Exchange, Received, RecordedResponse } from '../harness/model/exchange.ts'
import type { SocketFrame } from '../harness/model/frame.ts'
import { elide } from './elide.ts'
import { count } from './quantity.ts'
import { showBody } from './show-body.ts'
import { visible } from './visible.ts'
import { cut } from './wrap.ts'
import { faultWords, frameWords, seatWords } from './words.ts'

/** One line of an exchange, and what it is: reporters colour by role. */
export interface ExchangeLine {
  readonly role: 'start' | 'header' | 'body' | 'note'
  readonly text: string
}

/** An exchange as it would stand in an RFC: request line, headers, body, and the same of the response. */
export function showExchange(exchange: Exchange, { width }: { width: number }): ExchangeLine[] {
  if (exchange.frame !== undefined)
    return showFrame(exchange, exchange.frame, width).flatMap((line) => fit(line, width))
  return [
    ...showRequest(exchange, width),
    ...(exchange.received === undefined ? [] : [showReceived(exchange.received)]),
    ...showResponse(exchange.response, width),
    ...(exchange.aborted ? [note('the caller hung up before the response was complete')] : []),
    ...(exchange.unfinished === true ? [note('the answer never ended')] : []),
    ...(exchange.lost === true ? [note('the backend broke the connection off')] : []),
  ].flatMap((line) => fit(line, width))
}

/** The same as text, for where there are no colours. */
export function showExchangeText(exchange: Exchange, { width }: { width: number }): string {
  return showExchange(exchange, { width })
    .map((line) => line.text)
    .join('\n')
}

const inset = '  '
const longestHeader = 200

/** Of the handshake its address; of an event its name and what it carried. */
function showFrame(exchange: Exchange, { kind, event }: SocketFrame, width: number): ExchangeLine[] {
  const { request } = exchange
  const named = event === undefined ? '' : ` ${visible(event)}`
  const address = kind === 'connect' ? ` ${short(request.target)}` : ''
  return [
    { role: 'start', text: `${frameWords[kind]}${named}${address}${place(exchange)}` },
    ...(kind === 'connect' ? showHeaders(request.headers) : []),
    ...withGap(showBody(request.body, { width: width - inset.length })),
  ]
}

function showRequest(exchange: Exchange, width: number): ExchangeLine[] {
  const { method, target, headers, body, form } = exchange.request
  return [
    { role: 'start', text: `→ ${visible(method)} ${short(target)}${place(exchange)}` },
    ...showHeaders(headers),
    ...withGap(showBody(body, { width: width - inset.length, form })),
  ]
}

/** Whose it is and where it was seen, where that says something. */
function place({ client, seat }: Pick<Exchange, 'client' | 'seat'>): string {
  const places = [
    seat && seatWords[seat],
    client === 'client' || client === '' ? undefined : `client ${visible(client)}`,
  ]
  const known = places.filter((place) => place !== undefined)
  return known.length === 0 ? '' : `   (${known.join(', ')})`
}

function showReceived({ function: name, subPath }: Received): ExchangeLine {
  const below = subPath.length === 0 ? '' : `, sub-path /${subPath.map(visible).join('/')}`
  return note(`received by the function ${visible(name)}${below}`)
}

function showResponse(response: RecordedResponse | undefined, width: number): ExchangeLine[] {
  if (response === undefined) return [{ role: 'start', text: '← no response' }]
  const { status, headers, body, fault } = response
  if (fault !== undefined && fault !== 'reset-mid-body' && fault !== 'throws') {
    return [{ role: 'start', text: `← ${showFault(fault)}` }]
  }
  return [
    { role: 'start', text: `← ${status}` },
    ...showHeaders(headers),
    ...withGap(showBody(body, { width: width - inset.length })),
    ...(fault === undefined ? [] : [note(showFault(fault))]),
  ]
}

function showFault(fault: string): string {
  return Object.hasOwn(faultWords, fault) ? faultWords[fault as keyof typeof faultWords] : visible(fault)
}

function showHeaders(headers: readonly (readonly [string, string])[]): ExchangeLine[] {
  return headers.map(([name, value]) => ({ role: 'header', text: `${inset}${visible(name)}: ${short(value)}` }))
}

/** Headers and body are apart, as on the wire. */
function withGap(body: readonly string[]): ExchangeLine[] {
  if (body.length === 0) return []
  return [
    { role: 'body', text: '' },
    ...body.map((line) => ({ role: 'body' as const, text: line === '' ? '' : inset + line })),
  ]
}

function note(text: string): ExchangeLine {
  return { role: 'note', text: `${inset}(${text})` }
}

function short(text: string): string {
  const elided = elide(text, { limit: longestHeader, escape: visible })
  if (elided === undefined) return visible(text)
  return `${visible(elided.head)} … ${count(elided.bytes)} bytes … ${visible(elided.tail)}`
}

/** Continued lines stand deeper than those that begin. */
function fit(line: ExchangeLine, width: number): ExchangeLine[] {
  const [first = '', ...rest] = cut(line.text, width)
  if (rest.length === 0) return [line]
  const further = cut(rest.join(''), width - 4).map((text) => ({ role: line.role, text: `    ${text}` }))
  return [{ role: line.role, text: first }, ...further]
}
