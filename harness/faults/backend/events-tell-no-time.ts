import type { Fault } from '../../model/fault.ts'
import { mapTold, telling } from '../kit/events.ts'

export const eventsTellNoTime: Fault = {
  id: 'backend/events-tell-no-time',
  title: 'the time of an event is milliseconds since 1970, not ISO 8601',
  event: (event) => mapTold(event, (told) => [telling(event, { told: { ...told, timestamp: 1_763_726_400_000 } })]),
}
