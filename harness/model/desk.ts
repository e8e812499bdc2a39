/**
 * What a fixture function and the desk tell each other (protocol 1): `POST /desk/1/<name>` with these headers and the
 * body as it came; 200 with the reply in a header and its body. The envelopes are base64url of JSON.
 */
export const deskHeaders = {
  request: 'x-conformance-request',
  revision: 'x-conformance-revision',
  /** HMAC-SHA256 of the envelope with the key of the run, in hexadecimal. */
  signature: 'x-conformance-signature',
  reply: 'x-conformance-reply',
  /** On an answer of a fixture function that the desk had no part in: `unreachable`, or `refused <status>`. */
  problem: 'x-conformance-desk',
} as const

/** A request as the function saw it. */
export interface DeskEnvelope {
  readonly method: string
  readonly url: string
  readonly headers: readonly (readonly [string, string])[]
}

/** What the function is to answer its caller. */
export interface DeskReply {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly fault?: 'throws'
}
