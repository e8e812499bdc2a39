import type { Fault } from '../../model/fault.ts'
import { mapOutcome, threw } from '../kit/outcome.ts'

export const needsOptions: Fault = {
  id: 'sdk/needs-options',
  title: 'a client cannot be made without options',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'returned' ? threw('Cannot read properties of undefined (reading onError)') : outcome,
    ),
}
