import { randomBytes } from 'node:crypto'
import type { Change, Row, Store } from '../emulated.ts'
import { own } from '../own-collections.ts'

/** What proves that somebody is a user. A new stamp comes with a new password, and ends every token with the old one. */
export interface Credential {
  readonly password?: string
  readonly stamp: string
}

export function credentialOf(store: Store, userId: string): Credential {
  const row = store.get(own.credentials, userId)
  const password = row?.['password']
  const stamp = row?.['stamp']
  return { stamp: typeof stamp === 'string' ? stamp : '', ...(typeof password === 'string' && { password }) }
}

/** Gives a user a password, as `hashPassword` made it. */
export function putPassword(userId: string, password: string): Change {
  const row: Row = { id: userId, password, stamp: randomBytes(12).toString('base64url') }
  return { kind: 'put', collection: own.credentials, row }
}
