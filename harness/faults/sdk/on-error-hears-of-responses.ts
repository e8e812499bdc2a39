import type { Fault } from '../../model/fault.ts'
import { formValue, isObject } from '../../language/form.ts'
import { mapCalls } from '../kit/calls.ts'

export const onErrorHearsOfResponses: Fault = {
  id: 'sdk/on-error-hears-of-responses',
  title: 'the error handler hears of a response that the caller got as it is',
  observation: (seen) => {
    const { outcome } = seen
    const response = outcome.kind === 'resolved' ? formValue(outcome.value, 'response') : undefined
    if (!isObject(response) || response['ok'] === true) return seen
    const error = { $error: { class: ['Error'], name: 'Error', message: 'not ok' } }
    return mapCalls(seen, (calls) => [...calls, [error]])
  },
}
