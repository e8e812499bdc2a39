import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'
import { rejected } from '../kit/outcome.ts'

export const onErrorOnSuccess: Fault = {
  id: 'sdk/on-error-on-success',
  title: 'the error handler is called when a call succeeds',
  observation: (seen) => {
    const { outcome } = seen
    if (outcome.kind !== 'resolved') return seen
    const none = rejected('Error', 'nothing is wrong')
    return mapCalls(seen, (calls) => (calls.length > 0 || none.kind !== 'rejected' ? calls : [[none.error]]))
  },
}
