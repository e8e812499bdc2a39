import type { Fault } from '../../model/fault.ts'
import { mapOutcome, rejected } from '../kit/outcome.ts'

export const rejectsOnSuccess: Fault = {
  id: 'sdk/rejects-on-success',
  title: 'a 2xx response rejects',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => (outcome.kind === 'resolved' ? rejected('AxiosError', 'planted') : outcome)),
}
