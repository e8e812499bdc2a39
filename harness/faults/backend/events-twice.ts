import type { Fault } from '../../model/fault.ts'
import { mapTold } from '../kit/events.ts'

export const eventsTwice: Fault = {
  id: 'backend/events-twice',
  title: 'a listener is told everything twice',
  event: (event) => mapTold(event, () => [event, event]),
}
