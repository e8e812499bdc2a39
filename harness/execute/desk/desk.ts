import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { BackendAccess } from '../../model/backend.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import { formOf, recordRequest } from '../stage/record-request.ts'
import { writeAnswer } from '../stage/write-answer.ts'
import { SubjectError } from '../subjects/subject-error.ts'
import { openEnvelope, replyHeaders } from './envelope.ts'

/**
 * Stands behind the functions that are deployed at a backend: every fixture function hands the request that it got
 * to the desk and answers what the desk says. Whoever does not know the run's key is refused.
 */
export interface Desk {
  /** From here until `close` what functions hand over is answered by this. */
  attend: (answer: (request: DeskRequest) => DeskResponse) => Attendance
  /** What was refused since the last call, in words. */
  takeRefusals: () => string[]
  close: () => Promise<void>
}

export interface DeskRequest {
  /** As it is deployed. */
  readonly function: string
  /** What the function's `Request` held. */
  readonly request: RecordedRequest
  /** Resolves when the exchange is over: whether the function took the whole answer. */
  readonly closed: Promise<boolean>
}

export interface DeskResponse {
  readonly answer: Answer
  readonly lockstep?: Lockstep
}

export interface Attendance {
  /** Resolves when everything that was handed over is answered or broken off. */
  settled: () => Promise<void>
  close: () => void
}

/** The envelope travels in a header, and holds all headers of the request. */
const maxHeaderSize = 1024 * 1024

export async function openDesk({ desk: address, key }: Pick<BackendAccess, 'desk' | 'key'>): Promise<Desk> {
  let attending: ((request: DeskRequest) => DeskResponse) | undefined
  let refusals: string[] = []
  const open = new Set<Promise<void>>()
  const server = createServer({ maxHeaderSize, requestTimeout: 0, keepAliveTimeout: 0 }, (incoming, outgoing) => {
    const done = attend(incoming, outgoing)
      .catch(() => void outgoing.destroy())
      .finally(() => open.delete(done))
    open.add(done)
  })
  await listen(server, address)

  async function attend(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const ended = new Promise<boolean>((resolve) => outgoing.once('close', () => resolve(outgoing.writableFinished)))
    const opened = openEnvelope(incoming, key)
    if (opened.kind === 'refused') {
      refusals.push(opened.message)
      return refuse(outgoing, opened)
    }
    if (attending === undefined) return refuse(outgoing, { status: 503, message: 'nothing is judged at the moment' })
    const handed = await recordRequest(incoming, '')
    if (handed === undefined) return
    const { method, url, headers } = opened.envelope
    const type = headers.find(([name]) => name.toLowerCase() === 'content-type')?.[1]
    const form = await formOf(type, handed.body)
    const request = { method, ...placeOf(url), headers, body: handed.body, ...(form && { form }) }
    const { answer, lockstep } = attending({ function: opened.name, request, closed: ended })
    await answerWith({ answer, lockstep, outgoing })
    await ended
  }

  return {
    attend(answer) {
      attending = answer
      return {
        async settled() {
          while (open.size > 0) await Promise.all(open)
        },
        close() {
          if (attending === answer) attending = undefined
          if (open.size > 0) server.closeAllConnections()
        },
      }
    },
    takeRefusals: () => refusals.splice(0),
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** What the function is to answer travels beside the body, so that nothing on the way takes it for its own. */
async function answerWith({
  answer,
  lockstep,
  outgoing,
}: {
  answer: Answer
  lockstep: Lockstep | undefined
  outgoing: ServerResponse
}): Promise<void> {
  const { fault, ...rest } = answer
  const handed: Answer = { ...rest, status: 200, headers: replyHeaders(answer) }
  // A function throws by itself; whatever else goes wrong, goes wrong on the way to it.
  const failing = fault === undefined || fault === 'throws' ? {} : { fault }
  await writeAnswer({ response: outgoing, answer: { ...handed, ...failing }, lockstep })
}

function refuse(outgoing: ServerResponse, { status, message }: { status: number; message: string }): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' })
  outgoing.end(JSON.stringify({ message }))
}

/** Origin and target of the address that the function saw; never through `new URL()`, which would tidy it up. */
function placeOf(url: string): { origin: string; target: string } {
  const [, origin = '', target = url] = /^(https?:\/\/[^/?#]*)(.*)$/i.exec(url) ?? []
  return { origin, target: target.startsWith('/') ? target : `/${target}` }
}

async function listen(server: Server, { host, port }: BackendAccess['desk']): Promise<void> {
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(notOpened({ host, port, error })))
    server.listen(port, host, resolve)
  })
  server.unref()
}

function notOpened({ host, port, error }: { host: string; port: number; error: NodeJS.ErrnoException }): SubjectError {
  const taken = error.code === 'EADDRINUSE'
  const why = taken ? 'the port is taken, perhaps by another run' : (error.code ?? error.message)
  return new SubjectError(
    `opened the desk, which stands behind the backend's functions, at ${host}:${port}: ${why}. ` +
      'Free it, or give the functions and this run another address (CONFORMANCE_DESK_URL).',
  )
}
