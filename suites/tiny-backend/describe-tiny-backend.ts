import { fixtureRevision } from '../../harness/model/backend.ts'
import type { People, Person } from './people.ts'

/** What it says of itself at `/.well-known/base44-conformance`; with a password, one user has to log in. */
export function describeTinyBackend({
  people,
  deskUrl,
  key,
  appId,
}: {
  people: People
  deskUrl: string
  key: string
  appId: string
}): unknown {
  const withToken = (person: Person): unknown => ({ id: person.id, email: person.email, token: people.tokenOf(person) })
  const withPassword = (person: Person): unknown => ({ email: person.email, password: people.passwordOf(person) })
  const [admin, ...others] = people.users
  return {
    appId,
    name: 'tiny-backend',
    version: '1.0.0',
    revision: fixtureRevision,
    users: {
      admin: admin === undefined ? [] : [withToken(admin)],
      user: others.map((person, index) => (index < others.length - 1 ? withToken(person) : withPassword(person))),
    },
    serviceToken: people.tokenOf(people.service),
    desk: deskUrl,
    key,
    reset: '/conformance/reset',
    claims: ['functions'],
  }
}
