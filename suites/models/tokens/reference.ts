import type { Given } from '../../../harness/model/world.ts'
import { actingAmong } from '../parts/acting.ts'
import type { Command } from './commands.ts'

/** Who somebody is on a client: a user, or nobody, with a token that is no more or none at all. */
export type Identity =
  { readonly kind: 'user'; readonly user: string } | { readonly kind: 'nobody' } | { readonly kind: 'altered' }

/** Client → who one is there. */
export type Identities = Readonly<Record<string, Identity>>

/** Before the first command: as the world has signed them in. */
export function identitiesIn({ clients }: Given): Identities {
  const entries = actingAmong(clients).map((name): readonly [string, Identity] => {
    const user = clients[name]?.user
    return [name, user === undefined ? { kind: 'nobody' } : { kind: 'user', user }]
  })
  return Object.fromEntries(entries)
}

/** The reference model: one is who signed in last on that client, and no other client has to do with it. */
export function after(command: Command, identities: Identities): Identities {
  const now = identityBy(command)
  return now === undefined ? identities : { ...identities, [command.client]: now }
}

/** Undefined where a command only asks. */
function identityBy(command: Command): Identity | undefined {
  switch (command.do) {
    case 'sign in':
      return { kind: 'user', user: command.as }
    case 'sign out':
      return { kind: 'nobody' }
    case 'take an altered token':
      return { kind: 'altered' }
    case 'ask who':
    case 'ask whether':
    case 'make':
    case 'list':
      return undefined
  }
}
