import type { Fault } from '../../model/fault.ts'
import { mapError } from '../kit/outcome.ts'

export const inventsAResponse: Fault = {
  id: 'sdk/invents-a-response',
  title: 'a failure without a response gets one',
  observation: (seen) =>
    mapError(seen, (error) =>
      error['response'] === undefined ? { ...error, response: { status: 0, data: '' } } : error,
    ),
}
