import type { Fault } from '../../model/fault.ts'
import { mapTold, toldBefore } from '../kit/events.ts'

export const eventsSwapped: Fault = {
  id: 'backend/events-swapped',
  title: 'two events reach a listener in the other order: the first only with the second',
  event: (event, around) =>
    mapTold(event, () => {
      const before = toldBefore(event, around)
      const held = before.at(-1)
      return before.length % 2 === 1 && held !== undefined ? [event, held] : []
    }),
}
