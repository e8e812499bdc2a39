import { randomBytes } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import type { Emulated, Row, Store, Tokens } from './emulated.ts'

/** In memory. */
export function openMemoryStore(): Store {
  const collections = new Map<string, Map<string, Row>>()
  const of = (name: string): Map<string, Row> => {
    const found = collections.get(name) ?? new Map<string, Row>()
    collections.set(name, found)
    return found
  }
  return {
    all: (collection) => [...of(collection).values()],
    get: (collection, id) => of(collection).get(id),
    write(changes) {
      for (const change of changes) {
        if (change.kind === 'put') of(change.collection).set(change.row.id, change.row)
        else of(change.collection).delete(change.id)
      }
    },
    empty: (collection) => (collection === undefined ? collections.clear() : void collections.delete(collection)),
    close: () => undefined,
  }
}

export function openTokens({ appId, store }: { appId: string; store: Store; now: () => Date }): Tokens {
  const secret = randomBytes(32)
  const sign = (sub: string): Promise<string> =>
    new SignJWT({ app: appId }).setProtectedHeader({ alg: 'HS256' }).setSubject(sub).sign(secret)
  return {
    ofUser: ({ id }) => sign(id),
    ofService: () => sign('service'),
    async callerOf(token) {
      try {
        const { payload } = await jwtVerify(token, secret)
        if (payload.sub === 'service') return { kind: 'service' }
        const user = store.get('User', payload.sub ?? '')
        return user === undefined ? 'invalid' : { kind: 'user', user }
      } catch {
        return 'invalid'
      }
    },
  }
}

export function createUser(app: Emulated, { email, role }: { email: string; role: string; password?: string }): Row {
  const row: Row = { id: app.newId(), email, role, full_name: email }
  app.store.write([{ kind: 'put', collection: 'User', row }])
  return row
}

export function userByEmail(store: Store, email: string): Row | undefined {
  return store.all('User').find((row) => row['email'] === email)
}
