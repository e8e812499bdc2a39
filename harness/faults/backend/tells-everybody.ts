import type { Fault } from '../../model/fault.ts'
import { mapTold } from '../kit/events.ts'

export const tellsEverybody: Fault = {
  id: 'backend/tells-everybody',
  title: 'what one listener is told, all are',
  event: (event) => mapTold(event, () => [{ ...event, to: 'everybody' }]),
}
