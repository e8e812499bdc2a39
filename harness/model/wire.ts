/** An address or header name that no document states, with where it was seen. */
export interface WireFact {
  readonly name: string
  /** A path template with `{appId}`, `{function}`; or a header name; or the word before a token in a header; or an origin. */
  readonly value: string
  readonly kind: 'path' | 'header' | 'scheme' | 'origin'
  readonly seen: string
}
