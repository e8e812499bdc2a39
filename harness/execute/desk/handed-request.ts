import type { IncomingMessage } from 'node:http'
import type { RecordedRequest } from '../../model/exchange.ts'
import { formOf, readBody } from '../stage/record-request.ts'
import type { Handed } from './read-envelope.ts'

/** Several times what any contract sends; a backend that sends more would fill the memory of the run. */
export const mostBytes: number = 64 * 2 ** 20

/**
 * The request that the function's caller made, with the body as the function got it; undefined if the function hangs
 * up before its end.
 */
export async function handedRequest({
  incoming,
  handed: { envelope },
  most,
}: {
  incoming: IncomingMessage
  handed: Handed
  most: number
}): Promise<RecordedRequest | 'too-large' | undefined> {
  const body = await Promise.race([readBody(incoming), exceeded(incoming, most)])
  if (body === undefined || body === 'too-large') return body
  const { method, url, headers } = envelope
  // As it stands there: parsing would make `a/../b` and an explicit port 80 look like something else.
  const [origin = ''] = /^[^/?#]+\/\/[^/?#]*/.exec(url) ?? []
  const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
  const form = await formOf(type, body)
  return { method, origin, target: url.slice(origin.length), headers, body, ...(form && { form }) }
}

function exceeded(incoming: IncomingMessage, most: number): Promise<'too-large'> {
  return new Promise((resolve) => {
    let size = 0
    incoming.on('data', ({ length }: Buffer) => {
      size += length
      if (size > most) resolve('too-large')
    })
  })
}
