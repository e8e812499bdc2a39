import { randomBytes } from 'node:crypto'
import type { Store } from './emulated.ts'
import { own } from './own-collections.ts'

/** A secret of this emulator: made at random when it is first asked for, and kept as long as the data is. */
export function secretIn(store: Store, name: string): string {
  const kept = store.get(own.secrets, name)?.['secret']
  if (typeof kept === 'string') return kept
  const secret = randomBytes(32).toString('base64url')
  store.write([{ kind: 'put', collection: own.secrets, row: { id: name, secret } }])
  return secret
}
