import type { Fault } from '../../model/fault.ts'
import { mapTold, telling } from '../kit/events.ts'

export const tellsOfOtherEntities: Fault = {
  id: 'backend/tells-of-other-entities',
  title: 'a listener is told of what happens in every room that it has joined',
  event: (event, { earlier }) =>
    mapTold(event, () => {
      const joined = earlier.filter((other) => other.event === 'join' && other.client === event.client)
      const rooms = new Set(joined.map(({ args }) => String(args[0])))
      return [...rooms].map((room) => telling(event, { room }))
    }),
}
