import type { Fault } from '../../model/fault.ts'
import { mapTold, telling } from '../kit/events.ts'

export const emptiesEventData: Fault = {
  id: 'backend/empties-event-data',
  title: 'a listener is told that something happened, and not what it is now',
  event: (event) => mapTold(event, (told) => [telling(event, { told: { ...told, data: {} } })]),
}
