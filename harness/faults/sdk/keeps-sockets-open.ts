import type { Fault } from '../../model/fault.ts'

export const keepsSocketsOpen: Fault = {
  id: 'sdk/keeps-sockets-open',
  title: 'a socket that is done with is not closed',
  observation: (seen) => ({ ...seen, exchanges: seen.exchanges.filter(({ frame }) => frame?.kind !== 'close') }),
}
