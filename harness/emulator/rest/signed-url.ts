import { createHmac, timingSafeEqual } from 'node:crypto'
import type { Store } from '../emulated.ts'
import { secretIn } from '../secret-in.ts'

interface Signed {
  readonly id: string
  /** Seconds since 1970. */
  readonly expires: number
}

/** What opens a private file until then. */
export function signedQuery(store: Store, signed: Signed): string {
  return String(new URLSearchParams({ expires: String(signed.expires), token: signatureOf(store, signed) }))
}

export function isSigned(store: Store, { id, query, now }: { id: string; query: URLSearchParams; now: Date }): boolean {
  const expires = Number(query.get('expires') ?? Number.NaN)
  if (!(expires * 1000 > now.getTime())) return false
  const given = Buffer.from(query.get('token') ?? '')
  const wanted = Buffer.from(signatureOf(store, { id, expires }))
  return given.length === wanted.length && timingSafeEqual(given, wanted)
}

function signatureOf(store: Store, { id, expires }: Signed): string {
  return createHmac('sha256', secretIn(store, 'files')).update(`${id}\n${expires}`).digest('base64url')
}
