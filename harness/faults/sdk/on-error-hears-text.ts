import type { Fault } from '../../model/fault.ts'
import { mapFirstArgument } from '../kit/calls.ts'

export const onErrorHearsText: Fault = {
  id: 'sdk/on-error-hears-text',
  title: 'the error handler gets text, not an Error',
  observation: (seen) => mapFirstArgument(seen, () => 'failed'),
}
