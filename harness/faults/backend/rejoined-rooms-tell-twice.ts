import type { Fault } from '../../model/fault.ts'
import type { PassingEvent } from '../../model/frame.ts'
import { isObject } from '../../language/form.ts'
import { mapTold } from '../kit/events.ts'

export const rejoinedRoomsTellTwice: Fault = {
  id: 'backend/rejoined-rooms-tell-twice',
  title: 'whoever joins a room again, after its socket was opened anew, is told everything twice',
  event: (event, { earlier }) =>
    mapTold(event, () => {
      const joined = earlier.filter((other) => joins(other, event))
      return joined.length > 1 ? [event, event] : [event]
    }),
}

/** Whether this client joined the room in which an event is told. */
function joins(other: PassingEvent, { client, args: [message] }: PassingEvent): boolean {
  const room = isObject(message) ? message['room'] : undefined
  return other.client === client && other.from === 'caller' && other.event === 'join' && other.args[0] === room
}
