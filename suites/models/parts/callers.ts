import type { Given } from '../../../harness/model/world.ts'

/** Somebody who acts in a history: a client as its user, as nobody, or as the service role. */
export interface Caller {
  /** How commands call them: the client's name; `service` for the service role. */
  readonly name: string
  /** The client through which they act. */
  readonly on: string
  readonly kind: 'user' | 'nobody' | 'service'
  /** The user's name in the world, where there is one. */
  readonly user?: string
  readonly admin: boolean
}

/** Everybody who can act in a world: each client, and the service role where one of them holds its token. */
export function callersIn({ clients, users }: Given): readonly Caller[] {
  const named = Object.entries(clients).map(([name, { user }]): Caller => {
    if (user === undefined) return { name, on: name, kind: 'nobody', admin: false }
    return { name, on: name, kind: 'user', user, admin: users[user]?.role === 'admin' }
  })
  const [holder] = Object.entries(clients).find(([, { service }]) => service === true) ?? []
  return holder === undefined ? named : [...named, { name: 'service', on: holder, kind: 'service', admin: false }]
}

/** A method of entities, as this caller reaches it. */
export function pathFor({ kind }: Caller, method: string): string {
  return kind === 'service' ? `asServiceRole.${method}` : method
}
