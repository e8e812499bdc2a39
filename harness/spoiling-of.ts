import type { BackendAccess } from './model/backend.ts'
import type { Exchange } from './model/exchange.ts'
import type { Around, Fault } from './model/fault.ts'
import type { Given } from './model/world.ts'
import type { Spoiling } from './execute/tap/tap.ts'

/** What a planted fault does to what goes through the tap, given what a backend that has it would know. */
export function spoilingOf({
  fault,
  access: { users, serviceToken },
  exchanges,
  given,
}: {
  fault: Fault | undefined
  access: BackendAccess
  /** Everything recorded in this scene, as it grows. */
  exchanges: readonly Exchange[]
  given: Given
}): Spoiling {
  if (fault === undefined) return {}
  const { request, answer, times } = fault
  const around = (): Around => ({
    earlier: exchanges.filter(({ seat, response }) => seat === 'caller' && response !== undefined),
    users,
    ...(serviceToken !== undefined && { serviceToken }),
    secrets: Object.values(given.secrets),
  })
  return {
    ...(request && { request: (sent) => request(sent, around()) }),
    ...(answer && { answer: (given, sent) => answer(given, { ...around(), request: sent }) }),
    ...(times && { times }),
  }
}
