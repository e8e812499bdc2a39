import type { Fault } from '../../model/fault.ts'
import { mapOutcome } from '../kit/outcome.ts'

export const wrapsWhatCame: Fault = {
  id: 'sdk/wraps-what-came',
  title: 'what came back is handed over inside another object',
  observation: (seen) =>
    mapOutcome(seen, (outcome) =>
      outcome.kind === 'resolved' ? { kind: 'resolved', value: { data: outcome.value } } : outcome,
    ),
}
