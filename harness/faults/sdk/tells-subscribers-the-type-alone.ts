import type { Fault } from '../../model/fault.ts'
import { isObject } from '../../language/form.ts'
import { mapFirstArgument } from '../kit/calls.ts'

export const tellsSubscribersTheTypeAlone: Fault = {
  id: 'sdk/tells-subscribers-the-type-alone',
  title: 'a subscriber is told what kind of thing happened, and nothing else',
  observation: (seen) =>
    mapFirstArgument(seen, (event) => (isObject(event) && 'type' in event ? { type: event['type'] as string } : event)),
}
