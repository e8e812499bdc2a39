import type { Fault } from '../../model/fault.ts'
import { mapFirstArgument } from '../kit/calls.ts'

export const onErrorHearsAnotherError: Fault = {
  id: 'sdk/on-error-hears-another-error',
  title: 'the error handler gets another error than the caller',
  observation: (seen) =>
    mapFirstArgument(seen, () => ({ $error: { class: ['Error'], name: 'Error', message: 'something went wrong' } })),
}
