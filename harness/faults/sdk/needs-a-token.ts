import type { Fault } from '../../model/fault.ts'
import { mapOutcome, rejected } from '../kit/outcome.ts'
import { hasToken } from '../kit/request.ts'

export const needsAToken: Fault = {
  id: 'sdk/needs-a-token',
  title: 'a call without a token is refused before it is sent',
  observation: (seen) =>
    seen.exchanges.every(({ request }) => hasToken(request))
      ? seen
      : mapOutcome(seen, (outcome) => (outcome.kind === 'resolved' ? rejected('Error', 'no token') : outcome)),
}
