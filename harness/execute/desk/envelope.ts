import { createHmac, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage } from 'node:http'
import type { Answer } from '../../model/world.ts'
import { fixtureRevision } from '../../model/backend.ts'

/** What a fixture function tells of the request that it got. */
export interface Envelope {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
}

export type Opened =
  | { readonly kind: 'opened'; readonly name: string; readonly envelope: Envelope }
  | { readonly kind: 'refused'; readonly status: number; readonly message: string }

/** Desk protocol 1: `POST /desk/1/<function>`, the envelope in a header, signed with the run's key. */
export function openEnvelope({ url = '', headers }: IncomingMessage, key: string): Opened {
  const [, name] = /^\/desk\/1\/([^/?]+)$/.exec(url) ?? []
  const written = headers['x-conformance-request']
  if (name === undefined || typeof written !== 'string') {
    return refused(404, `${url} is no address of the desk: fixture functions call /desk/1/<function>`)
  }
  const decoded = decodeURIComponent(name)
  if (!isSigned({ written, signature: headers['x-conformance-signature'], key })) {
    return refused(403, `the function ${decoded} signs with another key: give it this run's CONFORMANCE_KEY`)
  }
  const revision = Number(headers['x-conformance-revision'])
  if (revision !== fixtureRevision) {
    return refused(
      409,
      `the function ${decoded} is of revision ${revision || 'none'} of the fixture app, and this is ${fixtureRevision}: deploy it again`,
    )
  }
  const envelope = JSON.parse(Buffer.from(written, 'base64url').toString()) as Envelope
  return { kind: 'opened', name: decoded, envelope }
}

function refused(status: number, message: string): Opened {
  return { kind: 'refused', status, message }
}

function isSigned({
  written,
  signature,
  key,
}: {
  written: string
  signature: string | string[] | undefined
  key: string
}): boolean {
  if (typeof signature !== 'string') return false
  const expected = createHmac('sha256', key).update(written).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === expected.length && timingSafeEqual(given, expected)
}

/** What the function is to answer its caller with. */
export function replyHeaders({ status, headers, fault }: Answer): [string, string][] {
  const reply = { status, headers, ...(fault === 'throws' && { fault }) }
  return [['x-conformance-reply', Buffer.from(JSON.stringify(reply)).toString('base64url')]]
}
