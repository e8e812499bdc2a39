import { createHmac, timingSafeEqual } from 'node:crypto'

/** HMAC-SHA256 of a text with the key of the run, in hexadecimal: what the desk takes and the guest asks for. */
export function signatureOf(key: string, text: string): string {
  return createHmac('sha256', key).update(text).digest('hex')
}

/** Takes the same time wherever they differ. */
export function isSignatureOf({ key, text, signature }: { key: string; text: string; signature: string }): boolean {
  const wanted = Buffer.from(signatureOf(key, text))
  const seen = Buffer.from(signature)
  return seen.length === wanted.length && timingSafeEqual(seen, wanted)
}
