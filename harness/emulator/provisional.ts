import { SignJWT, jwtVerify } from 'jose'
import type { Row, Store, Tokens } from './emulated.ts'

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

export function openTokens({ appId, secret, store }: { appId: string; secret: Uint8Array; store: Store }): Tokens {
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
