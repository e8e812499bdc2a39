import { z } from 'zod'
import { closed, line, named } from '../load/grammar/words.ts'

/** What a configuration may say of backends: by their address, or as a list in which each says its own. */
export function backendsGrammar(): z.ZodType {
  const byAddress = named(closed(settings()))
  const list = z.array(closed({ url: line(), ...settings() }))
  return z.union([list, byAddress], { error: 'an object by address, or a list of them' })
}

function settings(): Readonly<Record<string, z.ZodType>> {
  return {
    appId: line().optional(),
    users: named(z.array(userGrammar(), 'a list of users')).optional(),
    serviceToken: line().optional(),
    desk: line().optional(),
    key: line().optional(),
    ca: line().optional(),
    proxy: line().optional(),
    claims: z.array(line(), 'a list of profiles').min(1, 'at least one profile').optional(),
    rate: z.number('a number of requests a second').positive('more than 0 requests a second').optional(),
  }
}

function userGrammar(): z.ZodType {
  return closed({
    id: line().optional(),
    email: line().optional(),
    token: line().optional(),
    password: line().optional(),
  })
}

/** Keys whose values are nobody's business, also where they are wrong. */
const secret = new Set(['key', 'serviceToken', 'token', 'password', 'proxy'])

/** Whether a message about this place may repeat what stands there. */
export function mayBeShown(path: readonly (string | number)[]): boolean {
  return path[0] !== 'backends' || !path.some((part) => secret.has(String(part)))
}
