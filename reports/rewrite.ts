import type { Encoded } from '../harness/model/value.ts'
import type { Exchange } from '../harness/model/exchange.ts'
import type { SocketFrame } from '../harness/model/frame.ts'
import type { Mismatch, Violation } from '../harness/model/verdict.ts'
import { isObject } from '../harness/language/form.ts'
import { percentDecoded } from '../harness/language/target.ts'
import { objectFrom } from '../harness/language/own.ts'
import { rewriteBytes } from './rewrite-bytes.ts'

/** What is to become of text, wherever it stands. */
export interface Rewriter {
  readonly text: (text: string) => string
  /** The value of a header, or of a key that is called like one; left out: it is text like any other. */
  readonly header?: (name: string, value: string) => string
  /** A number behind a key; left out: it stays. */
  readonly number?: (key: string, value: number) => Encoded
}

/** A violation with every text in it rewritten. Fingerprints stay: they join it to what else is said of it. */
export function rewriteViolation(violation: Violation, rewriter: Rewriter): Violation {
  return {
    ...violation,
    mismatch: rewriteMismatch(violation.mismatch, rewriter),
    counterexample: rewriteValue(violation.counterexample, rewriter) as Violation['counterexample'],
    ...(violation.history && {
      history: violation.history.map(({ of, step }) => ({ of, step: rewriteValue(step, rewriter) })),
    }),
    exchanges: violation.exchanges.map((exchange) => rewriteExchange(exchange, rewriter)),
    replay: rewriter.text(violation.replay),
  }
}

export function rewriteExchange(exchange: Exchange, rewriter: Rewriter): Exchange {
  const { request, response, received } = exchange
  const { text } = rewriter
  return {
    ...exchange,
    client: text(exchange.client),
    request: {
      ...rewriteMessage(request, rewriter),
      method: text(request.method),
      origin: text(request.origin),
      target: exchange.frame === undefined ? text(request.target) : rewriteHandshake(request.target, rewriter),
      ...(request.form && {
        form: request.form.map(([name, value]) => [text(name), rewriteValue(value, rewriter)] as const),
      }),
    },
    ...(exchange.frame && { frame: rewriteFrame(exchange.frame, rewriter) }),
    ...(response && { response: rewriteMessage(response, rewriter) }),
    ...(received && { received: { function: text(received.function), subPath: received.subPath.map(text) } }),
  }
}

/** The token of a handshake stands in its query: a credential like that of a header. */
function rewriteHandshake(target: string, { text, header }: Rewriter): string {
  return target.replaceAll(/([?&])([^=&]*)=?([^&]*)/g, (whole, mark: string, name: string, value: string) => {
    if (header === undefined || !/^(token|access_token)$/i.test(name)) return text(whole)
    const credential = percentDecoded(value)
    const written = header('authorization', credential)
    return `${mark}${name}=${written === credential ? value : written}`
  })
}

function rewriteFrame(frame: SocketFrame, rewriter: Rewriter): SocketFrame {
  const { event, data } = frame
  return {
    ...frame,
    ...(event !== undefined && { event: rewriter.text(event) }),
    ...(data !== undefined && { data: rewriteValue(data, rewriter) }),
  }
}

interface Message {
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
}

/** A `content-length` that was true before is true afterwards. */
function rewriteMessage<T extends Message>(message: T, rewriter: Rewriter): T {
  const body = rewriteBytes(message.body, rewriter.text)
  const header = rewriter.header ?? ((_, value) => rewriter.text(value))
  const headers = message.headers.map(([name, value]): readonly [string, string] => {
    const told = name.toLowerCase() === 'content-length' && value === String(message.body.length)
    return [rewriter.text(name), told ? String(body.length) : header(name, value)]
  })
  return { ...message, headers, body }
}

/** A mismatch below a header is about that header's value. */
function rewriteMismatch(mismatch: Mismatch, rewriter: Rewriter): Mismatch {
  const key = mismatch.path.findLast((step): step is string => typeof step === 'string')
  const step = (part: string | number): string | number => (typeof part === 'string' ? rewriter.text(part) : part)
  return {
    ...mismatch,
    path: mismatch.path.map(step),
    stablePath: mismatch.stablePath.map(step),
    expected: rewriteValue(mismatch.expected, rewriter, key),
    observed: rewriteValue(mismatch.observed, rewriter, key),
    observedClass: rewriter.text(mismatch.observedClass),
  }
}

/** The value with every text in it rewritten, keys and bytes included. `key` is what it stands behind. */
export function rewriteValue(value: Encoded, rewriter: Rewriter, key?: string): Encoded {
  if (typeof value === 'string') return rewriteText(value, rewriter, key)
  if (value instanceof Uint8Array) return rewriteBytes(value, rewriter.text)
  if (Array.isArray(value)) return rewriteList(value as readonly Encoded[], rewriter, key)
  if (typeof value === 'number' && key !== undefined) return rewriter.number?.(key, value) ?? value
  if (!isObject(value)) return value
  return objectFrom(
    Object.entries(value).map(([name, item]) => [rewriter.text(name), rewriteValue(item, rewriter, name)] as const),
  )
}

function rewriteText(value: string, { text, header }: Rewriter, key: string | undefined): string {
  if (key === undefined) return text(value)
  if (key === '$bytes' || key === 'bytes') return rewriteBase64(value, text)
  return header === undefined ? text(value) : header(key, value)
}

/** A header that came more than once is a list behind its name; header pairs are lists of name and value. */
function rewriteList(list: readonly Encoded[], rewriter: Rewriter, key: string | undefined): Encoded {
  const [name, value] = list
  const items = list.map((item) => rewriteValue(item, rewriter, key))
  if (list.length !== 2 || typeof name !== 'string' || typeof value !== 'string') return items
  return [items[0] as Encoded, rewriteText(rewriteText(value, rewriter, name), rewriter, key)]
}

function rewriteBase64(value: string, text: Rewriter['text']): string {
  const bytes = new Uint8Array(Buffer.from(value, 'base64'))
  const rewritten = rewriteBytes(bytes, text)
  return rewritten === bytes ? text(value) : Buffer.from(rewritten).toString('base64')
}
