import type { SocketFrame } from './frame.ts'
import type { Encoded } from './value.ts'

/** One recorded request with its response: raw while it is judged, redacted when it is written. */
export interface Exchange {
  /** The contract's name of the client whose origin was addressed; empty where a function is seen from behind. */
  readonly client: string
  /** Where it was recorded, in front of a backend or behind its functions; left out: on the stage, which is both. */
  readonly seat?: ExchangeSeat
  /** The handshake, where it is about a socket; of what followed, its data as the body. */
  readonly request: RecordedRequest
  /** Set where it is no request, but something seen of a socket. */
  readonly frame?: SocketFrame
  response?: RecordedResponse
  /** The function the platform handed it to, if there was one. */
  readonly received?: Received
  /** The caller hung up before the response was complete. */
  aborted: boolean
  /** The backend broke the connection off, or could not be reached. */
  lost?: boolean
  /** The backend has begun its answer and not ended it. */
  unfinished?: boolean
}

/** `caller`: between the caller and the backend. `desk`: between the backend and what stands behind its functions. */
export type ExchangeSeat = 'caller' | 'desk'

export interface RecordedRequest {
  readonly method: string
  readonly origin: string
  /** The request target exactly as it stood in the request line. */
  readonly target: string
  /** Name and value pairs as they came, in order. */
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  /** The entries of a multipart body; absent when there is none or it cannot be read as a form. */
  readonly form?: readonly FormEntry[]
}

/** The value is text, or `{ $file: { name, type, bytes } }`. */
export type FormEntry = readonly [name: string, value: Encoded]

export interface RecordedResponse {
  readonly status: number
  readonly headers: readonly (readonly [string, string])[]
  readonly body: Uint8Array
  readonly fault?: string
}

/** What a function's `Request` holds of its address: never the host's own path. */
export interface Received {
  readonly function: string
  /** What follows the function's name, decoded segment by segment; `[]` for nothing. */
  readonly subPath: readonly string[]
}
