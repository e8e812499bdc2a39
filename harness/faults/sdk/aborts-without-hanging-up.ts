import type { Fault } from '../../model/fault.ts'

export const abortsWithoutHangingUp: Fault = {
  id: 'sdk/aborts-without-hanging-up',
  title: 'an aborted call leaves its request running',
  observation: (seen) => ({ ...seen, exchanges: seen.exchanges.map((exchange) => ({ ...exchange, aborted: false })) }),
}
