import type { IncomingMessage } from 'node:http'
import { deskHeaders, type DeskEnvelope } from '../../model/desk.ts'
import { isSignatureOf } from './signature.ts'

/** Why the desk does not answer for a function. */
export type Refusal =
  | { readonly problem: 'no-desk-request'; readonly status: 400 | 404; readonly message: string }
  | { readonly problem: 'key-differs'; readonly function: string; readonly status: 403; readonly message: string }
  | { readonly problem: 'too-large'; readonly function: string; readonly status: 413; readonly message: string }
  | {
      readonly problem: 'other-revision'
      readonly function: string
      readonly deployed: string
      readonly status: 409
      readonly message: string
    }

export interface Handed {
  readonly function: string
  readonly envelope: DeskEnvelope
}

/** What a fixture function says of the request that it hands over, or why it is not believed. */
export function readEnvelope({
  incoming,
  key,
  revision,
}: {
  incoming: IncomingMessage
  key: string
  revision: number
}): Handed | { readonly refusal: Refusal } {
  const name = functionIn(incoming)
  if (name === undefined) return { refusal: elsewhere }
  const text = headerOf(incoming, deskHeaders.request)
  if (!isSignatureOf({ key, text, signature: headerOf(incoming, deskHeaders.signature) })) {
    return { refusal: { problem: 'key-differs', function: name, status: 403, message: keyDiffers } }
  }
  const deployed = headerOf(incoming, deskHeaders.revision)
  if (deployed !== String(revision)) {
    const message = `this desk serves revision ${revision} of the fixture app; deployed is revision ${deployed}`
    return { refusal: { problem: 'other-revision', function: name, deployed, status: 409, message } }
  }
  const envelope = parsed(text)
  return envelope === undefined ? { refusal: unreadable } : { function: name, envelope }
}

const keyDiffers = 'the signature does not fit: the CONFORMANCE_KEY of this app is not the key of the run'
const elsewhere: Refusal = {
  problem: 'no-desk-request',
  status: 404,
  message: 'this is the desk of a conformance run: fixture functions POST to /desk/1/<function>',
}
const unreadable: Refusal = {
  problem: 'no-desk-request',
  status: 400,
  message: `${deskHeaders.request} is no base64url of JSON with method, url and headers`,
}

function functionIn({ method, url = '' }: IncomingMessage): string | undefined {
  const [, encoded] = /^\/desk\/1\/([^/?]+)$/.exec(url) ?? []
  if (method !== 'POST' || encoded === undefined) return undefined
  try {
    return decodeURIComponent(encoded)
  } catch {
    return undefined
  }
}

function headerOf({ headers }: IncomingMessage, name: string): string {
  return String(headers[name] ?? '')
}

/** It is signed, so a fixture function wrote it; whether it is one of ours that works is another matter. */
function parsed(text: string): DeskEnvelope | undefined {
  try {
    const envelope = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as DeskEnvelope
    const isWhole = typeof envelope.method === 'string' && URL.canParse(envelope.url) && Array.isArray(envelope.headers)
    return isWhole ? envelope : undefined
  } catch {
    return undefined
  }
}
