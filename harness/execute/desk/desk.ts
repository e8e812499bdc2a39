import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http'
import type { AddressInfo } from 'node:net'
import { fixtureRevision, type DeskAddress } from '../../model/backend.ts'
import { deskHeaders, type DeskReply } from '../../model/desk.ts'
import type { RecordedRequest } from '../../model/exchange.ts'
import type { Answer } from '../../model/world.ts'
import type { Lockstep } from '../stage/lockstep.ts'
import { writeAnswer } from '../stage/write-answer.ts'
import { deskError } from './desk-error.ts'
import { handedRequest, mostBytes } from './handed-request.ts'
import { readEnvelope, type Handed, type Refusal } from './read-envelope.ts'
import { askedOfThirdParty, isForThirdParty } from './third-party.ts'

/** Stands behind a backend's functions: every fixture function hands its request to it, and relays its answer. */
export interface Desk {
  readonly url: string
  /** What was handed over, in order of arrival. Whoever owns the desk may empty it. */
  readonly requests: HandedRequest[]
  /** Resolves when every request is answered or given up; rejects where answering one was a mistake. */
  settled: () => Promise<void>
  /** Cuts what is still open, so that nothing of a call that hung is left to the next. */
  drop: () => void
  close: () => Promise<void>
}

/** A request as a function of the backend saw it. */
export interface HandedRequest {
  readonly function: string
  readonly request: RecordedRequest
  readonly revision: number
  /** The function hung up before the answer was complete: its caller may have, or the backend in between. */
  aborted: boolean
}

/** What the function is to answer. Of faults, those that a function can have: throws, hangs, reset-mid-body. */
export interface DeskAnswer {
  readonly answer: Answer
  readonly lockstep?: Lockstep
}

export interface DeskOptions {
  readonly address: DeskAddress
  /** Shared with the fixture functions. */
  readonly key: string
  readonly onRequest: (handed: HandedRequest) => DeskAnswer | Promise<DeskAnswer>
  /** Told of what was not answered, and why. */
  readonly onRefusal: (refusal: Refusal) => void
  /** Of the fixture app; another one is refused. */
  readonly revision?: number
  /** Larger bodies are refused. */
  readonly mostBytes?: number
}

/** The headers that the function got travel in one header here, and base64 makes them a third longer. */
const maxHeaderSize = 2 ** 20

/** Listens where the fixture functions look for it; throws a SubjectError where that cannot be. */
export async function openDesk(options: DeskOptions): Promise<Desk> {
  const { address, key, revision = fixtureRevision, mostBytes: most = mostBytes, onRequest, onRefusal } = options
  const requests: HandedRequest[] = []
  const open = new Set<Promise<void>>()
  let mistake: Error | undefined

  const server = createServer({ maxHeaderSize, requestTimeout: 0, keepAliveTimeout: 0 }, (incoming, outgoing) => {
    const done = attend(incoming, outgoing)
      .catch((error: unknown) => {
        mistake ??= error instanceof Error ? error : new Error(String(error))
        outgoing.destroy()
      })
      .finally(() => open.delete(done))
    open.add(done)
  })

  async function attend(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    if (isForThirdParty(incoming)) return attendAsThirdParty(incoming, outgoing)
    const closed = new Promise<void>((resolve) => outgoing.once('close', resolve))
    const read = readEnvelope({ incoming, key, revision })
    if ('refusal' in read) return refused({ incoming, outgoing, refusal: read.refusal })
    const request = await handedRequest({ incoming, handed: read, most })
    if (request === undefined) return
    if (request === 'too-large') return refused({ incoming, outgoing, refusal: tooLarge(read.function, most) })
    const handed = { function: read.function, request, revision, aborted: false }
    requests.push(handed)
    const { answer, lockstep } = await onRequest(handed)
    void closed.then(() => lockstep?.release())
    await Promise.all([writeAnswer({ response: outgoing, answer: relayed(answer, read), lockstep }), closed])
    handed.aborted = !outgoing.writableFinished && answer.fault !== 'reset-mid-body'
  }

  async function attendAsThirdParty(incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
    const handed = await askedOfThirdParty(incoming, revision)
    if (handed === undefined) return
    requests.push(handed)
    const { answer, lockstep } = await onRequest(handed)
    await writeAnswer({ response: outgoing, answer, lockstep })
  }

  function refused(refusing: Parameters<typeof refuse>[0]): void {
    onRefusal(refusing.refusal)
    refuse(refusing)
  }

  const port = await listen(server, address)
  return {
    url: `http://${address.host}:${port}`,
    requests,
    async settled() {
      while (open.size > 0) await Promise.all(open)
      if (mistake !== undefined) throw mistake
    },
    drop: () => void (open.size > 0 && server.closeAllConnections()),
    close: () => close(server),
  }
}

/** The answer as it travels to the function: what it is to answer in a header, its body as the body. */
function relayed({ status, headers, fault, ...rest }: Answer, { function: name }: Handed): Answer {
  if (fault === 'refused' || fault === 'reset' || fault === 'not-http') {
    throw new Error(`the desk was to answer ${name} with the fault ${fault}: a function cannot have that`)
  }
  const reply: DeskReply = { status, headers, ...(fault === 'throws' && { fault }) }
  const envelope = Buffer.from(JSON.stringify(reply)).toString('base64url')
  return { ...rest, status: 200, headers: [[deskHeaders.reply, envelope]], ...(fault && { fault }) }
}

function tooLarge(name: string, most: number): Refusal {
  const message = `the body is larger than ${most} bytes, which is more than a run ever sends`
  return { problem: 'too-large', function: name, status: 413, message }
}

/** What is still on its way is read to its end, so that the function hears the answer; not where it is too much. */
function refuse({
  incoming,
  outgoing,
  refusal: { status, message },
}: {
  incoming: IncomingMessage
  outgoing: ServerResponse
  refusal: Refusal
}): void {
  outgoing.writeHead(status, { 'content-type': 'application/json' }).end(JSON.stringify({ message }))
  if (status === 413) outgoing.once('finish', () => incoming.destroy())
  else incoming.resume()
}

function listen(server: Server, { host, port }: DeskAddress): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(deskError({ host, port }, error)))
    server.listen(port, host, () => {
      server.unref()
      resolve((server.address() as AddressInfo).port)
    })
  })
}

function close(server: Server): Promise<void> {
  return new Promise((resolve) => {
    server.close(() => resolve())
    server.closeAllConnections()
  })
}
