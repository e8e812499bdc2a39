import type { Caller, Tokens } from '../emulated.ts'

/** Who opens a socket, by the token of its handshake. `invalid`: whoever it is must not be taken for nobody. */
export async function callerOfHandshake(query: Query, tokens: Pick<Tokens, 'callerOf'>): Promise<Caller | 'invalid'> {
  const token = query['token']
  if (token === undefined) return { kind: 'nobody' }
  if (typeof token !== 'string') return 'invalid'
  return noToken.has(token) ? { kind: 'nobody' } : tokens.callerOf(token)
}

/** A client without a token writes its query with one all the same: @base44/sdk 0.8.50 sends `token=undefined`. */
const noToken: ReadonlySet<string> = new Set(['', 'undefined', 'null'])

type Query = Readonly<Record<string, string | readonly string[] | undefined>>
