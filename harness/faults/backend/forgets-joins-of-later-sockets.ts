import type { Fault } from '../../model/fault.ts'

export const forgetsJoinsOfLaterSockets: Fault = {
  id: 'backend/forgets-joins-of-later-sockets',
  title: 'a client that has been told something joins nothing more',
  event: (event, { earlier }) => {
    const wasTold = earlier.some(({ from, client }) => from === 'backend' && client === event.client)
    return event.event === 'join' && wasTold ? [] : [event]
  },
}
