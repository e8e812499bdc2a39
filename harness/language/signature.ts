import { createHmac } from 'node:crypto'

/** Shows that a text is of this run: hex HMAC-SHA256 with the key that the run and the fixture functions share. */
export function signatureOf(text: string, key: string): string {
  return createHmac('sha256', key).update(text, 'utf8').digest('hex')
}
