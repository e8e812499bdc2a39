import { randomBytes } from 'node:crypto'
import { SignJWT, jwtVerify } from 'jose'
import type { Emulated, Row, Store, Tokens } from './emulated.ts'

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
