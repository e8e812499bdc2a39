import { createHmac, timingSafeEqual } from 'node:crypto'
import { createServer, type IncomingMessage } from 'node:http'
import { fixtureRevision, type DeskAddress } from '../../model/backend.ts'
import { isLoopback } from '../is-loopback.ts'
import { SubjectError } from '../subjects/subject-error.ts'

/** What came to the desk from the function that was called. */
export type Arrival = { readonly kind: 'expected' | 'key-differs' } | OtherRevision
interface OtherRevision {
  readonly kind: 'other-revision'
  readonly revision: string
}

/** A desk for one question: does a fixture function find it, and is it one of this run? */
export interface ReadyDesk {
  readonly arrivals: () => readonly Arrival[]
  readonly close: () => Promise<void>
}

/** Listens where the fixture functions look for the desk; every one of them is answered with `answer`. */
export async function openReadyDesk({
  desk,
  key,
  answer,
}: {
  desk: DeskAddress
  key: string
  answer: string
}): Promise<ReadyDesk> {
  const arrivals: Arrival[] = []
  const server = createServer({ maxHeaderSize: 2 ** 18 }, (request, response) => {
    request.resume()
    const arrival = arrivalOf(request, key)
    arrivals.push(arrival)
    const refused = refusals[arrival.kind]
    const reply = { status: 200, headers: [['content-type', 'text/plain']] }
    response.writeHead(refused ?? 200, { 'x-conformance-reply': base64url(JSON.stringify(reply)) })
    response.end(refused === undefined ? answer : JSON.stringify({ message: arrival.kind }))
  })
  await new Promise<void>((resolve, reject) => {
    server.once('error', (error: NodeJS.ErrnoException) => reject(notListening(desk, error)))
    server.listen(desk.port, listenHostOf(desk), resolve)
  })
  return {
    arrivals: () => arrivals,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve())
        server.closeAllConnections()
      }),
  }
}

/** By a name of another network it is found on any of this machine's own addresses. */
function listenHostOf({ host }: DeskAddress): string | undefined {
  return isLoopback(host) ? host : undefined
}

/** Refusals of the desk protocol, by what is wrong. */
const refusals: Readonly<Record<Arrival['kind'], number | undefined>> = {
  expected: undefined,
  'key-differs': 403,
  'other-revision': 409,
}

function arrivalOf({ headers }: IncomingMessage, key: string): Arrival {
  const said = (name: string): string => String(headers[name] ?? '')
  if (said('x-conformance-revision') !== String(fixtureRevision)) {
    return { kind: 'other-revision', revision: said('x-conformance-revision') }
  }
  const expected = createHmac('sha256', key).update(said('x-conformance-request')).digest()
  const signature = Buffer.from(said('x-conformance-signature'), 'hex')
  const same = signature.length === expected.length && timingSafeEqual(signature, expected)
  return { kind: same ? 'expected' : 'key-differs' }
}

function base64url(text: string): string {
  return Buffer.from(text).toString('base64url')
}

function notListening({ host, port }: DeskAddress, { code }: NodeJS.ErrnoException): SubjectError {
  const why = code === 'EADDRINUSE' ? 'something else listens there, perhaps another run' : `it cannot be (${code})`
  return new SubjectError(
    `opened the desk at http://${host}:${port}, where the fixture functions look for it: ${why}. End that, or set CONFORMANCE_DESK_URL, in the secrets of the app and here, to another address.`,
  )
}
