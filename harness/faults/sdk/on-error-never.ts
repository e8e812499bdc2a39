import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'

export const onErrorNever: Fault = {
  id: 'sdk/on-error-never',
  title: 'the error handler is never called',
  observation: (seen) => mapCalls(seen, () => []),
}
