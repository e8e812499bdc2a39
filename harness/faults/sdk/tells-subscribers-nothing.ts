import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'

export const tellsSubscribersNothing: Fault = {
  id: 'sdk/tells-subscribers-nothing',
  title: 'a subscriber is told nothing',
  observation: (seen) => mapCalls(seen, () => []),
}
