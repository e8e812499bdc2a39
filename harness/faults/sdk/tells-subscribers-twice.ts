import type { Fault } from '../../model/fault.ts'
import { mapCalls } from '../kit/calls.ts'

export const tellsSubscribersTwice: Fault = {
  id: 'sdk/tells-subscribers-twice',
  title: 'a subscriber is told everything twice',
  observation: (seen) => mapCalls(seen, (calls) => calls.flatMap((call) => [call, call])),
}
