import type { Fault } from '../../model/fault.ts'
import { mapTold, toldBefore } from '../kit/events.ts'

export const losesEvents: Fault = {
  id: 'backend/loses-events',
  title: 'a listener is told the first of what happens, and not the second',
  event: (event, around) => mapTold(event, () => (toldBefore(event, around).length % 2 === 1 ? [] : [event])),
}
