import type { ClientRequest, IncomingHttpHeaders } from 'node:http'
import type { Manners } from './manners.ts'
import { openRoute, type Reach } from './route.ts'

/** Raw HTTP to a backend, for what is no judged call: bounded in size and time, and it follows no redirect. */
export interface Sender {
  readonly send: Send
  readonly close: () => void
}

export type Send = (asked: Asked) => Promise<Answered>

export interface Asked {
  readonly method: string
  /** Below the backend's address, percent-encoded; begins with a slash. */
  readonly path: string
  readonly headers?: Readonly<Record<string, string>>
  /** Sent as JSON. */
  readonly json?: unknown
}

export interface Answered {
  readonly status: number
  readonly headers: IncomingHttpHeaders
  readonly text: string
  /** What the text decodes to; undefined where it is no JSON. */
  readonly json: unknown
}

export interface SenderLimits {
  readonly milliseconds: number
  readonly bytes: number
}

/** A function may start with the first call, and fetch its packages meanwhile. */
export const senderLimits: SenderLimits = { milliseconds: 30_000, bytes: 8 * 2 ** 20 }
/** A request that the backend asks to be sent later is sent so often; then its answer stands. */
const mostTries = 5

export function openSender({
  reach,
  manners,
  limits = senderLimits,
  signal,
}: {
  reach: Reach
  manners: Manners
  limits?: SenderLimits
  signal?: AbortSignal | undefined
}): Sender {
  const route = openRoute(reach)
  // The prefix of the address, without a slash at its end.
  const prefix = new URL(reach.url).pathname.replace(/\/+$/, '')
  const sendOnce = ({ method, path, headers, json }: Asked): Promise<Answered> => {
    const body = json === undefined ? undefined : Buffer.from(JSON.stringify(json))
    const described = body && { 'content-type': 'application/json', 'content-length': String(body.length) }
    const request = route.request({ method, target: prefix + path, headers: { ...described, ...headers } })
    const answered = answerOf({ request, limits, signal })
    request.end(body)
    return answered
  }
  return {
    async send(asked) {
      for (let tried = 1; ; tried++) {
        await manners.turn(signal)
        const answer = await sendOnce(asked)
        const later = manners.heard({ status: answer.status, retryAfter: answer.headers['retry-after'] })
        if (!later || tried === mostTries) return answer
      }
    },
    close: route.close,
  }
}

function answerOf({
  request,
  limits,
  signal,
}: {
  request: ClientRequest
  limits: SenderLimits
  signal: AbortSignal | undefined
}): Promise<Answered> {
  return new Promise((resolve, reject) => {
    const fail = (error: Error): void => {
      finish()
      request.destroy()
      reject(error)
    }
    const stop = (): void => fail(signal?.reason as Error)
    const late = setTimeout(() => fail(tooSlow(limits)), limits.milliseconds)
    const finish = (): void => {
      clearTimeout(late)
      signal?.removeEventListener('abort', stop)
    }
    request.on('error', fail)
    if (signal?.aborted === true) return stop()
    signal?.addEventListener('abort', stop)
    request.on('response', (response) => {
      const pieces: Buffer[] = []
      let length = 0
      response.on('error', fail)
      response.on('data', (piece: Buffer) => {
        length += piece.length
        if (length > limits.bytes) return fail(tooLarge(limits))
        pieces.push(piece)
      })
      response.on('end', () => {
        finish()
        const text = Buffer.concat(pieces).toString('utf8')
        resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json: jsonOf(text) })
      })
    })
  })
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    return undefined
  }
}

function tooSlow({ milliseconds }: SenderLimits): Error {
  return Object.assign(new Error(`no whole answer within ${milliseconds / 1000} s`), { code: 'TOO_SLOW' })
}

function tooLarge({ bytes }: SenderLimits): Error {
  return Object.assign(new Error(`an answer of more than ${bytes} bytes`), { code: 'TOO_LARGE' })
}
