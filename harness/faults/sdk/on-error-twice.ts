import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'

export const onErrorTwice: Fault = {
  id: 'sdk/on-error-twice',
  title: 'the error handler is called twice for each error',
  observation: (seen) => mapCalls(seen, (calls) => calls.flatMap((call) => [call, call])),
}
