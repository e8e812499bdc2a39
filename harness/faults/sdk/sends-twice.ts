import type { Fault } from '../../model/fault.ts'

export const sendsTwice: Fault = {
  id: 'sdk/sends-twice',
  title: 'every request goes out twice',
  observation: (seen) => ({ ...seen, exchanges: seen.exchanges.flatMap((exchange) => [exchange, exchange]) }),
}
