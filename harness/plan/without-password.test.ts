import { expect, test } from 'vitest'
import type { SignedIn } from '../model/backend.ts'
import type { Contract } from '../model/contract.ts'
import { withoutPassword } from './without-password.ts'

const [known, unknown]: SignedIn[] = [
  { id: '1', email: 'a@example.com', token: 't', password: 'p' },
  { id: '2', email: 'b@example.com', token: 't' },
]

test.each<[string, readonly (SignedIn | undefined)[], string, string | undefined]>([
  ['no password is used', [unknown, unknown], '${users.alice.email}', undefined],
  ['the password is known', [known, unknown], '${users.alice.password}', undefined],
  ['it is not', [unknown, known], '${users.alice.password}', 'user 1 of role user'],
  ['that of the second user is not', [known, unknown], '${users.bob.password}', 'user 2 of role user'],
])('%s', (_, users, used, expected) => {
  const given = { users: { alice: {}, bob: { role: 'user' } } } as unknown as Contract['given']
  const steps = [{ kind: 'call', with: [used] }] as unknown as Contract['steps']
  expect(withoutPassword({ given, steps }, { users: { user: users as SignedIn[] } })).toBe(expected)
})
