import type { BackendAccess } from '../model/backend.ts'
import type { Contract } from '../model/contract.ts'

/**
 * The first user whose password a contract uses and this backend was not given. The first user of a role plays the first
 * that a contract names in that role, and so on.
 */
export function withoutPassword(
  { given, steps }: Pick<Contract, 'given' | 'steps'>,
  { users }: Pick<BackendAccess, 'users'>,
): string | undefined {
  const written = JSON.stringify(steps)
  const taken = new Map<string, number>()
  for (const [name, { role = 'user' }] of Object.entries(given.users)) {
    const nth = taken.get(role) ?? 0
    taken.set(role, nth + 1)
    const isUsed = written.includes(`\${users.${name}.password}`)
    if (isUsed && users[role]?.[nth]?.password === undefined) return `user ${nth + 1} of role ${role}`
  }
  return undefined
}
