import type { Fault } from '../../model/fault.ts'
import { formValue, isObject } from '../../language/form.ts'
import { mapOutcome, rejected } from '../kit/outcome.ts'

export const fetchRejectsOnErrorStatus: Fault = {
  id: 'sdk/fetch-rejects-on-error-status',
  title: 'fetch rejects when the function answers with an error status',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => {
      const response = outcome.kind === 'resolved' ? formValue(outcome.value, 'response') : undefined
      return isObject(response) && response['ok'] === false ? rejected('Error', 'planted') : outcome
    }),
}
