import type { Fault } from '../../model/fault.ts'
import { mapOutcome, threw } from '../kit/outcome.ts'

export const exportsNoCreateClient: Fault = {
  id: 'sdk/exports-no-create-client',
  title: 'the package does not export what makes a client',
  observation: (seen) =>
    mapOutcome(seen, (outcome) => (outcome.kind === 'returned' ? threw('the SDK exports no such function') : outcome)),
}
