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
    case 'refused':
      return
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

function writeWhole(response: ServerResponse, answer: Answer): void {
  response.writeHead(answer.status, headerList(answer))
  response.end(answer.body)
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
