import type { Fault } from '../../model/fault.ts'
import { mapTold, telling } from '../kit/events.ts'

export const eventsOfAnotherRecord: Fault = {
  id: 'backend/events-of-another-record',
  title: 'the id that a listener is told is that of no record',
  event: (event) => mapTold(event, (told) => [telling(event, { told: { ...told, id: `not-${String(told['id'])}` } })]),
}
