import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'

export const onErrorOfEveryClient: Fault = {
  id: 'sdk/on-error-of-every-client',
  title: 'an error of one client is told to the handlers of all',
  observation: (seen) => {
    const all = Object.values(seen.notified).flat()
    return mapCalls(seen, () => all)
  },
}
