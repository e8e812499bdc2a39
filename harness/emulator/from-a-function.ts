import type { Context } from 'hono'
import type { Env } from './emulated.ts'

/**
 * Whether a function asks, in the course of a call. The documents' samples ask in functions who calls (`if (!user)`) and
 * for a record (`if (!order)`), and mean that nobody and nothing are empty there; everywhere else they are errors.
 * A client that is made from a function's request sends this header with every request of its own.
 */
export function isFromFunction({ req, env }: Context<Env>): boolean {
  const { functionState } = env.app
  return functionState !== undefined && req.header(stateHeader) === functionState
}

/** What the platform tells a function of the call, and gets back with whatever the function asks meanwhile. */
export const stateHeader = 'Base44-State'
