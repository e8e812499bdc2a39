import type { ServerResponse } from 'node:http'
import type { Answer } from '../../model/world.ts'
import type { Lockstep } from './lockstep.ts'

/** Puts an answer, or the network failure that stands in its place, on the wire. */
export async function writeAnswer({
  response,
  answer,
  lockstep,
}: {
  response: ServerResponse
  answer: Answer
  lockstep: Lockstep | undefined
}): Promise<void> {
  switch (answer.fault) {
    case 'hangs':
      return
    // Refusing takes a closed port; on a connection that was accepted, this is the nearest to it.
    case 'refused':
    case 'reset':
      response.socket?.resetAndDestroy()
      return
    case 'not-http':
      response.socket?.end('this is not HTTP\r\n\r\n')
      return
    case 'reset-mid-body':
      return resetMidBody(response, answer)
    case 'throws':
    case undefined:
      return answer.chunks === undefined ? writeWhole(response, answer) : writeChunks({ response, answer, lockstep })
  }
}

/** With its length it is written at once; without, as chunks of which each is a write of its own. */
function writeWhole(response: ServerResponse, answer: Answer): void {
  const headers = headerList(answer)
  if (mayHaveLength(answer)) headers.push('content-length', String(answer.body.length))
  response.writeHead(answer.status, headers)
  response.end(answer.body)
}

/** RFC 9110, 8.6: none with 1xx and 204; a 304 would have to tell the length of what it does not send. */
function mayHaveLength({ status, headers }: Answer): boolean {
  if (status < 200 || status === 204 || status === 304) return false
  return !headers.some(([name]) => /^(content-length|transfer-encoding)$/i.test(name))
}

async function writeChunks({
  response,
  answer,
  lockstep,
}: {
  response: ServerResponse
  answer: Answer
  lockstep: Lockstep | undefined
}): Promise<void> {
  response.writeHead(answer.status, headerList(answer))
  response.flushHeaders()
  for (const chunk of answer.chunks ?? []) {
    if (response.destroyed) return
    response.write(chunk)
    await lockstep?.written(chunk.length)
  }
  response.end()
}

/** Promises twice the body, sends it once, and cuts the connection as soon as that has left. */
function resetMidBody(response: ServerResponse, answer: Answer): void {
  const body = answer.body.length > 0 ? answer.body : Buffer.from('half of it')
  const headers = headerList(answer).concat('content-length', String(body.length * 2))
  response.writeHead(answer.status, headers)
  response.write(body, () => response.socket?.resetAndDestroy())
}

/** As a flat list, which node:http sends as it is: repeated names stay apart. */
function headerList(answer: Answer): string[] {
  return answer.headers.flat()
}
